"""Bytes of a page -> text, by an allow-list of encoding names.

A name that comes from the network is never handed to ``codecs.lookup``: Python also knows codecs that are none
(``unicode_escape`` turns harmless letters into terminal commands). The names are those of the WHATWG Encoding
Standard, section 4.2; as there, ``latin-1`` and ``ascii`` mean windows-1252.
"""

import re

_LABELS = {
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "utf-16-le": "utf-16 utf-16le unicode ucs-2 csunicode iso-10646-ucs-2",
    "utf-16-be": "utf-16be unicodefffe",
    "cp1252": "windows-1252 cp1252 x-cp1252 latin1 latin-1 l1 iso-8859-1 iso8859-1 iso_8859-1 iso88591 "
    "ascii us-ascii ansi_x3.4-1968 cp819 ibm819",
    "iso8859-2": "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2",
    "iso8859-3": "iso-8859-3 latin3 l3",
    "iso8859-4": "iso-8859-4 latin4 l4",
    "iso8859-5": "iso-8859-5 cyrillic",
    "iso8859-6": "iso-8859-6 arabic",
    "iso8859-7": "iso-8859-7 greek",
    "iso8859-8": "iso-8859-8 hebrew iso-8859-8-i",
    "iso8859-10": "iso-8859-10 latin6 l6",
    "iso8859-13": "iso-8859-13",
    "iso8859-14": "iso-8859-14",
    "iso8859-15": "iso-8859-15 iso8859-15 latin9 latin-9 l9",
    "iso8859-16": "iso-8859-16",
    "cp1250": "windows-1250 cp1250 x-cp1250",
    "cp1251": "windows-1251 cp1251 x-cp1251",
    "cp1253": "windows-1253 cp1253",
    "cp1254": "windows-1254 cp1254 iso-8859-9 latin5 l5",
    "cp1255": "windows-1255 cp1255",
    "cp1256": "windows-1256 cp1256",
    "cp1257": "windows-1257 cp1257",
    "cp1258": "windows-1258 cp1258",
    "cp874": "windows-874 tis-620 iso-8859-11",
    "cp866": "ibm866 cp866 866",
    "koi8-r": "koi8-r koi8 koi",
    "koi8-u": "koi8-u koi8-ru",
    "mac-roman": "macintosh mac x-mac-roman",
    "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gb18030": "gb18030 gbk gb2312 chinese x-gbk gb_2312-80",
    "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5",
    "euc-jp": "euc-jp x-euc-jp",
    "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms_kanji",
    "iso2022-jp": "iso-2022-jp csiso2022jp",
    "cp949": "euc-kr ks_c_5601-1987 korean windows-949 ksc5601",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"<meta[^<>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"^\s{0,99}<\?xml[^<>?]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096
"""Bytes in which a declaration is looked for; the standard asks for the first 1024, pages often put it later."""


def codec_of(label: str) -> str:
    """Return the Python codec for an encoding name from the network; empty where the name is not on the list."""
    return _CODECS.get(label.strip().lower(), "")


def decode_page(data: bytes, charset: str = "") -> str:
    """Return the text of a page; never raises, undecodable bytes become U+FFFD.

    The order is that of the HTML standard: byte order mark, the transport's ``charset``, what the page declares,
    then UTF-8 where the bytes are valid UTF-8, else windows-1252.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    codec = codec_of(charset) or _declared(data[:_LOOKED_AT])
    if not codec:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            codec = "cp1252"
    return data.decode(codec, "replace")


def _declared(start: bytes) -> str:
    """Return the codec that the first bytes of a page declare; a page readable as ASCII cannot be UTF-16."""
    match = _META.search(start) or _XML.search(start)
    codec = codec_of(match.group(1).decode("ascii")) if match else ""
    return "utf-8" if codec.startswith("utf-16") else codec
