"""Reporting cues: which word forms attribute, what each verb takes, and the small word classes around them.

The verbs stand in ``cue_verbs.txt`` beside this file. Their choice follows word counts in news text that were made for
this project (precision of a form as a cue outside quotation marks >= 0.5 at four or more uses), widened by hand.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path


class Form(StrEnum):
    """Inflection of a cue."""

    BASE = "base"
    PRESENT = "present"
    """Third person singular («says»)."""
    PAST = "past"
    PARTICIPLE = "participle"
    """A past participle that differs from the past («written», «shown»)."""
    GERUND = "gerund"
    """«saying»."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A word form that can attribute."""

    lemma: str
    form: Form
    takes: frozenset[str]
    """What follows it: ``clause``, ``that``, ``quote``, ``object``, ``wh``, ``to``, ``noun``, ``as``, ``named``,
    ``open``, ``evidence`` or prepositions; see the head of ``cue_verbs.txt``."""


_IRREGULAR: Mapping[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "put": ("put", "put"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "read": ("read", "read"),
    "speak": ("spoke", "spoken"),
    "swear": ("swore", "sworn"),
    "find": ("found", "found"),
    "show": ("showed", "shown"),
    "sing": ("sang", "sung"),
    "begin": ("began", "begun"),
    "forecast": ("forecast", "forecast"),
    "sneer": ("sneered", "sneered"),
    "refer": ("referred", "referred"),
    "admit": ("admitted", "admitted"),
    "rebut": ("rebutted", "rebutted"),
    "rebuff": ("rebuffed", "rebuffed"),
    "rebuke": ("rebuked", "rebuked"),
    "slam": ("slammed", "slammed"),
    "quip": ("quipped", "quipped"),
    "brag": ("bragged", "bragged"),
    "beg": ("begged", "begged"),
    "dub": ("dubbed", "dubbed"),
    "pan": ("panned", "panned"),
    "hit": ("hit", "hit"),
    "snap": ("snapped", "snapped"),
    "blog": ("blogged", "blogged"),
    "chat": ("chatted", "chatted"),
}
_DOUBLED = {lemma: past[:-2] for lemma, (past, _) in _IRREGULAR.items() if past == lemma + lemma[-1] + "ed"}
_VOWELS = "aeiou"


def _inflect(lemma: str) -> list[tuple[str, Form]]:
    """Return the forms of a verb; two of one spelling are given once, the finite one."""
    consonant_y = lemma.endswith("y") and lemma[-2] not in _VOWELS
    if consonant_y:
        present, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "go")) else "s")
        past = lemma + ("d" if lemma.endswith("e") else "ed")
    stem = _DOUBLED.get(lemma, lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma)
    past, participle = _IRREGULAR.get(lemma, (past, past))
    forms = {lemma: Form.BASE, stem + "ing": Form.GERUND, present: Form.PRESENT, participle: Form.PARTICIPLE}
    forms[past] = Form.PAST
    return list(forms.items())


@cache
def cue_verbs() -> Mapping[str, Cue]:
    """Return every reporting word form, in small letters."""
    lines = (Path(__file__).parent / "cue_verbs.txt").read_text(encoding="utf-8").splitlines()
    cues: dict[str, Cue] = {}
    for line in lines:
        if not line or line.startswith("#"):
            continue
        lemma, *takes = line.split()
        for spelling, form in _inflect(lemma):
            cues.setdefault(spelling, Cue(lemma, form, frozenset(takes)))
    return cues


@cache
def words(names: str) -> frozenset[str]:
    """Return the words of the lists called ``names`` (several separated by a space) as one set."""
    return frozenset(word for name in names.split() for word in _LISTS[name].split())


_LISTS: Mapping[str, str] = {
    "subject_pronouns": "he she it they we i who you",
    "pronouns": "he she it they we i who you him her them us me himself herself themselves",
    "object_pronouns": "him her them us me you it himself herself themselves",
    "determiners": "the a an his her its their our my this that these those some several many most all both two three "
    "four five six seven eight nine ten no any another other each every more few one",
    "auxiliaries": "has have had is was were are be been being will would could can may might must should shall did "
    "does do wo ca having am ain 's 'd 've 'll",
    "negations": "not n't never didn't doesn't don't hasn't haven't hadn't wasn't weren't isn't aren't won't wouldn't "
    "couldn't cannot can't nor didn’t doesn’t don’t hasn’t haven’t hadn’t wasn’t weren’t isn’t aren’t won’t wouldn’t "
    "couldn’t can’t",
    "adverbs": "also later then now again once still just even already repeatedly recently earlier previously often "
    "always first soon ever simply merely reportedly further instead himself herself themselves itself too only "
    "jointly both all long thus so yesterday today since meanwhile back out nonetheless nevertheless rather quite",
    "days": "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow",
    "months": "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec",
    "time_nouns": "week month year morning evening night afternoon day days weeks months years weekend hours hour "
    "summer winter spring fall autumn minutes moment time",
    "prepositions": "in on at during to from after before via by through with for of about under over into against "
    "amid among between near without within since until despite following outside inside toward towards upon across "
    "alongside along behind regarding per",
    "setting_nouns": "statement interview speech briefing conference tweet tweets post posts letter email e-mail memo "
    "rally debate report release hearing testimony filing interviews remarks comments message video address call "
    "broadcast announcement appearance column editorial essay article book blog op-ed memoir note text television tv "
    "radio twitter facebook telegram instagram x show program programme segment podcast response reply event meeting "
    "forum court summit ceremony lawsuit complaint affidavit document documents paper study survey poll communique "
    "communiqué bulletin website site page channel questioning telephone phone reporters press parliament congress "
    "town hall stop visit trip lunch dinner breakfast breakfast session panel discussion lecture sermon",
    "common_verbs": "went made took came got gave met left held knew thought saw became began brought built bought caught "
    "chose did drew drove fell felt flew forgot fought grew heard hit kept led lost meant paid put ran rose sat sent set "
    "shot showed spent spoke stood stole swept swore taught threw understood won wore makes takes comes goes gets gives "
    "has seems appears remains says wants needs plans believes thinks knows knew goes becomes leads leaves holds runs "
    "keeps puts shows",
    "evidence_nouns": "poll polls study studies report reports survey surveys video videos footage document documents "
    "data analysis research records record figures film film slide results filings numbers statistics evidence emails "
    "e-mails review investigation audit findings photos photo images tape tapes transcript transcripts paper averages "
    "forecast estimates polling census search tweet tweets letter it which test tests inquiry returns panel judge court "
    "jury",
    "hedges": "reportedly allegedly supposedly purportedly",
    "claim_nouns": "assertion assertions claim claims statement statements allegation allegations suggestion suggestions "
    "warning warnings insistence admission contention complaint complaints pledge promise vow announcement accusation "
    "accusations prediction predictions argument arguments denial acknowledgment acknowledgement declaration comment "
    "comments remark remarks conclusion charge charges revelation boast threat assurance assurances",
    "wh": "whether if how why what who when where which whom whose",
    "clause_starts": "he she it they we i you there this these those the a an his her its their our my no",
    "stops": "that which because when while although though unless whereas whether if but or nor so yet than",
}
