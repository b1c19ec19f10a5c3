"""Screens that lie over the reading screen and hand back a result or nothing."""
