"""Sourcing trips through the Yiwu market: plan the days, log the samples, print the manifest."""
