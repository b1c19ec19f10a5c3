"""Drift of numbers: what is another number, and what is the same one said otherwise."""

from collections.abc import Callable

import pytest

from reader.model.chain import DriftType
from reader.tracing.document import TracedDocument
from reader.tracing.drift.edge import measure_drift, take_side
from reader.tracing.drift.number_places import MOST_NUMBERS, place_numbers

CASES: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "sum": (
        "The storm killed four people in Ostrel and two people in Tarsk, the rescue service said.",
        "The storm killed six people in Ostrel and Tarsk, the rescue service said.",
        [],
    ),
    "sum of three": (
        "The storm killed four people in Ostrel, two people in Tarsk and three people in Weir.",
        "The storm killed nine people in Ostrel, Tarsk and Weir.",
        [],
    ),
    "sum taken apart": (
        "The storm killed six people in Ostrel and Tarsk, the rescue service said.",
        "The storm killed four people in Ostrel and two people in Tarsk, the rescue service said.",
        [],
    ),
    "a bound that only a quotation had": (
        "“We get up to 60 calls on a summer night,” harbour master Ada Brinkmann said of the calls.",
        "Harbour master Ada Brinkmann said that they get 60 calls on a summer night.",
        [],
    ),
    "a bound that a quotation had, and the words around the rest of it": (
        "“A stoppage of two to three weeks is harmless,” the memo of the ferry company says.",
        "A stoppage of up to three weeks “is harmless”, the memo of the ferry company says.",
        [("three", "up to three")],
    ),
    "a bound beside an equal number of a quotation that both have": (
        "The new mast warns ships up to six hours sooner. “Six hours is a night’s sleep for a ship,” "
        "Ada Brinkmann said.",
        "Thanks to a new mast ships are warned six hours sooner. “Six hours is a night’s sleep for a ship,” "
        "Ada Brinkmann said.",
        [("up to six", "six")],
    ),
    "no more than, and more than": (
        "The ferry may carry no more than 40 passengers in winter, the harbour office said.",
        "The ferry may carry more than 40 passengers in winter, the harbour office said.",
        [("no more than 40", "more than 40")],
    ),
    "in excess of": (
        "The ferry carried more than 40 passengers on Sunday, the harbour office said.",
        "The ferry carried in excess of 40 passengers on Sunday, the harbour office said.",
        [],
    ),
    "just under": (
        "The ferry carried nearly 40 passengers on Sunday, the harbour office said.",
        "The ferry carried just under 40 passengers on Sunday, the harbour office said.",
        [],
    ),
    "over as a word for the matter": (
        "The harbour office threatened to close the ferry in a row over 40 jobs at the yard of Ostrel.",
        "The harbour office threatened to close the ferry because of 40 jobs at the yard of Ostrel.",
        [],
    ),
    "no sum": (
        "The storm killed four people in Ostrel and two people in Tarsk, the rescue service said.",
        "The storm killed seven people in Ostrel and two people in Tarsk, the rescue service said.",
        [("four", "seven")],
    ),
    "notice of a correction": (
        "The fire in the mill of Ostrel injured 12 workers on Sunday, the police said.",
        "The fire in the mill of Ostrel injured 21 workers on Sunday, the police said.\n\n"
        "Correction: an earlier version of this article gave the number as 12.",
        [("12", "21")],
    ),
    "rounding": (
        "Some 1,214 people signed the petition against the quarry at Marl Cross, the parish clerk said.",
        "More than 1,200 people have signed a petition against the Marl Cross quarry.",
        [("Some 1,214", "More than 1,200")],
    ),
    "miles to kilometres": (
        "The pipeline will run 45 miles from Ostrel to the coast.",
        "The planned pipeline from Ostrel to the sea is 70 kilometres long.",
        [("45", "70")],
    ),
    "fahrenheit to celsius": (
        "Temperatures in Tarsk reached 104 degrees Fahrenheit on Sunday, the weather office said.",
        "In Tarsk it was 38 degrees on Sunday, according to the weather office.",
        [("104", "38")],
    ),
    "degrees by sign": (
        "Water in the bay warmed to 81°F this week, divers said.",
        "The bay's water has warmed to 29°C, divers say.",
        [("81", "29")],
    ),
    "acres to hectares": (
        "The fire has burned 2,500 acres of pine forest near Lake Umber.",
        "Near Lake Umber the fire has destroyed 1,000 hectares of pines.",
        [("2,500", "1,000")],
    ),
    "a quarter is 25 per cent": (
        "A quarter of the trees in Holt Park are diseased, the survey found.",
        "The survey found that 25 per cent of trees in Holt Park are sick.",
        [],
    ),
    "one in four, a third": (
        "One in four pupils at Brookfield school missed lessons last week.",
        "A third of pupils at Brookfield school missed lessons last week.",
        [("One in four", "A third")],
    ),
    "one in four is a quarter": (
        "One in four pupils at Brookfield school missed lessons last week.",
        "A quarter of the pupils at Brookfield school were absent last week.",
        [],
    ),
    "percent change": (
        "The survey found that 62 percent of tenants in Lowmere fear eviction.",
        "In Lowmere 26 percent of tenants fear eviction, a survey found.",
        [("62 percent", "26 percent")],
    ),
    "currency": (
        "The council paid €4.5 million for the footbridge, records show.",
        "Records show the footbridge cost the council $5 million.",
        [("€4.5 million", "$5 million")],
    ),
    "age comma": (
        "Maren Tofte, 57, has kept the lighthouse since her father died.",
        "Lighthouse keeper Maren Tofte, 75, took over when her father died.",
        [("57", "75")],
    ),
    "part of an hour": (
        "The drill bit reached the gallery 29 minutes later, the mine rescue service at Orlow said.",
        "Half an hour later the drill reached the gallery, according to the mine rescue service at Orlow.",
        [("29", "Half an hour")],
    ),
    "francs to dollars": (
        "The winner of the Sund prize gets 80,000 Swiss francs.",
        "The Sund prize comes with $100,000 for its winner.",
        [("80,000", "$100,000")],
    ),
    "currency by code": (
        "The dam at Quell is estimated at USD 3.2 billion, the authority said.",
        "Quell's dam is estimated at $3.2 billion, according to the authority.",
        [],
    ),
    "volume abbreviated": (
        "The pipeline to Sund can carry 8.4 billion cubic metres of gas per year, its owner said.",
        "The pipeline to Sund can carry 8.4 bcm of gas per year, its owner says.",
        [],
    ),
    "from and to": (
        "The army widened the closed zone around Mount Harl to eight kilometres from five.",
        "The closed zone around Mount Harl was widened from five kilometres to eight.",
        [],
    ),
    "every eighth": (
        "One in eight patients at Brookfield had a fever, the trial found.",
        "The trial found a fever in every eighth patient at Brookfield.",
        [],
    ),
    "a quotation of two sentences": (
        "“They came to Ludden at ten. Of 81 houses nine have a roof,” Maren Tofte said.",
        "“Of 81 houses in Ludden seven have a roof,” Maren Tofte said.",
        [],
    ),
    "a length and a count": (
        "The boat met three-metre waves off Cape Hollow. Three fishermen were saved.",
        "The boat was in 10ft waves off Cape Hollow. Three men were saved.",
        [("three", "10")],
    ),
    "age with and without years": (
        "The 57-year-old keeper of the lighthouse at Sund has retired.",
        "The keeper of Sund's lighthouse, 57, has retired.",
        [],
    ),
    "one patient in eight": (
        "One patient in eight at Brookfield had a fever, the trial found. Four developed a rash.",
        "The trial found a fever in every eighth patient at Brookfield and five times a rash.",
        [("Four", "five")],
    ),
    "nearly half": (
        "The pump house at Quell will be built by the town, of which Norvane carries 45 per cent of the cost.",
        "Quell gets a pump house, with Norvane paying nearly half.",
        [("45 per cent", "nearly half")],
    ),
    "rounded, worded otherwise": (
        "Some 890 people have drowned this year between Sund and the islands.",
        "Nearly 900 have lost their lives at sea, on the way from Sund, since January.",
        [("Some 890", "Nearly 900")],
    ),
    "another bound of a length of time": (
        "The buoy off Cape Hollow is built to work for at least nine years, the weather office said.",
        "The weather office hopes for earlier warnings from the buoy, which should last nine years.",
        [("at least nine", "nine")],
    ),
    "said again in a quotation": (
        "The buoy off Cape Hollow lengthens the time for warnings of storms by up to six hours. "
        "“Six hours is a bus and a hill,” Maren Tofte said.",
        "Cape Hollow will have its warnings of storms six hours sooner. “Six hours is a bus and a hill,” "
        "said Maren Tofte.",
        [("up to six", "six")],
    ),
    "range kept": (
        "Repairs will take 10 to 12 weeks, the bridge authority said.",
        "The bridge authority expects the repairs to last 10 to 12 weeks.",
        [],
    ),
    "dozens": (
        "About 140 people were evacuated from the flats on Mill Lane.",
        "Dozens of people had to leave their flats on Mill Lane.",
        [("About 140", "Dozens")],
    ),
    "couple": (
        "A couple of shots were heard near the station in Ludden, witnesses said.",
        "Three shots were heard near the Ludden station, according to witnesses.",
        [("A couple of", "Three")],
    ),
    "ordinal same": (
        "It was the third blackout in the city of Amsel since New Year.",
        "The 3rd blackout since New Year hit the city of Amsel.",
        [],
    ),
    "score": (
        "Harbour United beat Vale Rovers 3-1 on Saturday at the Dell.",
        "At the Dell on Saturday, Harbour United won 3-2 against Vale Rovers.",
        [("1", "2")],
    ),
    "time no drift": (
        "The blast happened at 5:40 a.m. in a bakery on Corn Street.",
        "A bakery on Corn Street exploded at 6:40 a.m.",
        [],
    ),
    "a year and a count": (
        "The mill opened in 1911 and employed 300 people.",
        "The mill, opened in 1911, had 300 workers.",
        [],
    ),
    "of total": (
        "Fourteen of the 62 bridges inspected in the county need repairs.",
        "More than a dozen of the county's 62 bridges need repairs after an inspection.",
        [("Fourteen", "More than a dozen")],
    ),
    "total changed": (
        "Fourteen of the 62 bridges inspected in the county need repairs.",
        "Fourteen of 26 inspected bridges in the county are in need of repair.",
        [("62", "26")],
    ),
    "of how many": (
        "The rate rose to 12 cases per 100,000 residents in Orlow.",
        "In Orlow the rate has risen to 12 cases per 10,000 residents.",
        [("100,000", "10,000")],
    ),
    "other thing": (
        "Eight rescuers searched the cave for six hours before they found the boy.",
        "Rescuers found the boy after a search of six hours. Twelve volunteers made soup for them.",
        [],
    ),
    "toll has risen": (
        "At least nine people were killed when the coach left the road near Tamsin Pass.",
        "The death toll after the coach crash near Tamsin Pass has risen to 11.",
        [("At least nine", "11")],
    ),
    "casualties updated": (
        "Nine people died when the coach left the road near Tamsin Pass, police said.",
        "Eleven people were killed when a coach left the road near Tamsin Pass.",
        [("Nine", "Eleven")],
    ),
    "lost bound": (
        "At least 12 houses in Quell were damaged by the landslide.",
        "The landslide damaged 12 houses in Quell.",
        [("At least 12", "12")],
    ),
    "same words": ("Sixty-two sheep died in the barn fire at Oakley.", "A barn fire at Oakley killed 62 sheep.", []),
    "million digits": (
        "The bailout cost taxpayers 1.5 million crowns, auditors found.",
        "Auditors put the cost for taxpayers at 1,500,000 crowns.",
        [],
    ),
    "billion vs million": (
        "The tunnel will cost 2.4 billion crowns, the ministry said.",
        "The ministry puts the cost of the tunnel at 2.4 million crowns.",
        [("2.4 billion", "2.4 million")],
    ),
    "twice, three times": (
        "He was fined twice for speeding on the coast road, court papers show.",
        "Court papers show that he was fined three times for speeding on the coast road.",
        [("twice", "three")],
    ),
    "doubled, trebled": (
        "Complaints about the line have doubled since 2022, the regulator said.",
        "The regulator says complaints about the line have trebled since 2022.",
        [("doubled", "trebled")],
    ),
    "tenfold": (
        "Rents in Kessel rose fivefold in a decade.",
        "Rents in Kessel rose tenfold within a decade.",
        [("fivefold", "tenfold")],
    ),
    "duration": (
        "The suspect was held for 36 hours before he was charged in Brill.",
        "He was charged in Brill after two days in custody.",
        [("36", "two")],
    ),
    "duration equal": (
        "The siege lasted 48 hours, the army said.",
        "The siege lasted two days, according to the army.",
        [],
    ),
    "weeks to a month": (
        "The port will stay shut for three weeks, said its director.",
        "Its director said the port will be closed for a month.",
        [("three", "a month")],
    ),
    "hundreds for a figure": (
        "Some 430 dockers marched through Port Elm against the merger.",
        "Hundreds of dockers marched through Port Elm against the merger.",
        [("Some 430", "Hundreds")],
    ),
    "height": (
        "The wave was 4 metres high when it reached Sund harbour.",
        "A wave of 14 feet reached the harbour of Sund.",
        [("4", "14")],
    ),
    "nearly": (
        "The museum lost 980 coins in the burglary, its keeper said.",
        "Nearly 1,000 coins were stolen from the museum, according to its keeper.",
        [("980", "Nearly 1,000")],
    ),
    "two numbers one changed": (
        "Police arrested 18 men and seized 240 kilos of cocaine at Deep Quay.",
        "At Deep Quay the police seized 240 kilos of cocaine and arrested 28 men.",
        [("18", "28")],
    ),
    "number moved same": (
        "Police arrested 18 men and seized 240 kilos of cocaine at Deep Quay.",
        "Eighteen men were arrested at Deep Quay, where police found 240 kilograms of cocaine.",
        [],
    ),
    "half dozen": (
        "Half a dozen fishing boats sank in the storm off Cape Hollow.",
        "Ten fishing boats sank in the storm off Cape Hollow.",
        [("Half a dozen", "Ten")],
    ),
    "half a dozen is six": (
        "Half a dozen fishing boats sank in the storm off Cape Hollow.",
        "Six fishing boats went down off Cape Hollow in the storm.",
        [],
    ),
    "a dozen to dozens": (
        "More than a dozen allotments on Fern Road were flooded.",
        "Dozens of allotments on Fern Road were flooded.",
        [("More than a dozen", "Dozens")],
    ),
    "speed": (
        "The train was travelling at 95 mph when it derailed near Stowe.",
        "The train was doing 150 kph when it came off the rails near Stowe.",
        [("95", "150")],
    ),
    "another year": (
        "The church was built in 1874 by monks of the valley.",
        "Monks of the valley built the church in 1847.",
        [("1874", "1847")],
    ),
    "kept in another sentence": (
        "The village has 900 inhabitants. The flood hit 300 of them.",
        "The flood hit 300 people in the village.",
        [],
    ),
}
"""The kind of change -> a sentence, what was made of it, and the words that changed on both sides."""


REPORTS: dict[str, tuple[str, str, list[tuple[str, str]]]] = {
    "storm": (
        (
            "At least 17 people have died and 4,000 have lost their homes in floods along the river Asta, "
            "the interior ministry said on Monday.\n\n"
            "Water stood 2.5 metres deep in the streets of Porto Luce. Some 600 soldiers are helping with "
            "the evacuation. The government released 12 million crowns in aid."
        ),
        (
            "The flood on the Asta has killed 19 people, according to officials. Around 4,000 are "
            "homeless.\n\n"
            "Porto Luce lies under two metres of water. Six hundred troops are bringing people to safety, "
            "and 20 million crowns have been set aside."
        ),
        [("At least 17", "19"), ("2.5", "under two"), ("12 million", "20 million")],
    ),
    "release": (
        (
            "The district of Amsel will replant 45 hectares of reed beds on Lake Umber by 2031, district "
            "councillor Ina Voss announced on Thursday. The project costs 3.4 million crowns, of which "
            "the state pays 80 per cent.\n\n"
            "Reeds have disappeared from 60 per cent of the shore since 1987. A total of 220,000 "
            "seedlings will be set by hand."
        ),
        (
            "Lake Umber is to get its reeds back. About 110 acres along the shore will be planted again "
            "until 2031, the Amsel district says, at a price of more than three million crowns. Four "
            "fifths of this comes from the state.\n\n"
            "Nearly two thirds of the lake's reed belt has vanished in four decades. Volunteers and "
            "gardeners are to plant over 200,000 seedlings by hand."
        ),
        [
            ("45", "About 110"),
            ("3.4 million", "more than three million"),
            ("60 per cent", "Nearly two thirds"),
            ("220,000", "over 200,000"),
        ],
    ),
    "rescue": (
        (
            "Two climbers were found alive on Mount Harl after 52 hours in a snow hole, the mountain "
            "rescue service said. The men, aged 27 and 31, had food for one day.\n\n"
            "Forty rescuers and three helicopters had searched for them. The temperature fell to minus 18 "
            "degrees at night. The service has had 96 missions this winter, 14 of them with deaths."
        ),
        (
            "After more than two days in a hole dug in the snow, two climbers, 27 and 32, have been saved "
            "from Mount Harl. They had taken provisions for a single day.\n\n"
            "About 50 helpers and two helicopters looked for the pair at temperatures of down to minus 20 "
            "degrees. It was the 96th mission of the winter."
        ),
        [("52", "more than two"), ("31", "32"), ("Forty", "About 50"), ("three", "two"), ("18", "20")],
    ),
    "digest": (
        (
            "Harnsey: Bus fares rise by 8 per cent in January. A single ticket will cost 2.70 crowns.\n\n"
            "Pellam: The brewery is to shed 35 of 210 jobs by spring.\n\n"
            "Tarnwick: A walker found 84 Roman coins under a hedge."
        ),
        (
            "Fares on Harnsey's buses go up 9 per cent in January; a single costs 2.70 crowns. In Pellam, "
            "the brewery is cutting 53 of its 210 jobs. And at Tarnwick a dog, not a walker, found some "
            "80 Roman coins."
        ),
        [("8 per cent", "9 per cent"), ("35", "53"), ("84", "some 80")],
    ),
    "same": (
        (
            "The council of Weir voted 31 to 17 on Monday to sell the mill for 2.2 million crowns. It was "
            "built in 1874, has 64 windows and stood empty for nine years.\n\n"
            "Ruth Ellwood, 44, voted against. “There were forty of us,” she said."
        ),
        (
            "Weir's council has decided, by 31 votes to 17, to sell its mill. The price is 2.2 million "
            "crowns. The building of 1874, which has 64 windows, had been vacant for nine years. "
            "Councillor Ruth Ellwood, who is 44, was against the sale."
        ),
        [],
    ),
    "independent numbers": (
        (
            "Twelve homes burned down in Orlow on Friday. Fire crews from 9 towns came. The fire chief, "
            "Jan Merk, said 3 firefighters were treated for smoke. Last year 40 homes burned in the "
            "district."
        ),
        (
            "A dozen homes burned down in Orlow on Friday. The mayor promised each of the families 5,000 "
            "crowns and opened a school with 80 beds. Jan Merk, the fire chief, said smoke had injured "
            "three of his people."
        ),
        [],
    ),
}
"""The matter -> a report with many numbers, a free rewrite of it, and the numbers that changed, in its order."""


def test_a_table_is_compared_as_far_as_its_first_numbers(make_document: Callable[..., TracedDocument]) -> None:
    table = "Results of the vote in Karsk: " + ", ".join(f"{n} votes" for n in range(3000, 3000 + 2 * MOST_NUMBERS))
    placed = place_numbers(take_side(make_document("a", "Harbour Post", 0, f"{table}.")).reading)
    assert [p.value for p in placed] == [float(n) for n in range(3000, 3000 + MOST_NUMBERS)]


@pytest.mark.parametrize("case", [*CASES.values(), *REPORTS.values()], ids=[*CASES, *REPORTS])
def test_numbers_change_or_stay(
    make_document: Callable[..., TracedDocument], case: tuple[str, str, list[tuple[str, str]]]
) -> None:
    one, other, changes = case
    found = measure_drift(make_document("a", "Harbour Post", 0, one), make_document("b", "Tide Daily", 2, other))
    assert [(d.a_words, d.b_words) for d in found if d.type is DriftType.NUMBER] == changes
