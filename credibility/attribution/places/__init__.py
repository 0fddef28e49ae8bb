"""Where the text names the outlet that carried a claim, and stretches that republish another piece."""
