"""Sourcing trips through the Yiwu market: plan the days, log the samples, print the manifest."""

__version__ = "0.1.0"
