"""Captions in texts without markup: photo credits, and sentences that describe a scene with place and date."""

import re

from reader.articles.lines import ends_sentence
from reader.articles.role_cues import FULL_DATE, MONTH

_LONGEST = 500
_AGENCIES = (
    r"(?:AP|AFP|Reuters|EPA|Getty(?:\sImages)?|Shutterstock|Alamy|Bloomberg|dpa|PA|UPI|TASS|ANSA|EFE|Xinhua|Kyodo|NurPhoto|"
    r"Anadolu|iStock|Flickr|Wikimedia(?:\sCommons)?|Unsplash|Pixabay|Handout|Associated\sPress|Lehtikuva|Sputnik|"
    r"PA\s(?:Wire|Images)|Splash|WENN|Wenn|Rex(?:\sFeatures)?|MEGA|ZUMA(?:\sPress)?|Sipa(?:\sUSA)?|Imago|IMAGO|AAP|Canadian\sPress|EPA-EFE|"
    r"picture\salliance|Polaris|Pacemaker|Invision)"
)
_CREDIT_END = re.compile(
    rf"""(?x)
    [(\[](?:[^()\[\]]{{0,60}}\b)?(?i:photos?|photograph|images?|pictures?)(?:\s?[:/]|\s(?i:by|courtesy|credit|via)\b|\s[A-Z])
        [^()\[\]]{{0,80}}[)\]]\W*$
    |[(\[](?:[^()\[\]]{{0,60}}\b)?(?i:file\s(?:photo|picture|image)|handout|courtesy|screen\s?(?:shot|grab)|credit\s?:)
        [^()\[\]]{{0,80}}[)\]]\W*$
    |\((?:[^()\[\]]{{1,50}}[/,|]\s?)?{_AGENCIES}(?:\s?[/,|]\s?[^()\[\]]{{1,50}}|\svia\s[^()\[\]]{{1,30}})?\)\W*$
    |\[(?:Splash|WENN|Wenn|Rex|PA|Getty(?:\sImages)?|MEGA|[^()\[\]/]{{2,40}}/{_AGENCIES})\]\W*$
    |[(\[][A-Z][\w.'’\-]+\s[^()\[\]/]{{2,50}}/[^()\[\]]{{2,40}}[)\]]\W*$
    |(?:\|(?!\s?Associated)|/|—|–|\bvia)\s?{_AGENCIES}(?:\s?/\s?[\w .]{{1,40}})?\W*$
    |(?:^|[.!?”"|–—]\s?)(?i:(?:pool\s|main\s)?(?:photos?|photograph|picture|images?|foto|video)
        \s?(?:credit|by|courtesy(?:\sof)?)?\s?:\s?)[A-Z©@][^.!?]{{1,60}}\.?$
    |(?i:\bphoto(?:graph)?(?:ed)?\s?(?:by|courtesy(?:\sof)?)\s)[A-Z][^.!?]{{1,60}}\.?$
    |\bView\sfull\ssize\simage\W*$
    |\b(?:Getty\sImages|AFP\svia\sGetty|AP\sPhoto|Reuters\sphoto)\W*$
    """
)
_TAIL = 220
"""Characters at the end of a line in which a photo credit is looked for."""
_CREDIT_LINE = re.compile(
    rf"""(?x)
    \W*[A-Z][\w.'’\-]+(?:\s[A-Z][\w.'’\-]+){{0,4}}\s?[,/|]\s?(?:[\w.'’\- ]{{2,30}}\s?[,/|]\s?)?
        (?!Associated){_AGENCIES}(?:\s?[/,|]\s?[\w.'’\- ]{{2,40}})?\W*$
    |\W*(?i:credits?|photos?|images?|pictures?)\s?:\s\S.{{0,80}}$
    |(?i:image\scopyright|image\scaption|photo\scaption|view\sfull\ssize|show\scaption|hide\scaption|\(credit)\b.{{0,300}}$
    """
)
_FILE = re.compile(
    r"(?:\(?FILE\)?(?:\sPHOTO)?\s?(?:[-–—:]|\)|\sIn\b)|File\sphoto\b|(?i:photo|image|picture|pictured)\s?(?:credit)?\s?:\s|(?:Pictured|Above|Shown)\s?(?:here)?[:,]\s)"
)
_PHOTO_WORD = re.compile(
    r"(?i)\b(?:is|are)\s(?:seen|pictured|shown|photographed)\b|\b(?:in\sthis|an?\s(?:undated|file))\s(?:[\w.,]+\s){0,6}?"
    r"(?:photo|picture|image|photograph|frame|still|screen\s?grab|handout)\b|\b(?:file|handout|undated)\sphoto\b"
)
_PAST = re.compile(
    r"(?i)\b(?:said|says|told|was|were|had|did|went|came|became|began|took|made|gave|got|found|added|according|could|would|"
    r"will|announced|reported|claimed|has|have|been)\b"
)
_SCENE = re.compile(
    r"(?i)\b(?:walks?|stands?|sits?|poses?|speaks?|talks?|looks?|holds?|waves?|shakes?|arrives?|leaves?|attends?|watch(?:es)?|"
    r"carr(?:y|ies)|travels?|drives?|rides?|runs?|works?|gestures?|greets?|listens?|reacts?|celebrates?|prays?|march(?:es)?|"
    r"protests?|wait(?:s)?|gathers?|plays?|performs?|conducts?|inspects?|visits?|embraces?|hugs?|kiss(?:es)?|lays?|lies?|"
    r"rises?|burns?|flies|fly|passes|pass|crosses|cross|queues?|cleans?|clears?|search(?:es)?|tests?|fires?|load(?:s)?|"
    r"displays?|shows?|takes?\spart|participates?|delivers?|answers?|addresses|signs?|meets?|prepares?|enters?|exits?|"
    r"exercises?|trains?|tr(?:y|ies)|helps?|evacuates?|patrols?|guards?|moves?|pulls?|push(?:es)?|lines?|fills?|covers?|"
    r"hangs?|smiles?|laughs?|cries|cheers?|chants?|dances?|sings?|eats?|cooks?|buys?|sells?|shops?|swims?|surveys?|"
    r"comforts?|mourns?|lights?|unloads?|tends?|checks?|points?|receives?|sails?|steams?|docks?|lands?|takes?\soff|"
    r"[a-z]{3,12}ing\b)"
)
_PLACE_DATE = re.compile(rf"(?i),\s(?:[\w.]+day,?\s)?{FULL_DATE}\W*$")
_ON_DATE = re.compile(rf"(?i)\b(?:on|in)\s(?:[\w.]+day,?\s)?(?:{FULL_DATE}|{MONTH}\s(?:19|20)\d\d)\W*$")
_DATED = re.compile(rf"(?i)\b{FULL_DATE}")
_PLACE_END = re.compile(
    r"\b(?:in|at|near|outside|on)\s(?:[\w’'.\-]+\s){0,4}[A-ZÀ-Þ][\w’'.\-]+(?:,\s[A-ZÀ-Þ][\w’'.\-]+(?:\s[A-ZÀ-Þ][\w’'.\-]+){0,2}){1,2}\W*$"
)
_ROLE_LABEL = re.compile(
    r"(?:\((?:L|R|C|left|right|centre|center)\)|,\s(?:left|right|cent(?:er|re)|(?:second|third)\sfrom\s(?:left|right)),)"
)
_QUOTE = re.compile(r"[\"“”«»]")


def is_caption(line: str, *, beside_furniture: bool = False) -> bool:
    """Tell whether a paragraph describes a picture.

    A photo credit or «is pictured» is enough; a scene in the present tense counts with place and full date at its end,
    or, next to other furniture (a related headline, a prompt), with a place at its end.
    """
    if len(line) > _LONGEST or len(line.split()) < 2:
        return False
    credited = _CREDIT_LINE.match(line) or _CREDIT_END.search(line, max(0, len(line) - _TAIL))
    if credited and line[0] not in '"“«':
        return True
    if _FILE.match(line):
        return True
    if "(@" in line or _QUOTE.search(line) or _sentences(line) > 2:
        return False
    scene = bool(_SCENE.search(line)) and not _PAST.search(line)
    if _PHOTO_WORD.search(line) and (ends_sentence(line) or beside_furniture):
        return bool(_PLACE_DATE.search(line) or _ON_DATE.search(line) or _ROLE_LABEL.search(line)) or beside_furniture
    if not ends_sentence(line) and _DATED.search(line) and scene:
        return True
    if _PLACE_DATE.search(line) or (_ON_DATE.search(line) and (beside_furniture or _ROLE_LABEL.search(line))):
        return scene
    return beside_furniture and scene and bool(_PLACE_END.search(line))


def _sentences(line: str) -> int:
    """Return about how many sentences a line holds (initials and abbreviations aside)."""
    return 1 + len(re.findall(r"[a-z\d)][.!?]\s+(?=[A-Z])", line))
