"""Who an article's own outlet is: every name and host under which it would be speaking of itself."""

import re
from dataclasses import dataclass

from reader.lexicon.outlets import OutletLexicon, name_key
from reader.model.article import Article
from reader.model.chain import Outlet
from reader.text.urls import host

_SITE_KEYS = ("og.site_name", "application-name", "ld.ispartof", "ld.copyrightholder")
_PUBLISHER_KEYS = ("ld.publisher", "publisher", "dc.publisher")
_ENDING = re.compile(r"(?:\.(?:co|com|org|net|gov|edu|ac|or|gv))?\.[^\W\d_][\w-]+$")
"""The top-level domain, whichever it is, and the second level that some countries put before it."""


def meta_key(key: str) -> str:
    """Return a metadata key in the one spelling in which keys are compared (``og:site_name`` is ``og.site_name``)."""
    return key.casefold().replace(":", ".")


def host_core(name: str) -> str:
    """Return the part of a host that names its site: ``edition.cnn.com`` and ``cnn.co.uk`` are ``cnn``."""
    return _ENDING.sub("", name.casefold()).rsplit(".", 1)[-1].replace("-", "")


@dataclass(frozen=True, slots=True)
class OwnOutlet:
    """The article's own outlet."""

    keys: frozenset[str]
    """Folded names (``name_key``) and host cores."""
    hosts: frozenset[str]
    """Cores of its hosts: «cbslocal» is a site of CBS."""
    initials: frozenset[str]
    """Initials of its names of three words and more («TRD»)."""
    outlets: tuple[Outlet, ...]
    """What the lexicon knows of it."""

    def named(self, name: str, outlet: Outlet | None) -> bool:
        """Tell whether a name (and the outlet the lexicon has for it) means the article's own outlet."""
        if outlet is not None and any(outlet is own or outlet.name == own.name for own in self.outlets):
            return True
        if outlet is not None and any(own.owner and own.owner == outlet.name for own in self.outlets):
            return True
        key = name_key(name)
        if key in self.keys or bare_key(name) in self.keys or ("." in name and host_core(name) in self.keys):
            return True
        if name.isupper() and len(key) > 2 and outlet is not None and any(own.startswith(key) for own in self.hosts):
            return True
        if outlet is None and name.isupper() and len(name) > 2 and any(i.startswith(key) for i in self.initials):
            return True
        return any(_same_but_ending(key, own) or is_inflected(key, own) for own in self.keys)


_LONG = 6
"""Letters from which a name and the same name with an ending are one outlet («Millbrook Courier Online»)."""
_NAME_ENDING = re.compile(
    r"(?:com|online|news|newspaper|daily|digital|media|tv|radio|international|english|staff|print|edition|magazine|web|"
    r"website|live|app|group|network|uk|us|usa|international)+"
)


_FOREIGN_ARTICLE = re.compile(r"\s*(?:(?:l[ea]|les|el|los|las|il|lo|der|die|das)\s|l['’])(?=\w{3})", re.IGNORECASE)


def bare_key(name: str) -> str:
    """Return the key of a name without the article of another language before it («Le Clairon»: «clairon»)."""
    article = _FOREIGN_ARTICLE.match(name)
    return name_key(name[article.end() :] if article else name)


_STEM = 5
_CASE_ENDING = 3


def is_inflected(a: str, b: str) -> bool:
    """Tell whether two keys are one name in two cases: «Moorbote», «Moorboten»; Cyrillic ones change more."""
    short, long = sorted((a, b), key=len)
    if short == long or len(short) < _STEM:
        return False
    if long.startswith(short) and long[len(short) :] in ("n", "s", "en", "es"):
        return True
    same = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return "а" <= short[0] <= "ґ" and same >= _STEM and max(len(short), len(long)) - same <= _CASE_ENDING


def _same_but_ending(a: str, b: str) -> bool:
    """Tell whether two name keys differ by nothing but an ending that sites add to their names."""
    short, long = sorted((a, b), key=len)
    return len(short) >= _LONG and long.startswith(short) and _NAME_ENDING.fullmatch(long, len(short)) is not None


def own_outlet(article: Article, lexicon: OutletLexicon) -> OwnOutlet:
    """Return the article's own outlet, from its ``outlet``, address and the names its page gives the site.

    A publisher in the metadata that is an agency is not the outlet itself, unless it has that address.
    """
    meta = {meta_key(k): v for k, v in article.metadata.items()}
    names = [article.outlet]
    hosts = []
    if "." in article.outlet and " " not in article.outlet.strip():
        hosts.append(article.outlet.strip())
    elif article.url:
        # where a site's own host is given, its articles may lie on the host of the outlet they come from
        hosts.append(host(article.url))
    for key in _SITE_KEYS:
        names.extend(meta.get(key, ()))
    for key in _PUBLISHER_KEYS:
        for value in meta.get(key, ()):
            known = lexicon.find(value)
            if known is None or not known.agency:
                names.append(value)
    keys: set[str] = set()
    outlets: list[Outlet] = []
    initials: set[str] = set()
    for name in names:
        if not name or name.startswith(("http:", "https:")):
            continue
        for part in (name, *re.split(r"\s[|–—»>:-]\s|:\s", name)):
            keys.update((name_key(part), bare_key(part)))
            if len(words := part.split()) > 2:
                initials.update(("".join(w[0] for w in words).casefold(), "".join(w[0] for w in words[1:]).casefold()))
            if known := lexicon.find(part):
                outlets.append(known)
    for name in hosts:
        if not name:
            continue
        keys.update((host_core(name), host_core(name).removeprefix("the")))
        if known := lexicon.by_host(name):
            outlets.append(known)
    for known in outlets:
        keys.update(name_key(alias) for alias in (known.name, *known.aliases))
    keys.discard("")
    return OwnOutlet(frozenset(keys), frozenset(host_core(h) for h in hosts if h), frozenset(initials), tuple(outlets))
