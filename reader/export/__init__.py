"""Model objects -> text for other programs: Markdown, JSON, Mermaid, W3C PROV. Pure.

Enters: ``model`` objects. Leaves: ``str``, or for JSON the records that the caller prints (``records``). May not know:
network, clock, database, screen. Foreign text is escaped for the language it is written into.
"""
