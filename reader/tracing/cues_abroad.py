"""German, French, Ukrainian and Russian words of crediting, before and behind the name of an outlet."""

import re

from reader.tracing.cue_rules import CITES, FORM, GAP, HINT, KNOWN, OPEN, VIA, WHOLE, WIRE, Rule, left, right

_TEXT = r"(?:artikel|beitrag|text|interview|gastbeitrag|kommentar|article|texte|entretien|reportage|tribune)"

LEFT: tuple[Rule, ...] = (
    left(
        "in bei im auf",
        "erschien-zuerst",
        WHOLE,
        OPEN,
        rf"\b{_TEXT}\b[^.;:!?\n]{{0,30}}\b(?:erschien|erschienen|veröffentlicht)\b[^.;:!?\n]{{0,25}}\s(?:in|bei|im|auf)",
    ),
    left(
        "par dans sur",
        "paru-initialement",
        WHOLE,
        OPEN,
        rf"\b{_TEXT}\b[^.;:!?\n]{{0,30}}\b(?:publiée?|parue?|repris|reprise)\b[^.;:!?\n]{{0,25}}\s(?:par|dans|sur)",
    ),
    left(
        "enquête rapport reportage révélations informations information article",
        "enquete-de",
        CITES,
        HINT,
        r"\b(?:selon|d['’]après)[^.;:!?\n]{0,25}\b(?:enquête|rapport|reportage|révélations|informations?|article)",
    ),
    left("invité invitée", "invite-de", CITES, HINT, r"\binvitée?"),
    # --- German
    left("laut gegenüber zufolge", "laut", CITES, HINT, r"\b(?:laut|gegenüber|zufolge)"),
    left(
        "berichtet berichtete berichten berichteten meldet meldete melden schreibt schrieb zitiert zitierte",
        "berichtet",
        CITES,
        HINT,
        r"\b(?:berichte\w*|melde\w*|schreib\w*|schrieb|zitier\w*)",
    ),
    left("mit", "interview-mit", CITES, HINT, rf"\b(?:interviews?|gespräch\w*|telefonat){GAP}{{0,3}}\smit"),
    left(
        "von bericht berichten berichts informationen angaben recherchen meldung meldungen interview",
        "bericht-von",
        CITES,
        HINT,
        r"\b(?:bericht\w*|recherchen|informationen|angaben|meldung\w*|interview|aussagen)(?:\s[\w-]+)?(?:\svon)?",
    ),
    left(
        "bei im in auf",
        "sagte-bei",
        CITES,
        HINT,
        r"\b(?:sagt\w*|erklärt\w*|schreib\w*|schrieb|interview|gespräch|kündigte|betonte|berichtete?|äußerte)\b"
        r"[^.;:!?\n]{0,60}\s(?:bei|im|in|auf)",
    ),
    left("gastbeitrag", "gastbeitrag", CITES, HINT, r"\bgastbeitrag"),
    # --- French
    left("selon après d'après d’après", "selon", CITES, HINT, r"\b(?:selon|d['’]après)"),
    left(
        "rapporte rapportait rapportent rapporté révèle révélait révélé écrit écrivait indique indiquait "
        "indiqué précise relate annonce note explique",
        "rapporte",
        CITES,
        HINT,
        r"\b(?:rapport\w+|rév[éè]l\w+|écri\w+|indiqu\w+|précise|relate|annonce|note|explique)",
    ),
    left(
        "à au aux",
        "declare-a",
        CITES,
        HINT,
        r"\b(?:déclaré|déclare|confié|confie|dit|expliqué|affirmé|indiqué|assuré|raconté|répondu|précisé|entretien|interview|"
        rf"accordée?|annoncé){GAP}{{0,5}}\s(?:à|au|aux)",
    ),
    left(
        "par",
        "cite-par",
        CITES,
        HINT,
        r"\b(?:cité|rapporté|révélé|relayé|publié|interrogé|diffusé|consulté|interviewé)(?:e|s|es)?\spar",
    ),
    left(
        "dans sur avec de",
        "paru-dans",
        CITES,
        HINT,
        r"\b(?:écrit|déclaré|publié|paru|parue|entretien|interview|tribune|enquête|invité|invitée|expliqué|micro)\b"
        r"[^.;:!?\n]{0,40}\s(?:dans|sur|avec|de)",
    ),
    # --- Ukrainian and Russian
    left(
        "повідомляє повідомляв повідомляла повідомляло повідомили повідомило повідомив повідомила "
        "повідомляють пише пишуть писала писав передає передають інформує зазначає розповідає сообщает "
        "сообщили сообщил пишет передает передаёт информирует",
        "povidomliaie",
        CITES,
        HINT,
        r"\b(?:повідом\w+|пиш\w+|писа\w+|переда\w+|інформу\w+|зазнача\w+|розповіда\w+|сообщ\w+|информир\w+)",
    ),
    left("матеріалами материалам", "za-materialamy", VIA, HINT, r"\b(?:за\sматеріалами|по\sматериалам):?"),
    left("матеріалі", "u-materiali", CITES, HINT, r"\b(?:у|в)\sматеріалі"),
    left("ефірі эфире", "v-efiri", CITES, HINT, r"\b(?:ефірі|эфире)"),
    left("von", "material-von", WIRE, HINT, r"\b(?:material|agenturmaterial|informationen)\svon"),
    left("avec", "avec", WIRE, KNOWN, r"(?:^|[(\[])\s?avec"),
    left(
        "даними інформацією на данным информации словами",
        "za-danymy",
        CITES,
        HINT,
        r"(?:\bза\s(?:даними|інформацією)|\bпосиланням\sна|\bпо\sданным|\bпо\sинформации|\bссылкой\sна)",
    ),
    left("цитує цитують цитирует", "tsytuie", CITES, HINT, r"\bцит\w+"),
    left(
        "інтерв'ю інтерв’ю ю коментарі для интервью комментарии",
        "interviu",
        CITES,
        HINT,
        r"\b(?:інтерв['’]ю|коментарі|интервью|комментарии)(?:\s(?:для|изданию|виданню))?",
    ),
    left(
        "розповів розповіла сказав сказала заявив заявила рассказал заявил",
        "rozpoviv",
        CITES,
        FORM,
        r"\b(?:розпові\w+|сказа\w+|заяви\w+|рассказа\w+)",
    ),
)
GERMAN_SAID = re.compile(
    r"\b(?:sagt|sagte|sagten|erzählte|erklärte|verriet|bestätigte|schilderte|gestand|betonte|mitteilte|berichtete)\b"
    r"[^.;:!?\n„“\"]{0,60}$",
    re.IGNORECASE,
)
"""A German verb of saying, before «dem» or «der» and a name."""
RIGHT: tuple[Rule, ...] = (
    right(
        "berichtet",
        CITES,
        HINT,
        r"\s(?:zufolge|berichte\w*|melde\w*|schreib\w*|schrieb|zitier\w*|erfuhr|enthüllt\w*|sagt\w*)\b",
    ),
    right(
        "rapporte",
        CITES,
        HINT,
        r"\s(?:rapport\w+|a\s(?:rapporté|révélé|indiqué|écrit|annoncé)|écrit|révèl\w+|indiqu\w+|affirm\w+|annonc\w+|précis\w+|cit\w+)\b",
    ),
    right(
        "povidomliaie",
        CITES,
        HINT,
        r",?\s(?:повідом\w+|пише|писа\w+|переда\w+|інформу\w+|з\sпосиланням|опубліку\w+|розповіда\w+|сообщ\w+|пишет)\b",
    ),
)
