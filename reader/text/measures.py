"""Measures and currencies: their words, the one form in which each is compared, and what it measures."""

import re

_WORDS = (
    "mile miles kilometer kilometers kilometre kilometres km meter meters metre metres m feet foot ft "
    "inch inches acre acres hectare hectares pound pounds lb lbs ton tons tonne tonnes kg kilograms gram "
    "grams ounce ounces liter liters litre litres gallon gallons second seconds minute minutes hour hours "
    "day days week weeks month yard yards centimeter centimeters centimetre centimetres cm millimeter "
    "millimeters millimetre millimetres mm kilo kilos fortnight fortnights months year years decade "
    "decades degrees watt watts kilowatts megawatts gigawatts kw mw gw mph kph barrel barrels bcm mcm knots"
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
    "kw": "kilowatt",
    "mw": "megawatt",
    "gw": "gigawatt",
}
"""Measures whose unit is written otherwise; the plural tells a length of years from the year 1999."""
MEASURES: dict[str, tuple[str, float]] = {
    "mile": ("m", 1609.344), "kilometer": ("m", 1000.0), "meter": ("m", 1.0), "foot": ("m", 0.3048),
    "yard": ("m", 0.9144), "centimeter": ("m", 0.01), "millimeter": ("m", 0.001), "inch": ("m", 0.0254),
    "pound": ("kg", 0.45359), "lb": ("kg", 0.45359), "ton": ("kg", 1000.0), "tonne": ("kg", 1000.0),
    "kg": ("kg", 1.0), "kilogram": ("kg", 1.0), "kilo": ("kg", 1.0), "ounce": ("kg", 0.02835), "gram": ("kg", 0.001),
    "acre": ("m2", 4046.86), "hectare": ("m2", 1e4), "gallon": ("m3", 0.0037854), "liter": ("m3", 0.001),
    "bcm": ("m3", 1e9), "mcm": ("m3", 1e6), "mph": ("m/s", 0.44704), "kph": ("m/s", 0.27778), "second": ("s", 1.0),
    "minute": ("s", 60.0), "hour": ("s", 3600.0), "day": ("s", 86400.0), "week": ("s", 604800.0),
    "fortnight": ("s", 1209600.0), "month": ("s", 2629800.0), "years": ("s", 31557600.0),
    "decades": ("s", 315576000.0), "kilowatt": ("W", 1e3), "megawatt": ("W", 1e6), "gigawatt": ("W", 1e9),
    "knot": ("m/s", 0.51444),
}  # fmt: skip
"""Unit -> what it measures, and how many of the base unit it is."""
POWERS = {"square": "square", "sq": "square", "cubic": "cubic"}
"""Words before a length that make it an area or a volume."""
MEASURES |= {
    f"{word} {unit}": (f"{dimension}{power}", factor**power)
    for word, power in (("square", 2), ("cubic", 3))
    for unit, (dimension, factor) in tuple(MEASURES.items())
    if dimension == "m"
}
_CURRENCIES = (
    "$ dollar dollars, € euro euros, ¥ yen yuan, ₴ hryvnia hryvnias, ₹ rupee rupees, ₽ ruble rubles rouble roubles, "
    "Fr franc francs, kr krona kronor krone kroner crown crowns, ₺ lira liras, zł zloty zlotys, R$ reais, "
    "peso peso pesos, rand rand rands, ₪ shekel shekels, dirham dirham dirhams, riyal riyal riyals, "
    "dinar dinar dinars, ฿ baht, RM ringgit, Ft forint forints, lei lei, lev lev leva, taka taka, "
    "naira naira, ₿ bitcoin bitcoins"
)
CURRENCIES = {word: sign for sign, *words in map(str.split, _CURRENCIES.split(",")) for word in words}
"""Word for a currency -> its sign, or its name where it has none; a pound is a weight too and not among them."""
CURRENCY_CODES = {
    "US$": "$", "USD": "$", "EUR": "€", "GBP": "£", "CHF": "Fr", "JPY": "¥", "CNY": "¥", "RMB": "¥", "UAH": "₴",
    "INR": "₹", "Rs": "₹", "RUB": "₽", "SEK": "kr", "NOK": "kr", "DKK": "kr", "PLN": "zł", "BRL": "R$", "ZAR": "rand",
    "ILS": "₪", "AED": "dirham",
}  # fmt: skip
"""Code before a sum or behind it -> the sign that it is compared by."""
_CROWN_NATIONS = "Czech|Danish|Estonian|Faroese|Icelandic|Norwegian|Slovak|Swedish"
_CURRENCY_BEHIND = re.compile(
    rf"\s+(?:(?:(?P<crowned>{_CROWN_NATIONS})|U\.?S\.?|Hong Kong|[A-Z][a-z]+)\s+)?"
    rf"(?P<word>{'|'.join(sorted(CURRENCIES, key=len, reverse=True))})\b"
    rf"|\s?(?P<code>{'|'.join(map(re.escape, CURRENCY_CODES))})(?!\w)"
)
_SURELY_MONEY = 1000.0
"""From here on nobody counts crowns but to pay with them."""


def currency_behind(text: str, at: int, stop: int, value: float | None) -> str:
    """Return the sign of the currency whose word or code stands behind a number, empty where none does.

    Crowns are money behind a nation that pays in them, or in a sum or part that nobody else counts («12 crown courts»).
    """
    money = _CURRENCY_BEHIND.match(text, at, stop)
    if money is None:
        return ""
    if money["code"]:
        return CURRENCY_CODES[money["code"]]
    is_sum = value is not None and (value >= _SURELY_MONEY or not value.is_integer())
    if money["word"].startswith("crown") and not money["crowned"] and not is_sum:
        return ""
    sign = CURRENCIES[money["word"]]
    return f"HK{sign}" if "Hong Kong" in money.group() else sign
