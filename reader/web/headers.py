"""What the headers of an answer mean, read with care: they are as foreign as the body."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Final

from reader.text.safety import clean_line, is_clean

LONGEST_WAIT: Final = timedelta(days=7)
"""How long a server may ask to be left alone."""
_VALIDATOR_LIMIT: Final = 1_000
_MAX_AGE: Final = re.compile(r"(?:^|[\s,])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)
_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?([A-Za-z0-9_.:\-]{1,40})", re.IGNORECASE)


def validator(value: str) -> str:
    """Return an ETag or Last-Modified as it was sent; empty if it is too long or not fit to be sent back."""
    return value if len(value) <= _VALIDATOR_LIMIT and is_clean(value) and "\n" not in value else ""


def media_type(content_type: str) -> str:
    """Return the media type without its parameters, as a clean line in lower case."""
    return clean_line(content_type.partition(";")[0], 100).lower()


def charset(content_type: str) -> str:
    """Return the name of the encoding that a Content-Type gives; empty where it gives none."""
    match = _CHARSET.search(content_type)
    return match[1].lower() if match else ""


def max_age(headers: Mapping[str, str]) -> timedelta | None:
    """Return for how long an answer stays fresh, a week at most; None where it does not say."""
    match = _MAX_AGE.search(headers.get("Cache-Control", ""))
    return min(timedelta(seconds=int(match[1])), LONGEST_WAIT) if match else None


def retry_after(value: str, now: datetime) -> timedelta | None:
    """Return how long a server asks to be left alone, given in seconds or as a date, a week at most."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(timedelta(seconds=int(value[:9])), LONGEST_WAIT)
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return min(max(until - now, timedelta(0)), LONGEST_WAIT)


def content_length(headers: Mapping[str, str]) -> int | None:
    """Return the announced length of the body; None where there is none that can be trusted."""
    value = headers.get("Content-Length", "").strip()
    if "chunked" in headers.get("Transfer-Encoding", "").lower() or not (value.isascii() and value.isdigit()):
        return None
    return int(value[:18])


def status_words(status: int) -> str:
    """Return a status in words; never the server's own, which are foreign text."""
    try:
        return f"{status} ({HTTPStatus(status).phrase.lower()})"
    except ValueError:
        return str(status)
