"""What kind of file somebody opened: how it is told, who reads it, and which kinds are known and not read."""
