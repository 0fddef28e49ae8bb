"""The tagger: a small encoder that labels the words of a paragraph as cue, source or content, each with its direction."""
