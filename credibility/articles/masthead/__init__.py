"""What an article states about itself: title, byline, date, publisher, address."""
