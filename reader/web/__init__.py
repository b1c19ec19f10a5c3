"""The only room with a network in it.

Enters: an address and the validators of the last fetch. Leaves: a ``Response`` or a ``FetchError`` of one clear line.
May not know: the other rooms on its floor, the store, the screen.
"""
