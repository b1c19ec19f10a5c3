"""Measures: the words for units, the one form in which each is compared, and what it measures."""

_WORDS = (
    "mile miles kilometer kilometers kilometre kilometres km meter meters metre metres m feet foot ft "
    "inch inches acre acres hectare hectares pound pounds lb lbs ton tons tonne tonnes kg kilograms gram "
    "grams ounce ounces liter liters litre litres gallon gallons second seconds minute minutes hour hours "
    "day days week weeks month yard yards centimeter centimeters centimetre centimetres cm millimeter "
    "millimeters millimetre millimetres mm kilo kilos fortnight fortnights months year years decade "
    "decades degrees watt watts megawatts gigawatts mph kph barrel barrels"
)
MEASURE_WORDS = frozenset(_WORDS.split())
"""All forms that may follow a number."""
UNIT_OF = {
    "metre": "meter",
    "metres": "meter",
    "kilometre": "kilometer",
    "km": "kilometer",
    "litre": "liter",
    "m": "meter",
    "centimetre": "centimeter",
    "cm": "centimeter",
    "millimetre": "millimeter",
    "mm": "millimeter",
    "ft": "foot",
    "inche": "inch",
    "kilo": "kg",
    "year": "years",
    "decade": "decades",
}
"""Measures whose unit is written otherwise; the plural tells a length of years from the year 1999."""
MEASURES: dict[str, tuple[str, float]] = {
    "mile": ("m", 1609.344), "kilometer": ("m", 1000.0), "meter": ("m", 1.0), "foot": ("m", 0.3048),
    "yard": ("m", 0.9144), "centimeter": ("m", 0.01), "millimeter": ("m", 0.001),
    "inch": ("m", 0.0254), "pound": ("kg", 0.45359), "lb": ("kg", 0.45359), "ton": ("kg", 1000.0),
    "tonne": ("kg", 1000.0), "kg": ("kg", 1.0), "kilogram": ("kg", 1.0), "kilo": ("kg", 1.0), "ounce": ("kg", 0.02835),
    "gram": ("kg", 0.001), "acre": ("ha", 0.40469), "hectare": ("ha", 1.0), "gallon": ("l", 3.7854),
    "liter": ("l", 1.0), "mph": ("m/s", 0.44704), "kph": ("m/s", 0.27778), "second": ("s", 1.0), "minute": ("s", 60.0),
    "hour": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0), "fortnight": ("s", 1209600.0),
    "month": ("s", 2629800.0), "years": ("s", 31557600.0), "decades": ("s", 315576000.0), "megawatt": ("W", 1e6),
    "gigawatt": ("W", 1e9),
}  # fmt: skip
"""Unit -> what it measures, and how many of the base unit it is."""
