import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.articles.encoding import codec_of, decode_page


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        ("é".encode(), "", "é"),
        (b"\xe9\x93", "", "é“"),
        (b"\xe9", "latin-1", "é"),
        (b"\x93", "ISO-8859-1", "“"),
        ("\ufeffé".encode(), "iso-8859-1", "é"),
        ("é".encode("utf-16"), "", "é"),
        ('<meta charset="windows-1251">Да'.encode("cp1251"), "", '<meta charset="windows-1251">Да'),
        ("<meta charset=utf-16>é".encode(), "", "<meta charset=utf-16>é"),
        ('<?xml version="1.0" encoding="koi8-r"?>Да'.encode("koi8-r"), "", '<?xml version="1.0" encoding="koi8-r"?>Да'),
        ("日本".encode("shift_jis"), "Shift_JIS", "日本"),
        ("é".encode(), " UTF-8 ", "é"),
    ],
)
def test_pages_are_decoded_as_browsers_do(data: bytes, charset: str, text: str) -> None:
    assert decode_page(data, charset) == text


@pytest.mark.parametrize(
    "name", ["unicode_escape", "raw_unicode_escape", "idna", "punycode", "rot13", "utf-7", "hex", ""]
)
def test_no_other_codec_is_ever_used(name: str) -> None:
    assert codec_of(name) == ""
    assert "\x1b" not in decode_page(b"\\x1b]0;title", name)
    assert "\x1b" not in decode_page(f'<meta charset="{name}">'.encode() + b"\\x1b+AGE-", "")


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_bytes_are_decoded(data: bytes, charset: str) -> None:
    assert isinstance(decode_page(data, charset), str)
