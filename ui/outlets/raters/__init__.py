"""Who decides: the raters' order, profiles of it, and what a switch would change."""
