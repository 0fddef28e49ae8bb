"""What the reader does with words of the article: claims that were missed, passages copied with where they stand."""
