"""What a reading is written as, one module per format. Each has a `write` function; `registry` lists them all."""
