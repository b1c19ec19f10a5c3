"""Drift of names: what is one name in another form, and what is another name."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift

CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "diacritics": (
        "Mayor Zdeněk Hůlka opened the new tram depot in Brodek on Monday.",
        "The tram depot in Brodek was opened on Monday by mayor Zdenek Hulka.",
        [("Zdeněk Hůlka", "Zdenek Hulka")],
    ),
    "initial to full": (
        "J. P. Okafor, who runs the port of Lagoon Bay, resigned on Tuesday.",
        "Lagoon Bay port director James Okafor has resigned.",
        [],
    ),
    "full to initial": (
        "James Okafor, who runs the port of Lagoon Bay, resigned on Tuesday.",
        "J. Okafor of the Lagoon Bay port has resigned.",
        [],
    ),
    "translit": (
        "Mykhailo Tereshchuk, the governor of Sulim, denied the report.",
        "Governor Mikhail Tereschuk of Sulim has denied the report.",
        [("Mykhailo Tereshchuk", "Mikhail Tereschuk")],
    ),
    "transliterated place": (
        "Villagers in Khreshchatove fled on foot before the river rose.",
        "Before the river rose, villagers of Hreshchatove fled on foot.",
        [("Khreshchatove", "Hreshchatove")],
    ),
    "nickname": (
        "William Tranter, who led the walkout at the foundry, was dismissed.",
        "Bill Tranter, leader of the foundry walkout, has been dismissed.",
        [],
    ),
    "order korean": (
        "Park Ji-ho said the shipyard in Namdo would hire 300 welders.",
        "Ji-ho Park said 300 welders would be hired at the Namdo shipyard.",
        [],
    ),
    "abbreviated": (
        "The Norland Seismological Institute recorded two tremors on the coast.",
        "The NSI recorded two tremors on the coast of Norland.",
        [],
    ),
    "wrong first name": (
        "Hannah Brisling, a biologist at Weir College, found the frog in a drain.",
        "Anna Brisling, a biologist at Weir College, discovered the frog in a drain.",
        [("Hannah", "Anna")],
    ),
    "wrong first name of one letter": (
        "Captain Peter Oswin steered the tug into the harbour wall at Sund.",
        "The tug was steered into the harbour wall at Sund by captain Paul Oswin.",
        [("Peter", "Paul")],
    ),
    "wrong surname typo": (
        "Conductor Ilse Marienfeld left the orchestra in protest.",
        "Conductor Ilse Marienfield has left the orchestra in protest.",
        [("Marienfeld", "Marienfield")],
    ),
    "double letters": (
        "Gianni Barocci designed the stadium in Porto Luce.",
        "The Porto Luce stadium was designed by Gianni Baroci.",
        [("Barocci", "Baroci")],
    ),
    "clan name": (
        "Foreman Angus McRae blew the whistle at the Ferrier mine.",
        "At the Ferrier mine foreman Angus MacRae blew the whistle.",
        [("McRae", "MacRae")],
    ),
    "hyphen": (
        "Ana-Lucia Pereda owns the vineyard above Corta.",
        "Ana Lucia Pereda owns the Corta vineyard.",
        [("Ana-Lucia", "Ana Lucia")],
    ),
    "hyphen in one of two places": (
        "Ana-Lucia Pereda owns the vineyard above Corta. Ana Lucia Pereda is 40.",
        "Ana Lucia Pereda owns the Corta vineyard.",
        [],
    ),
    "another name in a list": (
        "The firm plans to bring in drivers from Norland and Sulim within 72 hours.",
        "A memo lays out how the firm would bring drivers from Norland and Amsel.",
        [("Sulim", "Amsel")],
    ),
    "another name in its place": (
        "The barge with wheat for the mill sank near Sulim on the night of the storm.",
        "The barge with wheat for the mill sank near Amsel on the night of the storm.",
        [("Sulim", "Amsel")],
    ),
    "another name in another place": (
        "The barge with wheat for the mill sank near Sulim on the night of the storm.",
        "The barge that sank with wheat had come from Amsel.",
        [],
    ),
    "another day": (
        "The court in Weir sits on Monday and Tuesday to hear the miller's case.",
        "The court in Weir sits on Monday and Wednesday to hear the miller's case.",
        [],
    ),
    "an account": (
        "Ida Kroll said she would stay in Weir.",
        "She would stay in Weir, Ida Kroll (@IdaKroll) said.",
        [],
    ),
    "apostrophe": (
        "Sean O'Brannagh drove the combine through the barn.",
        "The combine was driven through the barn by Sean O’Brannagh.",
        [],
    ),
    "different people": (
        "Trainer Marta Kellner praised the horse. Jockey Mark Keller fell at the second fence.",
        "Jockey Mark Keller fell at the second fence in Weir.",
        [],
    ),
    "demonym": ("Norlandic trawlers blocked the port of Sund.", "Trawlers from Norland blocked the port of Sund.", []),
    "a letter more": (
        "The delegation from Kharivka arrived late at the talks in Amsel.",
        "The delegation from Kharkivka arrived late at the Amsel talks.",
        [("Kharivka", "Kharkivka")],
    ),
    "slashed letter": (
        "Søren Aagaard leads the inquiry into the ferry fire.",
        "The inquiry into the ferry fire is led by Soren Aagaard.",
        [("Søren", "Soren")],
    ),
    "polish": (
        "Prosecutor Łucja Wójcik-Baran took over the case in Ostrel.",
        "In Ostrel, prosecutor Lucja Wojcik-Baran has taken on the case.",
        [("Łucja Wójcik", "Lucja Wojcik")],
    ),
    "wrong org word": (
        "The Society for Coastal Birds counted the terns at Grebe Island.",
        "The Society for Costal Birds counted the terns at Grebe Island.",
        [("Coastal", "Costal")],
    ),
    "swap letters": (
        "Detective Brian Halward questioned the gardener in Penn Wood.",
        "The gardener in Penn Wood was questioned by detective Brain Halward.",
        [("Brian", "Brain")],
    ),
    "arabic": (
        "Sheikh Yusuf al-Harrani blessed the boats at Port Murr.",
        "Sheikh Youssef al-Harrani blessed the boats at Port Murr.",
        [("Yusuf", "Youssef")],
    ),
    "mohammed": (
        "Muhammad Rashidi coached the team from Port Murr to the cup.",
        "Mohammed Rashidi coached Port Murr's team to the cup.",
        [("Muhammad", "Mohammed")],
    ),
    "east west": ("Troops entered West Harran on Friday.", "On Friday troops entered East Harran.", []),
    "team names": (
        "Vale Rovers signed Duarte Pimenta from Harbour United.",
        "Duarte Pimienta joined Vale Rovers from Harbour United.",
        [("Pimenta", "Pimienta")],
    ),
    "first letter": (
        "Violinist Katja Brandl played at the Weir festival.",
        "Violinist Catja Brandl played at the Weir festival.",
        [("Katja", "Catja")],
    ),
    "first letter y j": (
        "Yelena Sorokina ran the orphanage in Sulim for a decade.",
        "Jelena Sorokina ran the Sulim orphanage for ten years.",
        [("Yelena", "Jelena")],
    ),
    "first letter e ye": (
        "Yevhen Sorokin ran the orphanage in Sulim.",
        "Evhen Sorokin ran the orphanage in Sulim.",
        [("Yevhen", "Evhen")],
    ),
    "hyphen lost": (
        "Governor Lin Wei-ting visited the flooded town of Taoli.",
        "Governor Lin Weiting visited the flooded town of Taoli.",
        [("Wei-ting", "Weiting")],
    ),
    "run together": (
        "The barge sank at New Haven lock on Friday.",
        "The barge sank at Newhaven lock on Friday.",
        [("New Haven", "Newhaven")],
    ),
    "another alphabet": (
        "Олена Щербак leads the mine union in Sulim.",
        "Olena Shcherbak leads the mine union in Sulim.",
        [("Олена Щербак", "Olena Shcherbak")],
    ),
    "accent short": (
        "Director Noé Vargas left the theatre of Corta.",
        "The theatre of Corta lost its director Noe Vargas.",
        [("Noé", "Noe")],
    ),
    "two of one family": (
        "Walter and Joan Impey keep bees at Morden. Joan Impey found the hives gone.",
        "Walter Impey and his wife keep bees at Morden.",
        [],
    ),
    "an adjective beside a name": (
        "The Prussia Fleet Museum in Weir closed.",
        "The Prussian Fleet Museum in Weir closed.",
        [],
    ),
}
"""The kind of change -> a sentence, what was made of it, and the words that changed on both sides."""


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_names_change_or_stay(
    make_document: Callable[..., TracedDocument], case: tuple[str, str, list[tuple[str, str]]]
) -> None:
    one, other, changes = case
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert [(d.a_words, d.b_words) for d in found if d.type is DriftType.NAME] == changes
