"""Shingles: words, hashes, winnowing."""

import subprocess
import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reader.text.shingles import (
    digest_words,
    find_words,
    fold_word,
    hash_ngrams,
    hash_terms,
    hash_word,
    is_pair,
    split_words,
    winnow,
    word_term,
)


def test_words_fold_case_apostrophes_and_possessives() -> None:
    assert split_words("Norland’s pro‑Coast MINISTERS didn’t pay 27,000.50") == [
        "norland", "pro", "coast", "ministers", "didn't", "pay", "27,000.50",
    ]  # fmt: skip


def test_word_spans_leave_the_possessive_out() -> None:
    text = "The mayor’s dog"
    assert [span.of(text) for _, span in find_words(text)] == ["The", "mayor", "dog"]


def test_cjk_text_is_split_into_characters() -> None:
    assert split_words("東京で会談") == ["東", "京", "で", "会", "談"]


@given(st.text())
def test_spans_lie_inside_and_words_are_the_same_with_and_without_them(text: str) -> None:
    found = find_words(text)
    assert [word for word, _ in found] == split_words(text)
    assert all(0 <= s.start < s.end <= len(text) for _, s in found)
    assert all(a.end <= b.start for (_, a), (_, b) in pairwise(found))


@given(st.lists(st.sampled_from(["ab", "cd", "ef", "gh", "ij"]), max_size=30), st.integers(1, 7))
def test_ngram_hashes_agree_exactly_where_the_words_agree(words: list[str], n: int) -> None:
    hashes = hash_ngrams(list(map(hash_word, words)), n)
    grams = [tuple(words[i : i + n]) for i in range(len(words) - n + 1)]
    assert len(hashes) == len(grams)
    assert len(set(hashes)) == len(set(grams))
    assert all(-(1 << 63) <= h < 1 << 63 for h in hashes)


@given(st.lists(st.integers(0, (1 << 64) - 1), max_size=12), st.integers(0, 9))
def test_ngram_hashes_are_polynomials_of_the_digests(digests: list[int], n: int) -> None:
    expected = []
    for start in range(len(digests) - n + 1 if n else 0):
        value = 0
        for digest in digests[start : start + n]:
            value = (value * 0x9E3779B97F4A7C15 + digest) % (1 << 64)
        expected.append(value - (1 << 64) if value >> 63 else value)
    assert hash_ngrams(digests, n) == expected


@given(st.text("aé' ’s_1,.½ \n字"))
def test_digests_are_those_of_the_folded_words(text: str) -> None:
    assert digest_words(text) == [hash_word(word) for word in split_words(text)]


def test_hashes_are_the_same_in_another_process() -> None:
    code = "from reader.text.shingles import *; print(hash_ngrams(digest_words('Ferry runs late'), 2))"
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert other.stdout.strip() == str(hash_ngrams(digest_words("ferry runs late"), 2))


@given(st.lists(st.integers(0, 50), min_size=12, max_size=40), st.lists(st.integers(100, 150), max_size=20))
def test_texts_that_share_a_window_share_a_winnowed_hash(shared: list[int], before: list[int]) -> None:
    assert set(winnow(shared, 8)) & set(winnow([*before, *shared], 8))


@given(st.lists(st.integers(-5, 5), max_size=40), st.integers(1, 9))
def test_winnowing_keeps_the_least_of_each_window(hashes: list[int], window: int) -> None:
    windows = [hashes[at : at + window] for at in range(max(1, len(hashes) - window + 1))]
    assert winnow(hashes, window) == list(dict.fromkeys(min(some) for some in windows if some))


@given(st.text("aé' ’s_1,.½ \n字"), st.integers(0, 5))
def test_words_stand_where_they_are_said_to(text: str, start: int) -> None:
    found = find_words(text, start)
    assert [fold_word(span.of(text)) for _, span in found] == [word for word, _ in found] == split_words(text[start:])
    assert all(one.end <= other.start for (_, one), (_, other) in pairwise(found))


def test_winnowing_thins_out_and_keeps_short_texts() -> None:
    assert winnow([5, 3, 9], 8) == [3]
    assert winnow([], 8) == []
    hashes = hash_ngrams(digest_words(" ".join(map(str, range(2_000)))), 5)
    assert 0.15 < len(winnow(hashes, 8)) / len(hashes) < 0.3


def test_terms_are_words_and_pairs_without_common_ones() -> None:
    common = frozenset(map(hash_word, ("the", "to")))
    terms = list(hash_terms(digest_words("The ferry to the island"), common))
    assert [is_pair(t) for t in terms] == [False, False, True, True, True]
    assert terms[:2] == [word_term("ferry"), word_term("island")]
    assert list(hash_terms(digest_words("the ferry"), common)) == [terms[0], terms[2]]
    assert list(hash_terms([], common)) == []
    assert fold_word("It’s") == "it"
