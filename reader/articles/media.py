"""What is no text at all: told by the media type that a server names, and by the first bytes, which servers err about.

The signatures are those of the formats' own definitions; where they could begin a text (ID3, RIFF), the NUL that is
never far from them tells.
"""

from typing import Final

from reader.articles.tree import ArticleError
from reader.text.safety import clean_line

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x1f\x8b", "compressed data"),
    (b"\xfd7zXZ", "compressed data"),
    (b"7z\xbc\xaf", "compressed data"),
)
_READABLE: Final = ("application/xhtml+xml", "application/xml", "application/octet-stream", "binary/octet-stream")
_MARKS: Final = (b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_SNIFFED: Final = 8192
_SIGNED: Final = 1024
"""Bytes before a signature that a PDF may have, and blanks before any other."""


def check_text(data: bytes, charset: str = "", media_type: str = "") -> None:
    """See that a document is HTML or text.

    Args:
        data: What was fetched or read.
        charset: Encoding that the transport named.
        media_type: In lower case, without parameters; empty for a file.

    Raises:
        ArticleError: it is something else.
    """
    if media_type and not media_type.startswith("text/") and media_type not in _READABLE:
        raise ArticleError(f"is {clean_line(media_type, 80)}, neither HTML nor text")
    head = data[:_SIGNED].lstrip(b"\xef\xbb\xbf \t\r\n")
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            raise ArticleError(f"holds binary data ({name}), neither HTML nor text")
    wide = data.startswith(_MARKS) or charset.lower().startswith(("utf-16", "utf16", "utf-32", "utf32", "ucs"))
    if not wide and b"\0" in data[:_SNIFFED]:
        raise ArticleError("holds binary data, neither HTML nor text")
