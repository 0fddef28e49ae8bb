"""Quotations and answers that no word of saying introduces: whose they are is told by what stands beside them."""
