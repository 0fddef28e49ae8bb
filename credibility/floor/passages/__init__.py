"""Passages of an article: found again by selectors, cut and joined, in quotation marks or not, naming an outlet."""
