"""Screens: compose the panes, own the selection, start the workers; no rendering, no SQL."""
