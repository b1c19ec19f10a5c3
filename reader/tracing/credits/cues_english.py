"""English words of crediting, before and behind the name of an outlet."""

from reader.tracing.credits.cue_rules import (
    CITES,
    FIRST,
    FORM,
    GAP,
    HINT,
    KNOWN,
    OPEN,
    VIA,
    WHOLE,
    WIRE,
    Rule,
    left,
    right,
)

_WORK = (
    r"(?:op-eds?|columns?|pieces?|articles?|story|stories|reports?|essays?|editorials?|interviews?|investigations?|"
    r"profiles?|reviews?|commentary|analysis|letters?|exposé|expose|accounts?|headlines?|posts?|scoop|dispatch|features?)"
)
_THIS = (
    r"(?:article|story|piece|post|column|op-ed|essay|report|version|item|commentary|interview|excerpt|feature|text|"
    r"review|content|material)"
)

LEFT: tuple[Rule, ...] = (
    left(
        "by in on at with from of",
        "originally-published",
        WHOLE,
        OPEN,
        rf"\b(?:this|the|an?|earlier|whose|where)\s(?:\w+\s)?{_THIS}\b[^.;:!?\n]{{0,25}}\b(?:originally|first|previously|initially)\s"
        rf"(?:appeared|published|ran|posted|printed|written|produced|released|aired){GAP}{{0,5}}\s(?:by|in|on|at|with|from|(?:website|site|pages|blog)\sof)",
    ),
    left(
        "in on at",
        "version-of",
        WHOLE,
        OPEN,
        rf"\b(?:version|edition)\sof\s(?:this|the)\s{_THIS}{GAP}{{0,4}}\s(?:appeared|appears|published|ran|printed|posted)"
        rf"{GAP}{{0,3}}\s(?:in|on|at)",
    ),
    left(
        "by in on at",
        "originally-published",
        WHOLE,
        HINT,
        rf"\b(?:originally|first)\s(?:appeared|published|ran|posted|printed){GAP}{{0,4}}\s(?:by|in|on|at)",
    ),
    left(
        "on in at",
        "originally-published",
        WHOLE,
        OPEN,
        r"^(?:the|this)\s(?:post|article|story|entry)\s[^\n]{0,90}\b(?:appeared\sfirst|first\sappeared)\s(?:on|in|at)",
    ),
    left(
        "from by in permission",
        "reprinted",
        WHOLE,
        OPEN,
        rf"\b(?:reprinted|republished|reposted|reproduced|cross-posted|syndicated|adapted|excerpted){GAP}{{0,6}}\s(?:from|by|of|in)",
    ),
    left(
        "by",
        "provided-by",
        WHOLE,
        OPEN,
        rf"\b(?:this|the)\s(?:\w+\s)?{_THIS}\s(?:was|is|has\sbeen)\s(?:\w+\s)?(?:provided|supplied|produced|prepared|written|contributed|syndicated)\sby",
    ),
    left(
        "from",
        "material-from",
        WIRE,
        HINT,
        r"\b(?:contains|includes|used|uses|using|with)\s(?:\w+\s)?(?:material|information|reporting|files|reports)\sfrom|\binputs?\sfrom",
    ),
    left("from", "material-from", WIRE, HINT, r"^(?:some\s)?(?:information|material|reporting)\sfrom"),
    left("from", "translated-from", WHOLE, HINT, r"\btranslated\s(?:\w+\s){0,2}from"),
    left("from", "comes-from", WHOLE, OPEN, rf"\bthis\s{_THIS}\s(?:comes|came)\s(?:to\sus\s)?from"),
    left("from", "comes-from", WHOLE, HINT, rf"^this\s{_THIS}\sis\sfrom"),
    left("by", "distributed-by", WIRE, HINT, r"\bdistributed\sby"),
    left("by", "distributed-by", WIRE, OPEN, r"(?:©|\(c\)|\bcopyright\b)[^\n]{0,80}\bdistributed\sby"),
    left("by from", "contributed-by", WIRE, HINT, r"\b(?:additional|further|with|extra)\sreporting\s(?:by|from)"),
    left("via", "by-via", WHOLE, OPEN, r"\bby\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]+\s){1,3})via"),
    left("of", "summary-of", VIA, OPEN, r"\b(?:summary|digest|recap|round-?up|abridged\sversion)\sof"),
    left("of", "reprinted", WHOLE, HINT, r"\b(?:permission|courtesy)\sof"),
    left(
        "by",
        "first-reported-by",
        FIRST,
        OPEN,
        r"\bfirst\s(?:reported|revealed|disclosed|broken|published|made\spublic|noted|spotted|obtained|detailed|described|uncovered|announced)"
        rf"{GAP}{{0,3}}\sby",
    ),
    left("by", "first-reported-by", FIRST, HINT, r"\b(?:was|were|been)\s(?:\w+\s)?broken\sby"),
    left(
        "in on", "first-reported-by", FIRST, HINT, rf"\bfirst\s(?:reported|revealed|disclosed){GAP}{{0,3}}\s(?:in|on)"
    ),
    left("told tells telling informed", "told", CITES, OPEN, r"\b(?:told|tells|telling|informed)"),
    left("by", "quoted-by", CITES, OPEN, r"\b(?:quoted|cited)\sas\s(?:saying|telling|having\ssaid)\sby"),
    left("to", "letter-to", CITES, FORM, r"\b(?:letters?|e-?mails?|notes?|messages?|took)\s(?:\w+\s){0,2}to"),
    left("on", "on-air", CITES, FORM, r"(?:^|[.!?”\"]\s)on"),
    left(
        "with",
        "in-partnership",
        WHOLE,
        HINT,
        rf"\b(?:this|the)\s(?:\w+\s)?{_THIS}\b[^.;:!?\n]{{0,40}}\bin\s(?:partnership|collaboration|association)\swith",
    ),
    left("to", "leaked-to", CITES, OPEN, r"\bleaked\s(?:\w+\s){0,2}to"),
    left(
        "from of with at for",
        "told-journalists-of",
        CITES,
        HINT,
        r"\b(?:told|tells|telling|to|with)\s(?:[a-z]+\s)?(?:reporters?|journalists?|correspondents?|(?:camera\s)?crews?)\s(?:from|of|with|at|for)",
    ),
    left("from", "podcast-from", CITES, OPEN, r"\b(?:podcast|newscast|newsletter|talk\sshow|news\sprogramme?)\sfrom"),
    left(
        "of on at from",
        "programme-of",
        CITES,
        HINT,
        r"\b(?:told|tells|to|on|with|by)\s(?:the|an?|its|her|his)\s(?:[a-z-]+\s){0,3}"
        r"(?:programme?|show|podcast|newscast|bulletin|broadcast)\s(?:of|on|at|from)",
    ),
    left("to", "according-to", CITES, HINT, r"\baccording\sto"),
    left(
        "to",
        "said-to",
        CITES,
        HINT,
        r"\b(?:said|says|saying|spoke|speaking|speaks|spoken|talked|talking|confirmed|comments?|statements?|remarks|emailed|"
        r"e-mailed|interview|interviews|admitted|revealed|explained|complained|leaked|described|disclosed|"
        rf"denied|released|texted|provided){GAP}{{0,5}}\sto|\b(?:granted|given|gave|supplied|sent){GAP}{{0,2}}\sto",
    ),
    left(
        "in",
        "article-in",
        CITES,
        HINT,
        rf"\b(?:wrote|writes|writing|written|opined|opines|pointed\sout|points\sout|{_WORK}){GAP}{{0,4}}\sin",
    ),
    left(
        "in",
        "in-print",
        CITES,
        HINT,
        r"\b(?:said|argued|argues|noted|notes|reported|reports|revealed|published|appeared|appears|printed|quoted|cited|out|"
        r"claimed|explained|remarks?|comments?|claims?|featured|observed|asserted|warned|ran|detailed|described|documented|covered|features?)"
        rf"{GAP}{{0,4}}\sin",
    ),
    left(
        "on",
        "on-air",
        CITES,
        HINT,
        r"\b(?:appears?|appeared|appearing|an\sappearance|said|says|saying|speaking|spoke|speaks|interview\w*|told|aired|broadcast\w*|asked|went|"
        r"guest|comments?|commented|remark\w*|discuss\w*|live|phone|telephone|posts?|declared|reported|claimed|argued|added|"
        r"announced|admitted|defended|hosted?|featured|confirmed|revealed|joked|published|posted|seen|(?<!be\s)shown|quoted|"
        r"insisted|predicted|responded|acknowledged|suggested|sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b"
        r"(?:(?!'')[^.;:!?\n“”\"]){0,60}\son",
    ),
    left(
        "with",
        "interview-with",
        CITES,
        HINT,
        rf"\b(?:interview\w*|sat\sdown|sit-down|speaking|spoke|speaks|talk\w*|chat\w*|chatted|conversation|q&a|discussion|"
        rf"shared|discussed|appearance|call|exchange|phone-in){GAP}{{0,5}}\swith|\ban?\s[a-z]+\slive\swith",
    ),
    left(
        "by",
        "as-reported-by",
        CITES,
        OPEN,
        r"\b(?:as|was|were|been)\s(?:\w+\s)?(?:reported|carried|quoted|cited|published|relayed|aired|noted)\sby",
    ),
    left(
        "by",
        "seen-by",
        CITES,
        OPEN,
        r"\b(?:memos?|documents?|e-?mails?|letters?|reports?|records?|filings?|cop(?:y|ies)|drafts?|transcripts?|video|footage|"
        r"statements?|audio|recordings?|files?|data|texts?|messages?|figures|which\s(?:was|were)|complaint|lawsuit)\b"
        r"[^.;:!?\n]{0,40}\b(?:seen|obtained|reviewed|viewed)\sby",
    ),
    left(
        "by",
        "visited",
        CITES,
        FORM,
        r"\b(?:stopped|dropped|swung|stop|drop)\sby",
    ),
    left(
        "by",
        "reported-by",
        CITES,
        HINT,
        rf"\b(?:reported|published|revealed|revealing|obtained|seen|viewed|reviewed|cited|quoted|interviewed|carried|aired|"
        r"broadcast|televised|streamed|uncovered|posted|reporting|revelations?|allegations|asked|pressed|contacted|released|"
        r"compiled|verified|confirmed|tallied|count|tally|analy[sz]ed|challenged|recorded|surfaced|highlighted|noted|"
        rf"questioned|documented|detailed|translated|relayed|disclosed|leaked|exposed|{_WORK}){GAP}{{0,3}}\sby",
    ),
    left(
        "from",
        "report-from",
        CITES,
        HINT,
        rf"\b(?:reporting|information|footage|video|clip|transcript|excerpts?|news|alert|coverage|quotes?|citing|{_WORK})"
        rf"{GAP}{{0,3}}\sfrom",
    ),
    left("of", "reporter-of", CITES, OPEN, r"\bper\s(?-i:(?:[A-ZÀ-Þ][\w.’'-]+\s){2,3})of"),
    left(
        "of",
        "of-outlet",
        CITES,
        HINT,
        r"\b(?:(?:told|tells|with|to|by)\s(?-i:(?:[A-Z][\w.’'-]+\s){1,3})of|(?:broadcast|edition|episode|issue|pages|airing|"
        r"front\spage|online\sversion)\sof)",
    ),
    left(
        "of",
        "staff-of",
        CITES,
        HINT,
        r"\b(?:editorial\sboard|website|web\ssite|editors|editor\sat\slarge|columnist|correspondent)\sof",
    ),
    left(
        "at",
        "writing-at",
        CITES,
        HINT,
        r"\b(?:writing|writes|wrote|published|posted|reporters?|journalists?)\s(?:\w+\s){0,2}(?:over\s)?at",
    ),
    left("for", "writing-for", CITES, HINT, rf"\b(?:writing|writes|{_WORK}){GAP}{{0,3}}\sfor"),
    left(
        "citing quoting cites quotes cited quoted per referencing",
        "citing",
        CITES,
        HINT,
        r"\b(?:citing|quoting|cites|quotes|cited|quoted|per|referencing)",
    ),
    left("joined joining", "joined", CITES, KNOWN, r"\b(?:joined|joining)"),
    left(
        "reported reports wrote writes said says noted notes",
        "reported-inverted",
        CITES,
        FORM,
        r"[,”\"’'»]\s+(?:as\s)?(?:reported|reports|wrote|writes|said|says|noted|notes)",
    ),
    left("via from source", "in-brackets", VIA, OPEN, r"[(\[](?:via|from|source:?|quelle:?|джерело:?)"),
    left("via", "via", VIA, FORM, r"(?:^|[\s(\[–—-])via"),
    left("h/t ht t tip to", "hat-tip", VIA, OPEN, r"(?:\bh/t|\bht|\bhat[\s-]tip)(?:\sto)?:?"),
    left("by", "hat-tip", VIA, HINT, r"[,(]\s?(?:as\s)?spotted\sby"),
)
"""Of several cues that end alike the first that fits counts."""

_ADVERB = (
    r"(?:(?:also|both|later|previously|has|have|had|recently|all|separately|earlier|exclusively|initially|each|then|"
    r"itself|on\s\w+day|last\s(?:week|month|year)|this\s(?:week|month)|still|now|subsequently|today|yesterday|"
    r"just|meanwhile|further|for\sexample|in\s\w+)\s)*"
)
_OF_ITSELF = (
    r"(?:said|says|confirmed|added|asked)\s(?:on\s\w+\s)?(?:that\s)?(?:(?:it|they)\s(?:would|will|plans?|intends?|expects?)|"
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
        r"(?:\s[A-ZÀ-Þ][\w.’'-]+){0,3}\s(?:also\s)?contributed(?:\s(?:reporting|to\sthis|to\sthe|information)|\.?\s*$)",
    ),
    right(
        "first-reported",
        FIRST,
        OPEN,
        rf",?\s(?:which\s|who\s|that\s)?(?:was\s|were\s)?{_ADVERB}(?:first\s(?:reported|revealed|broke|disclosed|published|wrote)|(?:the\s)?first\s(?:to\sreport|with\sthe\s(?:news|story|report))|"
        r"broke\sthe\s(?:news|story))\b",
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
        "which-published",
        CITES,
        HINT,
        r",\s(?:which|who)\s(?:has\s|have\s|had\s)?(?:also\s|since\s|later\s|itself\s)?(?:seen|obtained|reviewed|published|broadcast|aired|"
        r"printed|carried|reported|interviewed|quoted|cited|spoke\sto|spoken\sto|covered)\b",
    ),
    right(
        "said",
        CITES,
        FORM,
        rf"\s{_ADVERB}(?!{_OF_ITSELF})"
        r"(?:said|says|noted|notes|claimed|claims|asked|published|described|describes|calls|ran|aired|broadcast|"
        r"estimated|estimates|projected|calculated|counted|established|confirmed|understands|called|opined|opines|"
        r"editoriali[sz]ed|chided|argued|interviewed|spoke|points?\sout|pointed\sout|found|explained|"
        r"detailed|adds?|added|put\s(?:it|the\s(?:number|figure|total|cost|toll|count))|alleged|alleges|suggested|suggests|discovered|asks|"
        r"carried\s(?:an?|the)\s(?:picture|photo|report|interview|story|letter|statement|article|video)|listed|showed|seen|viewed|reviewed|spoken)\b",
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
        r"analysis|scoop|profile|piece|footage|broadcast|reporting|tally|count|account|documentary|feature)\b",
    ),
)
