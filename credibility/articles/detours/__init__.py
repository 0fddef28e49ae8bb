"""Articles that do not stand in a page’s body: in its frames and data, in a mailing, or behind what stands before them."""
