"""Values to bytes, one file a format, and a registry of them."""
