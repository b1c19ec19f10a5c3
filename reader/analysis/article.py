"""The analysis of one article: attributions, officials and collectives, with every span in ``Article.text``."""

from collections.abc import Iterator, Sequence

from reader.analysis.attribution import find_drafts
from reader.analysis.bodies import body_name, head_noun, named_apposition
from reader.analysis.draft import Draft, Range
from reader.analysis.forenames import mark_forenames
from reader.analysis.kinds import kind_of
from reader.analysis.nesting import nest
from reader.analysis.offices.lists import share_offices
from reader.analysis.offices.officials import group_people, make_officials
from reader.analysis.offices.people import find_mentions
from reader.analysis.offices.shouted import find_shouted
from reader.analysis.rules.continuations import add_continuations, add_repeats
from reader.analysis.rules.headlines import find_headline
from reader.analysis.rules.referring import add_referred
from reader.analysis.rules.turns import find_turns
from reader.analysis.speakers.aliases import Aliases
from reader.analysis.speakers.collectives import find_collectives
from reader.analysis.speakers.directory import Directory, add_bare_surnames, person_in
from reader.analysis.speakers.introduced import find_introduced
from reader.analysis.speakers.pronouns import Said
from reader.analysis.speakers.resolution import resolve_speakers
from reader.analysis.tokens import Passage, read_passage
from reader.lexicon.cues import words
from reader.lexicon.offices import documents, media
from reader.model.article import Article, Role
from reader.model.claim import Analysis, Attribution
from reader.text.spans import Span, trim

_CLAIMING = frozenset({Role.BODY, Role.HEADING, Role.CAPTION})


def analyze_article(article: Article) -> Analysis:
    """Return who says what in an article, and who the officials are.

    Claims are looked for in running text, headings and captions, never in related headlines, prompts or source lines.
    Without paragraphs each line of the text counts as one.
    """
    passages = [read_passage(article.text, span) for span in _passages(article)]
    for passage in passages:
        mark_forenames(passage)
    found = _find_all(passages)
    mentions = [
        mention
        for number, passage in enumerate(passages)
        for mention in share_offices(passage, number, find_mentions(passage, number))
    ]
    mentions += find_shouted(passages, mentions)
    people = group_people([m for m in mentions if m.sure or m.length > 1])
    add_bare_surnames(passages, people)
    directory = Directory(passages, people)
    drafts = [(number, draft) for number, some in enumerate(found) for draft in sorted(some, key=_place)]
    officials = make_officials(passages, people)
    organisations = [o.organisation.of(article.text) for o in officials if o.organisation is not None]
    names = [*organisations, *_named_sources(directory, drafts)]
    aliases = Aliases(names, find_introduced(passages), _unknown_sources(directory, drafts))
    said = resolve_speakers(directory, aliases, drafts)
    attributions = [
        _attribution(passages[number], draft, who.speaker) for (number, draft), who in zip(drafts, said, strict=True)
    ]
    named = {name.lower() for name in organisations if name.split()[-1].lower() not in media()}
    beside = [o.organisation for o in officials if o.organisation is not None]
    persons = [span for o in officials for span in (o.name, *o.mentions)]
    persons += [passages[m.passage].span_of(*m.tokens) for m in mentions if m.sure and m.length > 1]
    collectives = find_collectives(passages, _bodies(directory, drafts, said), named, beside, persons)
    return Analysis(
        nest(attributions),
        officials,
        tuple(passages[number].span_of(*tokens) for number, tokens in collectives),
    )


def _named_sources(directory: Directory, drafts: Sequence[tuple[int, Draft]]) -> Iterator[str]:
    """Yield the names of bodies that are sources («Karsk Ministry of Health»)."""
    for number, draft in drafts:
        if draft.source is not None and draft.elsewhere is None and draft.source[1] - draft.source[0] > 1:
            passage = directory.passages[number]
            capitals = len(passage.capitals_in(*draft.source))
            head = head_noun(passage, draft.source) if capitals > 1 else ""
            written = head in documents() or head in words("writings")
            if capitals > 1 and not written and person_in(directory, number, draft.source) is None:
                yield body_name(passage, named_apposition(passage, draft.source))


def _unknown_sources(directory: Directory, drafts: Sequence[tuple[int, Draft]]) -> Iterator[str]:
    """Yield the sources that are only capitalised words: nothing tells whether a firm or a person («Karsk Foods»)."""
    for number, draft in drafts:
        passage = directory.passages[number]
        source = draft.source
        if source is None or draft.elsewhere is not None or not all(map(passage.is_capital, range(*source))):
            continue
        person = person_in(directory, number, source)
        pronoun = passage.low[source[0]] in words("pronouns determiners wh")
        if not pronoun and (person is None or not any(mention.sure for mention in person.mentions)):
            yield body_name(passage, named_apposition(passage, source))


def _bodies(
    directory: Directory, drafts: Sequence[tuple[int, Draft]], said: Sequence[Said]
) -> Iterator[tuple[int, Range, str]]:
    """Yield the sources that are neither persons nor pronouns: (passage number, tokens, speaker)."""
    for (number, draft), who in zip(drafts, said, strict=True):
        if draft.source is None or draft.elsewhere is not None or who.person is not None:
            continue
        passage = directory.passages[number]
        pronoun = draft.source[1] - draft.source[0] == 1 and passage.low[draft.source[0]] in words("pronouns")
        relative = passage.low[draft.source[0]] in {"which", "that", "who", "whose"}
        if not pronoun and not relative and person_in(directory, number, draft.source) is None:
            yield number, draft.source, who.speaker or ""


def _find_all(passages: Sequence[Passage]) -> list[list[Draft]]:
    """Return the drafts of each passage: sentences first, then lines with a mark instead of a verb, then the rest."""
    found = [find_drafts(passage) for passage in passages]
    speakers = {
        passage.low[index]
        for passage, drafts in zip(passages, found, strict=True)
        for draft in drafts
        if draft.source is not None
        for index in passage.capitals_in(*draft.source)
    }
    turns = find_turns(passages)
    for number, (passage, drafts) in enumerate(zip(passages, found, strict=True)):
        line = [turns[number]] if number in turns else []
        if not line and (not drafts or all(d.inner or (d.source is None and not d.cue) for d in drafts)):
            line = find_headline(passage, speakers)
        line = [draft for draft in line if draft.tidy()]
        if line:
            drafts[:] = [*line, *(draft for draft in drafts if draft.cue)]
    add_referred(passages, found)
    add_continuations(passages, found)
    add_repeats(passages, found, speakers)
    return found


def _place(draft: Draft) -> int:
    return draft.cue[0][0] if draft.cue else draft.content[0][0]


def _passages(article: Article) -> list[Span]:
    """Return the stretches that can hold claims; the dateline is left out."""
    if article.paragraphs:
        spans = [p.span for p in article.paragraphs if p.role in _CLAIMING]
    else:
        spans, start = [], 0
        for line in article.text.split("\n"):
            end = start + len(line)
            if line:
                spans.append(Span(start, end))
            start = end + 1
    dateline = article.dateline
    if dateline is not None:
        spans = [Span(dateline.end, s.end) if s.start <= dateline.start and dateline.end <= s.end else s for s in spans]
    trimmed = (trim(article.text, span) for span in spans)
    return [span for span in trimmed if span.start < span.end]


def _attribution(passage: Passage, draft: Draft, speaker: str | None) -> Attribution:
    told_in = draft.elsewhere or passage
    return Attribution(
        content=passage.spans_of(draft.content),
        cue=passage.spans_of(draft.cue),
        source=(told_in.span_of(*draft.source),) if draft.source else None,
        kind=kind_of(passage, draft),
        speaker=speaker,
        rule=draft.rule,
    )
