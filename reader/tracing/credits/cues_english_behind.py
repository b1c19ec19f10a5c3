"""English words of crediting behind the name of an outlet; those before it stand in ``cues_english``."""

from reader.tracing.credits.cue_rules import CITES, FIRST, FORM, HINT, OPEN, WHOLE, WIRE, Rule, right

_ADVERB = (
    r"(?:(?:also|both|later|previously|has|have|had|recently|all|separately|earlier|exclusively|initially|each|then|"
    r"itself|on\s\w+day|last\s(?:week|month|year)|this\s(?:week|month)|still|now|subsequently|today|yesterday|"
    r"just|meanwhile|further|for\sexample|in\s\w+)\s)*"
)
_OF_ITSELF = (
    r"(?:said|says|confirmed|added|asked)\s(?:on\s\w+\s)?(?:that\s)?(?:(?:it|they)\s(?:would|will|plans?"
    r"|intends?|expects?)|"
    r"its\s(?:own\s)?(?:editor|staff|chief|owner|publisher|newsroom|offices?|readers|journalists?|reporters?|employees))\b"
)
"""What an outlet says of itself: «said it would close its print works»."""
_OF_JOURNALIST = (
    r"(?:(?:,\s(?:who\s)?[^,.;:!?\n]{2,40},)?"
    r"(?:\s(?!(?:is|are|was|were|be|been|being|who\w*|which|that|as|after|before|and|but|because|when|while|if)\b)"
    r"(?![a-z]+ed\b)[\w.’'-]+){1,6}?)??(?:,\s[^,.;:!?\n]{2,40},)?"
)
"""What may stand between a journalist and the verb: a name, an apposition; no verb, no second subject."""
RIGHT: tuple[Rule, ...] = (
    right(
        "contributed",
        WIRE,
        HINT,
        r"(?:\s(?:[a-z]+\s){0,2}(?:writers?|reporters?|journalists?|correspondents?|staff|staffers?|editors?)\b[^\n]{0,220}?)?"
        r"(?:\s[A-ZÀ-Þ][\w.’'-]+){0,3}"
        r"(?:,\swho\s[^,\n]{2,60},)?\s(?:also\s)?contributed"
        r"(?:\s(?:reporting|the\sfollowing|to\sthis|to\sthe|information)|\.?[ \t]*(?=\n|$))",
    ),
    right(
        "first-reported",
        FIRST,
        OPEN,
        rf",?\s(?:which\s|who\s|that\s)?(?:was\s|were\s)?{_ADVERB}(?:first\s(?:reported|revealed|broke|disclosed|published|wrote)|(?:the\s)?first\s(?:to\sreport|with\sthe\s(?:news|story|report))|"
        r"broke\sthe\s(?:news|story))\b",
    ),
    right("first-reported", FIRST, FORM, r",\s(?:which|who)\s(?:was|were)\s(?:the\s)?first\swith\b"),
    right(
        "inserted",
        CITES,
        OPEN,
        r"\s(?:disclosed|revealed|reported)\s(?:in\s[A-Z]\w+|last\s(?:week|month|year)|on\s\w+day|earlier)"
        r"(?=,\s(?:is|was|were|had|has|are)\b)",
    ),
    right(
        "originally-published",
        WHOLE,
        OPEN,
        r",?\s(?:where|which)\s(?:\w+\s)?(?:this|the|an?|first|originally)\s(?:\w+\s){0,3}(?:first|originally|published)"
        r"(?:\s(?:published|appeared|ran|posted|reported|this|the)){0,2}\b|,?\s(?:originally|first)\spublished\sthis\b",
    ),
    right(
        "reported-that",
        CITES,
        OPEN,
        rf"\s{_ADVERB}(?:reported\b(?!\sfrom\b)|reports(?=\sthat\b|[.,:”\"]|\s(?-i:[A-Z])|$))(?![^.;\n]{{0,60}}\b(?:profits?|loss|losses|earnings|revenues?|sales|income|deaths|"
        r"cases|results|quarter|for\sduty|to\sthe)\b)(?!\s\$)",
    ),
    right(
        "reported",
        CITES,
        HINT,
        rf"\s{_ADVERB}(?:reported|reports|is\sreporting|reporting|wrote|writes|revealed|reveals|quoted|quotes|cited|cites|uncovered|"
        r"learned|obtained|tallied|broke)\b(?!\s(?:a\s)?(?:net|profits?|loss|losses|earnings|revenues?|sales|income|"
        r"quarterly|record|for\sduty|cases|deaths|\$))",
    ),
    right(
        "has-matter",
        CITES,
        OPEN,
        r"\s(?:followed|came\sout|led|opened|weighed\sin)\s(?:up\s)?with\s(?:an?|its\sown)\s(?:[a-z-]+\s){0,2}(?:reports?|story|article|"
        r"piece|account|investigation|scoop|exclusive)\b",
    ),
    right(
        "has-matter",
        CITES,
        HINT,
        r"\s(?:in\sparticular\s|even\s|also\s|recently\s|first\s|has\s|had\s)*(?:offered|aired|carried|posted|printed|issued|produced)\s"
        r"(?:up\s)?(?:an?|its\sown)\s(?:[\w-]+\s){0,2}(?:reports?|story|article|piece|account|investigation|scoop|exclusive|interview|"
        r"editorial|op-ed|review|column|analysis)\b",
    ),
    right(
        "which-published",
        CITES,
        HINT,
        r",\s(?:which|who)\s(?:has\s|have\s|had\s)?(?:also\s|since\s|later\s|itself\s)?(?:seen|obtained|reviewed|published|broadcast|aired|"
        r"printed|carried|reported|interviewed|quoted|cited|spoke\sto|spoken\sto)\b",
    ),
    right(
        "said",
        CITES,
        FORM,
        rf"\s{_ADVERB}(?!{_OF_ITSELF})"
        r"(?:said|says|noted|notes|claimed|claims|asked|published|described|describes|calls|ran|aired|broadcast|"
        r"estimated|estimates|projected|calculated|counted|established|confirmed|understands|called|opined|opines|"
        r"editoriali[sz]ed|chided|argued|interviewed|spoke|points?\sout|pointed\sout|found|explained|"
        r"detailed|adds?|added|puts?\s(?:it|the\s(?:number|figure|total|cost|toll|count))|alleged|alleges|suggested|suggests|discovered|asks|"
        r"carried\s(?:an?|the)\s(?:picture|photo|report|interview|story|letter|statement|article|video)|listed|showed|seen|viewed|reviewed|spoken|"
        r"reckons?|speculat\w+|hinted|traced|profiled|"
        r"(?:withdrawn|retracted|corrected|taken\sdown)\s(?:its|the|a)\b[^.;\n]{0,20}\b(?:report|story|article|claim))\b",
    ),
    right(
        "journalist-reported",
        CITES,
        HINT,
        r"(?:\s(?:news|sports|political|national|local))?\s(?:journalists?|reporters?|correspondents?|columnists?|editors?|"
        rf"hosts?|anchors?|contributors?|analysts?|writers?)\b{_OF_JOURNALIST}\s(?:reported|wrote|writes|reports|said|saw|"
        r"witnessed|heard|asked|described|tweeted|pressed|noted)\b",
    ),
    right(
        "its-journalist-first",
        FIRST,
        HINT,
        r"\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]+\s){1,3})(?:(?:was\s)?(?:the\s)?first\s(?:to\sreport|reported)|broke\sthe\s(?:news|story))\b",
    ),
    right(
        "its-journalist",
        CITES,
        HINT,
        r"\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]+\s){1,3})(?:also\s|has\s|had\s)?(?-i:reports|reported|writes|wrote|noted|argued|argues|explains|"
        r"explained|asked|pressed|spoke)\b",
    ),
    right("its-opinion", CITES, HINT, r"\s(?:op-ed|editorial|opinion\s(?:piece|essay|column|article))\b"),
    right(
        "its-report",
        CITES,
        FORM,
        r"\s(?:news\s)?(?:report|reports|story|article|interview|interviewer|investigation|exclusive|editorial|essay|opinion\spiece|op-ed|column|"
        r"analysis|scoop|profile|piece|footage|broadcast|reporting|tally|count|account|documentary|feature|survey)\b",
    ),
)
