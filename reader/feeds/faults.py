"""What can go wrong while reading a document, and how much of it is read."""

from typing import Final

DOCUMENT_LIMIT: Final = 20_000_000
"""Bytes of a document; twice what may come over the wire. The largest of 800 real and test feeds has 3 million."""
ENTRY_LIMIT: Final = 20_000
"""Entries read of one document; whole archives of a site have up to about 10,000."""
LIST_LIMIT: Final = 50
"""Categories, enclosures, authors or credits kept of one entry; no real entry seen has more than 30."""
REMARK_LIMIT: Final = 20
"""Remarks kept of one document: a user reads no more."""


class FeedError(Exception):
    """A document that is no feed, or no list of feeds; its text is one clear line."""
