"""The library: its file, its search, its promises."""
