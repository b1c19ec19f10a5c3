"""The only room with Textual in it.

Enters: a Library and pipeline functions. Leaves: a screen. Foreign text enters a widget only through ``content``.
"""
