"""German, French, Ukrainian and Russian words of crediting, before and behind the name of an outlet."""

import re

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
        "bei in im auf",
        "erschien-zuerst",
        WHOLE,
        OPEN,
        rf"\b{_TEXT}\s(?:ist|war|wurde)\s(?:\w+\s){{0,2}}(?:zuerst|ursprünglich|erstmals)\s(?:bei|in|im|auf)",
    ),
    left(
        "на у в сайті",
        "vpershe-opublikovano",
        WHOLE,
        HINT,
        r"\b(?:вперше|уперше|спочатку|спершу|впервые)\s(?:\w+\s){0,2}(?:опублік\w+|опублик\w+|вийш\w+|з['’]яви\w+)\s(?:на|у|в)(?:\sсайті)?",
    ),
    left(
        "enquête rapport reportage révélations informations information article",
        "enquete-de",
        CITES,
        HINT,
        r"\b(?:selon|d['’]après)[^.;:!?\n]{0,25}\b(?:enquête|rapport|reportage|révélations|informations?|article)",
    ),
    left(
        "information révélation informations révélations",
        "information-de",
        CITES,
        OPEN,
        r"\bune\s(?:information|révélation)|\b(?:selon|d['’]après)\s(?:les|une)\s(?:informations?|révélations?)",
    ),
    left("invité invitée", "invite-de", CITES, HINT, r"\binvitée?"),
    left(
        "micro antenne colonnes plateau",
        "au-micro",
        CITES,
        OPEN,
        r"\b(?:au|aux|à|l|sur|dans|les|le)\W?\s?(?:micro|antenne|colonnes|plateau)",
    ),
    left("confrères consœurs", "confreres", CITES, HINT, r"\b(?:confrères|consœurs)"),
    left("sur", "dit-sur", CITES, FORM, r"(?:^|[.!?»,]\s)sur"),
    left("відомо", "stalo-vidomo", CITES, HINT, r"\bстало\sвідомо"),
    left("appris", "a-appris", CITES, HINT, r"\b(?:a|ont|avait|avaient)\sappris"),
    left("procuré procurée procurés procurées", "s-est-procure", CITES, HINT, r"\bprocurée?s?"),
    # --- German
    left(
        "berichtet berichtete berichteten meldete meldeten hatte hatten",
        "zuerst",
        FIRST,
        HINT,
        r"\b(?:zuerst|zunächst|als\serste\w*)\s(?:[\w.]+\s){0,4}(?:berichte\w*|meldete\w*|hatten?)|\bhatten?\s(?:zuerst|als\serste\w*)",
    ),
    left("zuerst", "zuerst", FIRST, HINT, r"\bhatten?\s(?:[\w.]+\s){0,3}zuerst"),
    left("material agenturmaterial", "material-von", WIRE, HINT, r"\bmit\s(?:\w+\s)?(?:agentur)?material"),
    left("laut gegenüber zufolge", "laut", CITES, HINT, r"\b(?:laut|gegenüber|zufolge)"),
    left(
        "berichtet berichtete meldet meldete schreibt schrieb",
        "das-berichtet",
        CITES,
        OPEN,
        r"\b(?:das|dies|darüber|dazu)\s(?:berichtete?|meldete?|schreibt|schrieb)",
    ),
    left(
        "berichtet berichtete berichten berichteten meldet meldete melden schreibt schrieb zitiert zitierte",
        "berichtet",
        CITES,
        HINT,
        r"\b(?:berichte\w*|melde\w*|schreib\w*|schrieb|zitier\w*)",
    ),
    left("mit", "sprach-mit", CITES, FORM, r"\b(?:sprach|sprachen|redete|gesprochen)\s(?:\w+\s){0,3}mit"),
    left(
        "bei im in auf gegenüber",
        "so-bei",
        CITES,
        HINT,
        r"\bso\s(?-i:(?:[A-ZÄÖÜ][\w.’'-]+\s){1,4})(?:bei|im|in|auf|gegenüber)",
    ),
    left("so", "so", CITES, HINT, r"[,–—]\s*so"),
    left("im in bei", "heisst-es", CITES, HINT, r"\bheißt\ses\s(?:\w+\s)?(?:im|in|bei)"),
    left("mit", "interview-mit", CITES, HINT, rf"\b(?:interviews?|gespräch\w*|telefonat){GAP}{{0,3}}\smit"),
    left(
        "von anfrage nachfrage bericht berichten berichts informationen angaben recherchen meldung meldungen interview",
        "bericht-von",
        CITES,
        HINT,
        r"\b(?:(?:an|nach)frage|bericht\w*|recherchen|informationen|angaben|meldung\w*|interview|aussagen)(?:\s[\w-]+)?(?:\svon)?",
    ),
    left(
        "bei im in auf",
        "sagte-bei",
        CITES,
        HINT,
        r"\b(?:sagt\w*|erklärt\w*|schreib\w*|schrieb|interview|gespräch|kündigte|betonte|berichtete?|äußerte)\b"
        r"[^.;:!?\n]{0,60}\s(?:bei|im|in|auf)",
    ),
    left(
        "redaktion reporter reporterin reportern journalist journalisten journalistin korrespondent korrespondenten "
        "korrespondentin",
        "redaktion-des",
        CITES,
        HINT,
        r"\b(?:sagt\w*|erklärt\w*|erzählt\w*|gegenüber|bestätigt\w*|teilt\w*|schilder\w*|betont\w*|verriet|mit)\b"
        r"[^.;:!?\n„“\"]{0,60}\s(?:der|einem|einer|dem|den)\s(?:redaktion|(?:reporter|journalist|korrespondent)\w*)",
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
        r"\b(?:(?:déclar|confi|expliqu|affirm|indiqu|assur|racont|précis|annon[cç])(?:é|e|ait|aient|ent|a)|dit|disait|répondu|"
        rf"répondait|entretien|interview|accordée?){GAP}{{0,5}}\s(?:à|au|aux)",
    ),
    left(
        "par",
        "cite-par",
        CITES,
        HINT,
        r"\b(?:cité|rapporté|révélé|relayé|publié|interrogé|diffusé|consulté|interviewé|contacté|joint|sollicité|questionné|obtenu)"
        r"(?:e|s|es)?(?:\spar\s(?:téléphone|courriel|mail|écrit))?\spar",
    ),
    left(
        "sur dans chez",
        "dit-sur",
        CITES,
        FORM,
        r"\b(?:déclar|affirm|assur|expliqu|annonc|racont|confi|indiqu|estim|répond|précis|dit|prom|regrett|rappel|soulign|lanc|jug|"
        r"dénonc|reconn|insist|plaid)\w*\b[^.;:!?\n]{0,40}\s(?:sur|dans|chez)",
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
        "повідомило повідомила повідомив повідомили написало написала написав написали",
        "pershym-povidomyv",
        FIRST,
        HINT,
        r"\b(?:перш\w+|вперше)\s(?:про\sце\s)?(?:повідоми\w+|написа\w+)",
    ),
    left(
        "кореспондент кореспонденту кореспондентка кореспонденти журналіст журналісту журналісти журналістам "
        "журналістка редакції",
        "korespondent",
        CITES,
        HINT,
        r"\b(?:переда\w+|повідомл\w+|повідоми\w+|розпові\w+|сказа\w+|заяви\w+|уточни\w+|коментар\w*)\s(?:\w+\s){0,2}"
        r"(?:кореспондент\w*|журналіст\w*|редакції)",
    ),
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
    left(
        "матеріалі статті публікації сюжеті розслідуванні",
        "u-materiali",
        CITES,
        HINT,
        r"\b(?:у|в)\s(?:\w+\s)?(?:матеріалі|статті|публікації|сюжеті|розслідуванні)",
    ),
    left("ефірі эфире", "v-efiri", CITES, HINT, r"\b(?:ефірі|эфире)"),
    left("von", "material-von", WIRE, HINT, r"\b(?:material|agenturmaterial|informationen)\svon"),
    left("avec", "avec", WIRE, HINT, r"[(\[]\s?avec"),
    left("avec", "avec", WIRE, KNOWN, r"^\s?avec"),
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
    r"\b(?:sagt|sagte|sagten|teilte|teilten|erzählte|erklärte|verriet|bestätigte|schilderte|gestand|betonte|mitteilte|berichtete)\b"
    r"[^.;:!?\n„“\"]{0,60}$",
    re.IGNORECASE,
)
"""A German verb of saying, before «dem» or «der» and a name."""
RIGHT: tuple[Rule, ...] = (
    right(
        "zuerst",
        FIRST,
        HINT,
        r"\s(?:hatte|hatten|habe|haben|berichtete|berichteten)\s(?:[\w.]+\s){0,4}(?:zuerst|als\serste\w*)\b",
    ),
    right(
        "premier",
        FIRST,
        HINT,
        r"\s(?:qui\s)?(?:a|avait)\s(?:été\sle\spremier|le\spremier|en\spremier|été\sla\spremière)\b|\squi\s(?:a|avait)\s(?:révélé|dévoilé)\b",
    ),
    right(
        "interview-hinten",
        CITES,
        HINT,
        r"-(?:interview|gespräch|bericht|informationen|recherchen?|podcast|sendung|reporter)\w*\b",
    ),
    right(
        "consulte",
        CITES,
        HINT,
        r"\s(?:s['’]est\sprocuré\w*|(?:a|avait)\s(?:pu\s)?(?:consult\w+|obtenu|eu\scopie|interrogé|recueilli|rencontré))\b",
    ),
    right(
        "hatte-berichtet",
        CITES,
        HINT,
        r"\s(?:hatten?|hat|haben?)\s[^.;:!?\n]{0,60}?(?:berichtet|gemeldet|enthüllt|geschrieben|gesprochen)\b",
    ),
    right("vorliegt", CITES, HINT, r"\s(?:\w+\s)?(?:vorlieg|vorlag)\w*"),
    right(
        "berichtet",
        CITES,
        HINT,
        r"\s(?:zufolge|berichte\w*|melde\w*(?!\s(?:\w+\s)?(?:Insolvenz|Konkurs|Verlust|Gewinn|Umsatz))|schreib\w*|schrieb|zitier\w*|erfuhr|enthüllt\w*|sagt\w*|beruft\ssich|berufen\ssich)\b",
    ),
    right(
        "nennt",
        CITES,
        FORM,
        r"\s(?:nennt|nannte|beziffert\w*|spekuliert\w*|behauptet\w*|vermeldet\w*|will\serfahren)\b",
    ),
    right("evoque", CITES, FORM, r"\s(?:évoqu(?:e|ait)|croit\ssavoir|avan(?:ce|çait)|raconte|chiffre|parle\sde)\b"),
    right(
        "rapporte",
        CITES,
        HINT,
        r"\s(?:rapport\w+|a\s(?:rapporté|révélé|indiqué|écrit|annoncé|diffusé|publié|dévoilé|raconté|relayé)|écrit|révèl\w+|indiqu\w+|affirm\w+|annonc\w+|précis\w+|cit\w+)\b",
    ),
    right(
        "povidomliaie",
        CITES,
        HINT,
        r",?\s(?:повідом\w+|пише|писа\w+|переда\w+|інформу\w+|з\sпосиланням|опубліку\w+|оприлюдн\w+|розповіда\w+|стверджу\w+|уточню\w+|"
        r"з['’]ясува\w+|показа\w+|дізна\w+|отрима\w+|зазнача\w+|сообщ\w+|пишет)\b",
    ),
)
