"""The characters behind the bytes of a document.

Order: byte order mark, then what the server says, then what the document says, then what the bytes look like
(RFC 7303 for XML; JSON is UTF-8). One departure from the order, since servers are often set up wrongly: bytes that are
valid UTF-8 and not plain ASCII are never read in an 8-bit encoding; such bytes do not come about by chance.

Names of encodings are looked up in a fixed list (the labels of the WHATWG Encoding Standard), never among Python's
codecs: a feed declared ``unicode_escape`` could otherwise write control characters past every check.
"""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ZEROS: Final = (  # how "<" and a character behind it lie in memory
    (re.compile(rb"<\0\0\0[^\0]\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0<\0\0\0[^\0]"), "utf-32-be"),
    (re.compile(rb"(?:\s\0)*[<{]\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s)*\0[<{]\0[^\0]"), "utf-16-be"),
)
_DECLARED: Final = re.compile(rb"""\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["']\s*([A-Za-z0-9_.:\-]{1,40})\s*["']""")

_LABELS: Final[dict[str, str]] = {
    alias: codec
    for codec, aliases in {
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf_8",
        "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 iso-ir-100"
        " latin1 latin-1 l1 ascii us-ascii ansi_x3.4-1968 cp819 ibm819 csisolatin1",
        "cp1250": "windows-1250 cp1250 x-cp1250",
        "cp1251": "windows-1251 cp1251 x-cp1251 win-1251",
        "cp1253": "windows-1253 cp1253 x-cp1253",
        "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 iso-ir-148",
        "cp1255": "windows-1255 cp1255 x-cp1255",
        "cp1256": "windows-1256 cp1256 x-cp1256",
        "cp1257": "windows-1257 cp1257 x-cp1257",
        "cp1258": "windows-1258 cp1258 x-cp1258",
        "cp874": "windows-874 cp874 tis-620 iso-8859-11 iso8859-11 dos-874",
        "cp866": "cp866 ibm866 866 csibm866",
        "iso8859-2": "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 iso-ir-101",
        "iso8859-3": "iso-8859-3 iso8859-3 iso_8859-3 latin3 l3",
        "iso8859-4": "iso-8859-4 iso8859-4 iso_8859-4 latin4 l4",
        "iso8859-5": "iso-8859-5 iso8859-5 iso_8859-5 cyrillic iso-ir-144",
        "iso8859-6": "iso-8859-6 iso8859-6 iso_8859-6 iso-8859-6-e iso-8859-6-i arabic asmo-708 ecma-114",
        "iso8859-7": "iso-8859-7 iso8859-7 iso_8859-7 greek greek8 ecma-118 elot_928 sun_eu_greek",
        "iso8859-8": "iso-8859-8 iso8859-8 iso_8859-8 iso-8859-8-e iso-8859-8-i hebrew logical visual",
        "iso8859-10": "iso-8859-10 iso8859-10 latin6 l6",
        "iso8859-13": "iso-8859-13 iso8859-13",
        "iso8859-14": "iso-8859-14 iso8859-14",
        "iso8859-15": "iso-8859-15 iso8859-15 iso_8859-15 latin9 l9",
        "iso8859-16": "iso-8859-16 iso8859-16",
        "koi8-r": "koi8-r koi8 koi8_r koi cskoi8r",
        "koi8-u": "koi8-u koi8-ru",
        "mac-roman": "macintosh mac x-mac-roman csmacintosh",
        "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 iso-ir-58 csiso58gb231280",
        "big5hkscs": "big5 big5-hkscs x-x-big5 cn-big5 csbig5",
        "euc_jp": "euc-jp x-euc-jp cseucpkdfmtjapanese",
        "cp932": "shift_jis shift-jis sjis x-sjis windows-31j ms932 ms_kanji csshiftjis",
        "iso2022_jp": "iso-2022-jp csiso2022jp",
        "cp949": "euc-kr korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cseuckr iso-ir-149",
        "utf-16-le": "utf-16 utf-16le ucs-2 unicode iso-10646-ucs-2 csunicode unicodefeff",
        "utf-16-be": "utf-16be unicodefffe",
        "utf-32-le": "utf-32 utf-32le",
        "utf-32-be": "utf-32be",
    }.items()
    for alias in aliases.split()
}
_EIGHT_BIT: Final = re.compile(r"cp125\d|cp8\d\d|iso8859-\d+|koi8-[ru]|mac-\w+")
_STRAY_LIMIT: Final = 200_000
"""Stray bytes that are replaced one by one; a document with more of them is no UTF-8 with faults."""
_STRAY: Final = "newsreader.stray-bytes"
_WIDE: Final = re.compile(r"utf-(?:16|32)-[lb]e")


def known_codec(label: str) -> str:
    """Return Python's name for a label of an encoding; empty if it is not on the list."""
    return _LABELS.get(label.strip().strip("\"'").lower(), "")


def decode(data: bytes, charset: str = "") -> tuple[str, str]:
    """Return the text of a document and a remark (empty if all bytes could be read as declared).

    Args:
        data: the document.
        charset: what the server said about it; empty where it said nothing.
    """
    for mark, codec in _BOMS:
        if data.startswith(mark):
            return _read(data[len(mark) :], codec)
    for pattern, codec in _ZEROS:
        if pattern.match(data):
            return _read(data, codec)
    declared = _DECLARED.match(data[:1000])
    codecs_named = [known_codec(charset), known_codec(declared[1].decode("ascii")) if declared else ""]
    candidates = [codec for codec in codecs_named if codec and not _WIDE.fullmatch(codec)]
    if not candidates or candidates[0] == "utf-8" or _EIGHT_BIT.fullmatch(candidates[0]):
        candidates.insert(0, "utf-8")
    for codec in candidates:
        try:
            return data.decode(codec), ""
        except UnicodeDecodeError:
            continue
    return _read(data, next((codec for codec in candidates if codec != "utf-8"), "utf-8"))


def _read(data: bytes, codec: str) -> tuple[str, str]:
    """Return the text as far as the bytes allow, and a remark if some did not."""
    try:
        return data.decode(codec), ""
    except UnicodeDecodeError:
        if codec == "utf-8" and len(data) - len(data.decode("utf-8", "ignore").encode()) > _STRAY_LIMIT:
            codec = "cp1252"
        text = data.decode(codec, _STRAY if codec == "utf-8" else "replace")
        return text, f"some bytes could not be read as {codec.upper()}: some characters may be wrong"


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    """Return stray bytes in UTF-8 as Windows-1252, the commonest mixture, and where to go on."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(_STRAY, _stray_bytes)
