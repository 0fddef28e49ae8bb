"""The dialog of all settings, generated from their table, and of the keyboard shortcuts."""
