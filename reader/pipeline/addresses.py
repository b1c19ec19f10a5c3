"""What the user types -> the address of a feed or page; which addresses are private."""

from pathlib import Path
from urllib.parse import urlsplit

from reader.text.safety import clean_line
from reader.text.urls import absolute, host, is_private_host


class SubscribeError(Exception):
    """An address or file that cannot be followed or kept; its text is one clear line."""


def feed_address(address: str) -> str:
    """Return what the user typed as an absolute address: a path becomes ``file:``, a bare host gets ``https://``.

    Raises:
        SubscribeError: it is neither an address nor a file.
    """
    typed = address.strip()
    scheme = urlsplit(typed).scheme if "://" in typed or typed.startswith(("file:", "feed:")) else ""
    if scheme == "file":
        return typed
    if not scheme:
        path = Path(typed).expanduser()
        if path.is_file():
            return path.absolute().as_uri()
        if path.is_dir():
            raise SubscribeError(f"{typed}: is a folder, not a file")
        if typed.startswith(("/", "./", "../", "~")):
            raise SubscribeError(f"{typed}: there is no such file")
        # a machine of one's own seldom has a certificate
        typed = f"{'http' if is_private_host(_bare_host(typed)) else 'https'}://{typed}"
    elif scheme == "feed":  # feed://host/path and feed:https://host/path
        rest = typed.removeprefix("feed:")
        typed = "https:" + rest if rest.startswith("//") else rest
    url = absolute("", typed, userinfo=True)
    if not url:
        raise SubscribeError(f"{clean_line(address, 200)}: is neither an http(s) address nor a file")
    return url


def is_private(url: str) -> bool:
    """Tell whether an address is on this machine or the local network, as far as its name shows."""
    return url.startswith("file:") or bool(is_private_host(host(url)))


def _bare_host(typed: str) -> str:
    """Return the host in an address without a scheme."""
    return urlsplit(f"//{typed}").hostname or ""
