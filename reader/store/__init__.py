"""The only room with SQL in it; its one face is ``library.Library``.

Enters and leaves: ``model`` objects. May not know: network, parsers, analysis, tracing, screen.

Decisions, each explained where it is taken: one connection for each thread and the level of syncing switched on it
(``database``); a search index without a copy of the words (``schema``, ``word_index``); HTML and text side by side and
compressed, spans as JSON (``packing``); newest first by a date that cannot lie in the future (``listing``,
``arrivals``); rare words and pairs apart, terms counted in batches (``reuse_index``); bookmarks a second time in a file
of lines (``bookmark_copy``).
"""
