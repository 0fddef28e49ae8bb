"""What the actions do, by what they are done to; each part says by name which actions are its own."""
