"""Tests of the tagger: labels, paths, words, and the decision between rules and tagger."""
