"""Every sentence a person reads, one module a noun, Chinese and English side by side."""
