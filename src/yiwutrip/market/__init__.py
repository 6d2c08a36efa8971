"""Addresses, places, walking times, hours and closures of Yiwu. The only geopy import."""
