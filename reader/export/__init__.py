"""Model objects -> text for other programs: Markdown, JSON, Mermaid, W3C PROV. Pure.

Enters: ``model`` objects. Leaves: ``str``. May not know: network, clock, database, screen.
"""
