"""newsreader: read the news in a terminal and see where each sentence came from.

This module holds the version and imports nothing: a headless import must cost nothing.
"""

__version__ = "0.1.0"
