"""Which rating is in force for an outlet in an article, and why a claim has its colour."""
