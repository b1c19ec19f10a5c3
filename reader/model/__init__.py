"""What the program is about: frozen, slotted dataclasses.

Enters and leaves: nothing, these are the nouns the rooms exchange. May know: the standard library and
``reader.text.spans``. All times are aware and in UTC; all spans are half-open character offsets.
"""
