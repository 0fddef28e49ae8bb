"""What an article says of itself: title, byline, date, publisher, address."""
