"""What the window needs from the other side, as Protocols, one module for each thing; `app.workspace` and its parts fulfil them."""
