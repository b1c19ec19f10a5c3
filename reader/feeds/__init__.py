"""Bytes of a feed -> Feed and Entries; lists of subscriptions in and out. Pure.

Enters: bytes. Leaves: ``model.feed`` and ``model.entry`` objects, cleaned. May not know: network, clock, database,
screen. Parsers are imported inside the functions that use them, since those run in a child process.
"""
