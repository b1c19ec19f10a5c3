"""The only room with SQL in it; its one face is ``library.Library``.

Enters and leaves: ``model`` objects. May not know: network, parsers, analysis, tracing, screen.
"""
