"""Results to Rich or JSON; the one catalogue of sentences, zh and en."""
