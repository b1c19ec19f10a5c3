"""Persons, offices and organisations: who is named in a text, and what the text says they are.

Enters: the passages of an article. Leaves: names with their office phrases (``people``), and one ``Official`` for each
person to whom the text gives an office or an organisation (``officials``).
"""
