"""Offices, bodies, places and given names: what tells an official from other capitalised words."""

from functools import cache

from reader.lexicon.sections import read_sections


@cache
def office_heads() -> frozenset[str]:
    """Return the nouns that name an office or occupation («minister», «spokesman», «coach»), in small letters."""
    return read_sections("offices.txt")["heads"]


@cache
def office_modifiers() -> frozenset[str]:
    """Return the words that stand before such a noun («deputy», «foreign», «former»)."""
    return read_sections("offices.txt")["modifiers"]


@cache
def ranks() -> frozenset[str]:
    """Return the shortened titles that are followed by a full stop or a name («sen», «gen», «dr»)."""
    return read_sections("offices.txt")["ranks"]


@cache
def office_class(names: str) -> frozenset[str]:
    """Return the words of sections of ``offices.txt`` («tenures», «ranks full_ranks»), names parted by a space."""
    sections = read_sections("offices.txt")
    return frozenset[str]().union(*(sections[name] for name in names.split()))


@cache
def departments() -> frozenset[str]:
    """Return what a secretary or minister is «of», as part of the office («defence», «treasury»)."""
    return read_sections("offices.txt")["departments"]


@cache
def organisation_words() -> frozenset[str]:
    """Return words that stand in the names of organisations («ministry», «party», «Kremlin»)."""
    return read_sections("bodies.txt")["organisation"] | named_bodies()


@cache
def named_bodies() -> frozenset[str]:
    """Return the single words that are the name of a body («kremlin», «nato»)."""
    return read_sections("bodies.txt")["named"]


@cache
def endings() -> frozenset[str]:
    """Return words that tell a body only as the last of its name («international»)."""
    return read_sections("bodies.txt")["ending"]


@cache
def territories() -> frozenset[str]:
    """Return nouns of administered areas («region», «county»): they end a name, but a body they are not."""
    return read_sections("bodies.txt")["territory"]


@cache
def sites() -> frozenset[str]:
    """Return nouns of places that end a name of one («Market Hill», «Priory Road»)."""
    return read_sections("bodies.txt")["site"]


@cache
def acting_bodies() -> frozenset[str]:
    """Return nouns for bodies that speak or act as officials («police», «ministry», «officials»)."""
    return read_sections("bodies.txt")["acting"]


@cache
def bodies() -> frozenset[str]:
    """Return the nouns of bodies of both kinds, as part of a name and as a source."""
    return organisation_words() | acting_bodies()


@cache
def documents() -> frozenset[str]:
    """Return nouns for documents and media that can be a source («report», «poll», «lawsuit»)."""
    return read_sections("bodies.txt")["document"]


@cache
def media() -> frozenset[str]:
    """Return the last words of names of outlets, and nouns for them («Herald», «news», «newspaper»)."""
    return read_sections("bodies.txt")["media"]


@cache
def places() -> frozenset[str]:
    """Return names of countries, states and large cities, one or two words each, in small letters."""
    sections = read_sections("places.txt")
    return countries() | sections["places"] | sections["pairs"]


@cache
def countries() -> frozenset[str]:
    """Return names of countries, one or two words each, in small letters."""
    sections = read_sections("places.txt")
    return sections["countries"] | sections["country_pairs"]


@cache
def country_adjectives() -> frozenset[str]:
    """Return the adjectives of single countries («ukrainian», not «european»)."""
    return nationalities() - read_sections("places.txt")["continental"]


@cache
def nationalities() -> frozenset[str]:
    """Return the adjectives of countries («ukrainian», «british»)."""
    return read_sections("places.txt")["adjectives"]


@cache
def given_names(gender: str = "") -> frozenset[str]:
    """Return common given names, all or those of one gender (``masculine`` or ``feminine``)."""
    sections = read_sections("given_names.txt")
    return sections[gender] if gender else sections["masculine"] | sections["feminine"]


@cache
def ambiguous_names() -> frozenset[str]:
    """Return given names that are words or places too («grace», «jordan»)."""
    return read_sections("given_names.txt")["ambiguous"]


def gender_of(given_name: str, office: str = "") -> str:
    """Return ``masculine`` or ``feminine`` if a given name or an office («spokeswoman») tells it, else ``""``."""
    for word in office.lower().split():
        for gender in ("masculine", "feminine"):
            if word in read_sections("offices.txt")[gender]:
                return gender
    name = given_name.lower()
    masculine, feminine = name in given_names("masculine"), name in given_names("feminine")
    if masculine == feminine:
        return ""
    return "masculine" if masculine else "feminine"
