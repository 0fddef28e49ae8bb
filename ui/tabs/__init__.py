"""Several open articles in one window, a tab for each."""
