"""What the user types -> the address of a feed or page; which addresses are private."""

from pathlib import Path, PurePath
from urllib.parse import urlsplit

from reader.text.safety import clean_line
from reader.text.urls import absolute, host, is_private_host

_SHOWN = 200
"""Characters of what was typed that an error repeats."""


_ENDINGS = frozenset([".xml", ".rss", ".atom", ".rdf", ".json", ".opml", ".txt", ".md", ".html", ".htm"])
"""Endings of feeds and documents; ``.md`` is a country too, whose hosts are typed with ``https://``."""


class SubscribeError(Exception):
    """An address or file that cannot be followed or kept; its text is one clear line."""


def feed_address(address: str) -> str:
    """Return what the user typed as an absolute address: a path becomes ``file:``, a bare host gets ``https://``.

    Raises:
        SubscribeError: it is neither an address nor a file.
    """
    typed, shown = address.strip(), clean_line(address, _SHOWN)
    if not typed:
        raise SubscribeError("the address is empty")
    try:
        url = _file_address(typed, shown) or _web_address(typed)
    except (ValueError, RuntimeError, OSError):  # an unclosed bracket, ~nobody, a name longer than any file's
        url = ""
    if not url:
        raise SubscribeError(f"{shown}: is neither an http(s) address nor a file")
    return url


def _file_address(typed: str, shown: str) -> str:
    """Return the ``file:`` address of a file; empty if what was typed names none.

    Raises:
        SubscribeError: it is a folder, or looks like a file that is not there.
    """
    if typed.startswith("file:"):
        urlsplit(typed)  # a ValueError where it is none
        return typed
    if "://" in typed or typed.startswith("feed:"):
        return ""
    path = Path(typed).expanduser()
    if path.is_file():
        return path.absolute().as_uri()
    if path.is_dir():
        raise SubscribeError(f"{shown}: is a folder, not a file")
    if typed.startswith(("/", "./", "../", "~")):
        raise SubscribeError(f"{shown}: there is no such file")
    if _is_file_name(typed):
        raise SubscribeError(f"there is no file {shown}; an address would begin with https://")
    return ""


def _is_file_name(typed: str) -> bool:
    """Tell whether what has no scheme names a file rather than a host (``news.xml``, ``lists/news.xml``)."""
    first, _, path = typed.partition("/")
    is_host = path and ("." in first or ":" in first or first == "localhost")
    return "\\" in typed or (not is_host and PurePath(typed).suffix.lower() in _ENDINGS)


def _web_address(typed: str) -> str:
    """Return an http(s) address; empty if what was typed is none."""
    if typed.startswith("feed:"):  # feed://host/path and feed:https://host/path
        rest = typed.removeprefix("feed:")
        typed = "https:" + rest if rest.startswith("//") else rest
    elif "://" not in typed:
        # a machine of one's own seldom has a certificate
        typed = f"{'http' if is_private_host(_bare_host(typed)) else 'https'}://{typed}"
    return absolute("", typed, userinfo=True)


def is_private(url: str) -> bool:
    """Tell whether an address is on this machine or the local network, as far as its name shows."""
    return url.startswith("file:") or bool(is_private_host(host(url)))


def _bare_host(typed: str) -> str:
    """Return the host in an address without a scheme."""
    return urlsplit(f"//{typed}").hostname or ""
