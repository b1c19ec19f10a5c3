"""Rules: the identifier of each rule that marks an attribution, and what it says in plain words on the screen."""

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType(
    {
        "said-before-that": "a reporting verb with its subject, and a clause with «that» behind it",
        "said-before-clause": "a reporting verb with its subject, and a clause behind it",
        "said-before-quotation": "a reporting verb with its subject, and a quotation behind it",
        "said-before-question": "a reporting verb with its subject, and an indirect question behind it",
        "said-before-infinitive": "a verb of promising or asking with its subject, and an infinitive behind it",
        "said-before-noun": "a verb of praising, blaming or naming, and what it is about",
        "said-before-topic": "a verb of speaking with its preposition, and the topic behind it",
        "said-after-quotation": "the subject and its reporting verb follow the quotation",
        "said-after-clause": "the subject and its reporting verb follow the clause",
        "said-amid-clause": "the subject and its reporting verb stand in the middle of the clause",
        "said-inverted": "a reporting verb and then its subject follow the content",
        "shared-subject": "a further reporting verb shares the subject of the sentence",
        "as-said": "«as ... said» or «as ... put it» beside the clause",
        "according-to-first": "«according to» and the source stand before the clause",
        "according-to-last": "«according to» or «per» and the source stand behind or amid the clause",
        "in-words": "«in ... words» names the source, the clause follows",
        "citing": "a source is cited for what somebody else reports in the same sentence",
        "quotation-again": "a line quotes words that the article gives in quotation marks elsewhere",
        "quotation-beside": "a sentence of nothing but quotation follows one that tells of its speaker",
        "quoted-as-saying": "somebody is quoted as saying it",
        "passive-by": "the reporting verb is passive; the source stands behind «by»",
        "passive-that": "the reporting verb is passive; no source is named",
        "passive-to": "somebody is said, alleged or understood to have done it; no source is named",
        "asked": "a question was put; what it was about follows",
        "noun-cue": "a noun for a statement with its owner, and a clause with «that»",
        "hedge": "an adverb says that the clause is only reported; no source is named",
        "transcript": "a name in capitals and a colon stand before what was said",
        "headline-name-first": "the speaker and a colon stand before the claim",
        "headline-name-last": "a colon or dash and the speaker stand behind the claim",
        "signed-quotation": "the quotation is signed with a dash and a name",
        "quotation-goes-on": "the quotation goes on from the paragraph before",
        "quotation-alone": "a paragraph of nothing but quotation follows words of the same source",
    }
)
"""Every value of ``Attribution.rule``."""
