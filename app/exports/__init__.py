"""What leaves the program: paper, and a reading in every other format."""
