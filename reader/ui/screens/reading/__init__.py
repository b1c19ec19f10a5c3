"""The reading screen and its collaborators, one concern each: listing, opening, marking, refreshing, searching ..."""
