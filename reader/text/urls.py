"""Addresses: joined, cleaned, compared, and told apart as public or private.

Only http and https addresses count; everything else (``javascript:``, ``file:``, ``data:``, ``mailto:``) is "no
address" and becomes the empty string, so that nothing foreign can start a program or open a file. What comes out is
ASCII: foreign letters are percent-encoded, names that look like others (``xn--...``) show what they are.

Spellings follow the WHATWG URL standard where it differs from RFC 3986 (a backslash is a slash, a host that ends in a
number is an IPv4 address in decimal, octal or hexadecimal): checks must see the address that a browser would open.
Which addresses are private is taken from the registries in :mod:`ipaddress` (RFC 6890).
"""

import ipaddress
import re
import unicodedata
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

URL_LIMIT: Final = 4_000
"""Characters an address may have; common servers refuse request lines past 8,000 bytes."""

_SCHEMES: Final = ("http", "https")
_DEFAULT_PORTS: Final = {"http": 80, "https": 443}
_TRACKING: Final = re.compile(
    r"(?:(?:utm|ns|pk|piwik|mtm|matomo|hsa|oly|vero|guce|__hs)_?\w+|at_(?:medium|campaign|custom\d|link\w*|format|\w+team)|"
    r"mc_[ce]id|_hs(?:enc|mi)|wt\.?(?:rid|_?mc\w*)|fbclid|gclid|gclsrc|dclid|[gw]braid|msclkid|yclid|twclid|ttclid|"
    r"igsh(?:id)?|li_fat_id|s_cid|cmp_?id|ocid|ref_(?:src|url)|smid|smtyp|mkt_tok|trk(?:campaign)?|xtor|"
    r"soc_(?:src|trk)|guccounter|__twitter_impression)",
    re.IGNORECASE,
)
_EDGES: Final = "".join(map(chr, range(0x21))) + "\x7f\xa0\u200b\u2028\u2029\ufeff"
_INNER: Final = re.compile("[\t\n\r]")
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_NAME: Final = re.compile(
    r"(?=.{1,253}\Z)(?:[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_\-]{0,61}[a-z0-9_])?"
)
_NUMBER: Final = re.compile(r"0[xX][0-9a-fA-F]*|[0-9]+")
_KEPT: Final = "!$&'()*+,-./:;=@_~%"
_PRIVATE_TOPS: Final = frozenset({"localhost", "localdomain", "local", "internal", "intranet", "lan", "home", "corp"})
_LOOKS: Final = ("www.", "m.", "mobile.", "amp.")

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address


def absolute(base: str, url: str, *, userinfo: bool = False) -> str:
    """Return ``url``, joined with ``base``, as an absolute http(s) address in ASCII; empty if it is none.

    A user name and password in it are dropped (``https://bank.example@evil.example/`` shows where it leads) unless
    ``userinfo`` is true, for addresses that the user typed.
    """
    url = _tidy(url)
    if not url or len(url) > URL_LIMIT:
        return ""
    try:
        if not _SCHEME.match(url) and base:
            url = urljoin(_tidy(base), url)
        parts = urlsplit(_slashed(url))
        if parts.scheme not in _SCHEMES:
            return ""
        host_port = _host_port(parts)
    except ValueError:  # a port that is no number, an unclosed bracket, signs that turn into others
        return ""
    if not host_port:
        return ""
    user = parts.netloc.rpartition("@")[0]
    path = quote(parts.path, safe=_KEPT) or "/"
    query = "?" + quote(parts.query, safe=_KEPT + "?[]") if parts.query else ""
    fragment = "#" + quote(parts.fragment, safe=_KEPT + "?#") if parts.fragment else ""
    name = quote(user, safe=_KEPT) + "@" if user and userinfo else ""
    result = f"{parts.scheme}://{name}{host_port}{path}{query}{fragment}"
    return result if len(result) <= URL_LIMIT else ""


def is_http(url: str) -> bool:
    """Tell whether ``url`` is an absolute http or https address."""
    return bool(absolute("", url))


def host(url: str) -> str:
    """Return the host of an address, in lower case and ASCII, without port; empty if it is no http(s) address."""
    try:
        return urlsplit(absolute("", url)).hostname or ""
    except ValueError:
        return ""


def clean_url(url: str) -> str:
    """Return ``url`` without tracking parameters and fragment (routes such as ``#!/story/1`` stay); empty if none."""
    parts = urlsplit(absolute("", url))
    if not parts.netloc:
        return ""
    pieces = [piece for piece in parts.query.split("&") if piece and not _TRACKING.fullmatch(_parameter(piece))]
    query = "?" + "&".join(pieces) if pieces else ""
    fragment = "#" + parts.fragment if parts.fragment.startswith(("!", "/")) else ""
    return f"{parts.scheme}://{parts.netloc}{parts.path}{query}{fragment}"


def same_page(a: str, b: str) -> bool:
    """Tell whether two addresses most likely show one article.

    Scheme, ``www.`` and mobile or AMP variants, tracking, order of parameters, fragments and a last slash do not count.
    """
    key = _page_key(a)
    return bool(key) and key == _page_key(b)


def is_private_host(name: str) -> bool | None:
    """Tell whether a host is private: this machine, the local network, or no address anyone could reach.

    True or False for an IP address in any spelling and for local names; None where only looking it up can tell.
    """
    try:
        known = _known_host(unquote(name).strip().strip("[]").rstrip("."))
    except ValueError:
        return True
    address = parse_address(known)
    if address is not None:
        return is_private_address(address)
    labels = known.split(".")
    return True if len(labels) == 1 or labels[-1] in _PRIVATE_TOPS or labels[-2:] == ["home", "arpa"] else None


def is_private_address(address: IPAddress) -> bool:
    """Tell whether an IP address is anything but a public one, looking through IPv4 inside IPv6."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = _embedded(address)
        if inner is not None:
            return is_private_address(inner)
        if address.is_site_local:
            return True
    return not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified


def parse_address(text: str) -> IPAddress | None:
    """Return the IP address that a host name spells in any way a C library accepts; None if it is a name."""
    text = text.strip("[]")
    if ":" in text:
        try:
            return ipaddress.IPv6Address(text.partition("%")[0])
        except ValueError:
            return None
    parts = text.rstrip(".").split(".")
    if not 1 <= len(parts) <= 4 or not all(_NUMBER.fullmatch(part) for part in parts) or max(map(len, parts)) > 14:
        return None
    numbers = [_number(part) for part in parts]
    last = 256 ** (5 - len(numbers))
    if None in numbers or any(n is None or n > 255 for n in numbers[:-1]) or (numbers[-1] or 0) >= last:
        return None
    value = sum((n or 0) << 8 * (3 - i) for i, n in enumerate(numbers[:-1])) + (numbers[-1] or 0)
    return ipaddress.IPv4Address(value)


def _number(text: str) -> int | None:
    """Return a number written in decimal, octal (``0177``) or hexadecimal (``0x7f``); None if it is none."""
    try:
        if text[:2] in ("0x", "0X"):
            return int(text[2:] or "0", 16)
        return int(text, 8 if len(text) > 1 and text[0] == "0" else 10)
    except ValueError:
        return None


def _embedded(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address inside an IPv6 one: mapped, compatible, 6to4, Teredo and NAT64 (RFC 6052)."""
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    value = int(address)
    if value >> 32 in (0, 0x64FF9B << 64) and value > 1:
        return ipaddress.IPv4Address(value & 0xFFFFFFFF)
    return None


def _tidy(url: str) -> str:
    """Return ``url`` as a browser reads it: no blanks around it, no tabs and line breaks inside."""
    return _INNER.sub("", url.strip(_EDGES))


def _slashed(url: str) -> str:
    """Return ``url`` with backslashes in front of query and fragment turned into slashes."""
    end = min((at for at in (url.find("?"), url.find("#")) if at >= 0), default=len(url))
    return url[:end].replace("\\", "/") + url[end:]


def _host_port(parts: SplitResult) -> str:
    """Return host and port as they stand in an address; empty if the host is none.

    Raises:
        ValueError: if the port or the host is malformed.
    """
    name = _known_host(unquote(parts.hostname or ""))
    port = parts.port
    if ":" in name:
        name = f"[{name}]"
    return name if port in (None, _DEFAULT_PORTS[parts.scheme]) or not name else f"{name}:{port}"


@lru_cache(maxsize=1024)  # the entries of a feed share their hosts
def _known_host(name: str) -> str:
    """Return a host in its one spelling: an IP address as such, a name in lower case and ASCII.

    Raises:
        ValueError: if it is neither.
    """
    if ":" in name:
        return str(ipaddress.IPv6Address(name.partition("%")[0]))
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name).replace("\u3002", ".")
        name = ".".join(label.encode("idna").decode() if label else "" for label in name.split("."))
    name = name.lower().removesuffix(".")
    address = parse_address(name)
    if address is not None:
        return str(address)
    if not _NAME.fullmatch(name) or _NUMBER.fullmatch(name.rpartition(".")[2]):
        raise ValueError("no host name")
    return name


def _parameter(piece: str) -> str:
    """Return the name of a query parameter."""
    return unquote(piece.partition("=")[0])


def _page_key(url: str) -> str:
    """Return what two addresses of one article have in common; empty if it is no address."""
    parts = urlsplit(clean_url(url))
    name = parts.netloc
    for look in _LOOKS:
        if name.startswith(look) and name.count(".") > 1:
            name = name[len(look) :]
    path = re.sub(r"(?:/amp)?/?(?:index\.html?)?\Z", "", unquote(parts.path))
    query = "&".join(sorted(p for p in parts.query.split("&") if _parameter(p).lower() not in ("amp", "outputtype")))
    return f"{name}{path}?{unquote(query)}#{parts.fragment}" if name else ""
