"""Single cells: read leniently, and listed where they are odd."""
