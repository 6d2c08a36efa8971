"""One verb a file; talks to the protocols in ports.py; imports no adapter."""
