"""Tools on plain text that know nothing of news.

Enters: ``str``. Leaves: spans, words, numbers. May not know: any other room of the house.
"""
