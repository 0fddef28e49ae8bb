"""One test per promise made to the user, through the doors that users use."""
