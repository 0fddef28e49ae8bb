"""Read single cells leniently, and list the odd ones."""
