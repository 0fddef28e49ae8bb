"""Commands on the outlets of the user's table: what is known of them, their names and addresses."""
