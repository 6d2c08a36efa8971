"""Stalls and a trip to a solver problem and back; explains; simulates."""
