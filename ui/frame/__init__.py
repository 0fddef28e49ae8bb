"""What stands around the page: menus, messages, the centre with its panes, the window's place."""
