"""HTML of a page or of a feed -> Article, with paragraphs, roles and metadata. Pure.

Enters: bytes or text. Leaves: ``model.article.Article``. May not know: network, clock, database, screen.
Extractors are imported inside the functions that use them, since those run in a child process.
"""
