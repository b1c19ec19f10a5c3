"""English words of crediting before the name of an outlet; those behind it stand in ``cues_english_behind``."""

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
    left("by", "broken-by", FIRST, OPEN, r"\b(?:story|news|scandal|affair)\s(?:was|were|been)\s(?:\w+\s)?broken\sby"),
    left("by", "first-reported-by", FIRST, HINT, r"\b(?:was|were|been)\s(?:\w+\s)?broken\sby"),
    left(
        "in on", "first-reported-by", FIRST, HINT, rf"\bfirst\s(?:reported|revealed|disclosed){GAP}{{0,3}}\s(?:in|on)"
    ),
    left("told tells telling informed", "told", CITES, OPEN, r"\b(?:told|tells|telling|informed)"),
    left("of", "came-to-light", FIRST, HINT, r"\bcame\sto\slight\swhen\s(?-i:(?:[A-Z][\w.’'-]+\s){1,3})of"),
    left(
        "for in",
        "wrote-piece-for",
        CITES,
        OPEN,
        r"\b(?:wrote|writing|writes|argued|argues)\s(?:in\s)?an?\s(?:\w+\s)?(?:op-ed|column|piece|essay|article|commentary)\s(?:for|in)",
    ),
    left(
        "on in by",
        "published-on",
        CITES,
        OPEN,
        r"\b(?:interview|article|column|op-ed|essay|podcast)\s(?:published|posted|aired|broadcast|printed)\s(?:on|in|by)",
    ),
    left(
        "with between and of",
        "collaboration",
        WHOLE,
        HINT,
        rf"\b(?:this|the)\s(?:\w+\s)?{_THIS}\b[^.;\n]{{0,40}}\b(?:collaboration|partnership|co-publication)\s(?:between|with|of)"
        r"(?:\s[^.;\n]{2,60}\sand)?",
    ),
    left("tell", "told", CITES, OPEN, r"\b(?:did|does)\s(?:\w+\s)?tell"),
    left(
        "over",
        "on-air",
        CITES,
        HINT,
        rf"\b(?:radio|tv|television|live|phone)?\s?(?:interview\w*|speaking|spoke|guesting|aired|airing|broadcast){GAP}{{0,3}}\sover",
    ),
    left("by", "spotted-by", CITES, OPEN, rf"\b(?:dug\sup|unearthed|spotted|uncovered|tracked\sdown){GAP}{{0,2}}\sby"),
    left(
        "at from",
        "first-reported-by",
        FIRST,
        OPEN,
        rf"\bfirst\s(?:reported|revealed|noted|spotted|obtained|uncovered){GAP}{{0,3}}\sby\s(?:the\s|our\s)?(?:[a-z]+\s)?"
        r"(?:folks|sleuths|gang|friends|colleagues|reporters|journalists)\s(?:over\s)?(?:at|from)",
    ),
    left("by", "quoted-by", CITES, OPEN, r"\b(?:quoted|cited)\sas\s(?:saying|telling|having\ssaid)\sby"),
    left("to", "letter-to", CITES, FORM, r"\b(?:letters?|e-?mails?|notes?|messages?|took)\s(?:\w+\s){0,2}to"),
    left("on", "on-air", CITES, FORM, r"(?:^|[.!?]\s|[.,!?][”\"]\s|\bon\s[“\"][^“”\"\n]{2,40}[”\"]\s)on"),
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
        r"claimed|explained|remarks?|comments?|claims?|featured|observed|asserted|warned|ran(?!\sfor\s\w+\s(?:years|months))|detailed|described|documented|covered|features?)"
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
        r"estimates?|calculations?|compiled|verified|confirmed|tallied|count|tally|analy[sz]ed|challenged|recorded|surfaced|highlighted|noted|"
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
        r"online\sversion)\sof|"
        r"\b(?:said|says|wrote|reported|reports|ran|splashed|published|appeared|told|revealed)\b[^.;:!?\n]{0,40}\sfront\spage\sof)",
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
        r"\b(?:(?:writing|writes|wrote|published|posted)\s(?:\w+\s){0,2}|"
        r"(?:told|tells|to|by|with|from|said)\s(?:[\w'’-]+\s){0,3}(?:reporters?|journalists?)\s)(?:over\s)?at",
    ),
    left("for in at", "writing-for", CITES, OPEN, r"(?-i:[A-ZÀ-Þ][\w.’'-]+),\swriting\s(?:for|in|at)"),
    left(
        "for at of with",
        "wrote-staff-of",
        CITES,
        HINT,
        r"\b(?:writes|wrote|reports|reported|told|according\sto)\s(?-i:(?:[A-Z][\w.’'-]+\s){1,2}[A-Z][\w’'-]+),\s(?:an?|the)\s"
        r"(?:[\w-]+\s){0,3}(?:reporter|journalist|correspondent|columnist|writer|editor|analyst|blogger|critic|host|anchor)\s(?:for|at|of|with)",
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
