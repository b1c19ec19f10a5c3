import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.safety import LINE_LIMIT, clean_block, clean_line, is_clean, mask_text

HOSTILE_CHARS = st.sampled_from(
    "\x1b\x1b\x07\x9b\x9d\x9c\x90\x98\x9f\\[]P^_X0;31mhcA \n\t\r\0\u202e\u2066\u2069\ufeff\ud800\udfff"
    "\ufe0f\U000e0100\U000e0041\u0301\u0e49\u200d\u200b—💚\u2028\ufffe"
)
HOSTILE_TEXT = st.one_of(st.text(), st.text(HOSTILE_CHARS, max_size=60), st.text(st.characters(codec=None)))
ST = "\x1b\\"


@pytest.mark.parametrize(
    "sequence",
    [
        "\x1b[31m",
        "\x1b[?1049h",
        "\x1b[2J",
        "\x1b[1;2H",
        "\x1b[>4;2m",
        "\x1b[ q",
        "\x1b]0;owned\x07",
        f"\x1b]2;owned{ST}",
        "\x1b]52;c;cm0gLXJm\x07",
        f"\x1b]8;;http://evil.example/{ST}",
        f"\x1bPq#0;2;0;0;0{ST}",
        f"\x1b_Gf=24;AAAA{ST}",
        f"\x1b^private{ST}",
        f"\x1bXstring{ST}",
        "\x1bc",
        "\x1b(0",
        "\x1b#8",
        "\x1b=",
        "\x1b%G",
        "\x1b",
        "\x9b31m",
        "\x9d0;owned\x9c",
        "\x9d0;owned\x07",
        "\x90q\x9c",
        "\x9fGf=24\x9c",
        "\x9eprivate\x9c",
        "\x98string\x9c",
        "\x1b]0;owned\x9c",
        "\x1b\x1b[31m",
        "\x1b[\x1b[31m",
    ],
)
def test_a_sequence_goes_as_a_whole(sequence: str) -> None:
    assert clean_line(f"Before{sequence}After") == "BeforeAfter"
    assert clean_block(f"Before{sequence}After\nNext") == "BeforeAfter\nNext"


@pytest.mark.parametrize("opening", ["\x1b]0;", "\x1bP", "\x1b_", "\x1b^", "\x1bX"])
def test_an_unterminated_sequence_costs_its_line_and_no_more(opening: str) -> None:
    assert clean_block(f"One {opening}rest of the line\nTwo") == "One \nTwo"


def test_a_nested_passthrough_leaves_no_control() -> None:
    cleaned = clean_line(f"A\x1bPtmux;\x1b\x1b]0;owned\x07{ST}B")
    assert cleaned == "AB"


@pytest.mark.parametrize("text", ["a\x9d0;words stay", "mu\x9ee words stay", "\x90words stay"])
def test_an_open_eight_bit_control_does_not_swallow_the_line(text: str) -> None:
    assert clean_line(text).endswith("words stay")


def test_wrongly_decoded_quotation_marks_lose_only_their_controls() -> None:
    wrong = "“Yes,” she said. “Now go.”".encode().decode("latin-1")
    assert clean_line(wrong) == "âYes,â she said. âNow go.â"


@pytest.mark.parametrize(
    "code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C, 0xFEFF, 0x2061]
)
def test_reordering_and_invisible_characters_go(code: int) -> None:
    assert clean_line(f"a{chr(code)}b") == "ab"
    assert not is_clean(chr(code))


@pytest.mark.parametrize("code", [*range(9), *range(0x0B, 0x20), *range(0x7F, 0xA0)])
def test_no_control_is_left(code: int) -> None:
    for cleaned in (clean_line(f"a{chr(code)}b"), clean_block(f"a{chr(code)}b"), mask_text(f"a{chr(code)}b")):
        assert chr(code) not in cleaned
        assert cleaned[0] == "a"


def test_tags_go_and_their_flag_stays() -> None:
    scotland = "\U0001f3f4" + "".join(chr(0xE0000 + ord(c)) for c in "gbsct") + "\U000e007f"
    assert clean_line(f"Vote in {scotland} today") == "Vote in \U0001f3f4 today"


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("Love ❤\ufe0f wins", "Love ❤\ufe0f wins"),
        ("葛\U000e0100城", "葛\U000e0100城"),
        ("a\ufe0f\ufe01\U000e0120\U000e0121b", "a\ufe0fb"),
        ("a \U000e0120b", "a b"),
        ("\ufe0fb", "b"),
        ("👩\u200d🚀 می\u200cخواهم", "👩\u200d🚀 می\u200cخواهم"),
    ],
)
def test_variation_selectors_and_joiners(text: str, cleaned: str) -> None:
    assert clean_line(text) == cleaned
    assert is_clean(text) == (text == cleaned)


def test_marks_are_capped_and_honest_ones_kept() -> None:
    assert clean_line("Z" + "\u0301" * 40 + "algo") == "Z" + "\u0301" * 8 + "algo"
    assert clean_line("x" + "\u0e49\x00" * 40) == "x" + "\u0e49" * 8
    assert clean_line("ที่นี่ ชื่อ Việt Nam — “…” ————————————") == "ที่นี่ ชื่อ Việt Nam — “…” ————————————"


def test_no_mark_escapes_the_quick_look() -> None:
    # the quick search names blocks, so this is where a block forgotten would show
    for code in range(0x300, 0x110000):
        if unicodedata.category(chr(code))[0] == "M":
            assert not is_clean("x" + chr(code) * 9), hex(code)


def test_half_surrogates_and_non_characters_can_be_written_afterwards() -> None:
    assert clean_block("a\ud83db\uffffc").encode() == "a\ufffdb\ufffdc".encode()


def test_lines_and_blocks_treat_breaks_each_in_their_way() -> None:
    text = " One\r\nTwo\rThree\x0bFour\u2028Five\u2029Six\x85\tSeven  "
    assert clean_line(text) == "One Two Three Four Five Six Seven"
    assert clean_block(text) == " One\nTwo\nThree\nFour\nFive\nSix\n\tSeven  "


def test_non_breaking_blanks_stay_inside() -> None:
    assert clean_line("\xa0«\xa0Oui\xa0»\u3000") == "«\xa0Oui\xa0»"


def test_soft_hyphens_go_from_clean_text_and_stay_in_masked_text() -> None:
    assert clean_line("Bundes\xadregierung") == "Bundesregierung"
    assert mask_text("Bundes\xadregierung") == "Bundes\xadregierung"


def test_limits_cut_with_an_ellipsis() -> None:
    assert clean_line("abc " * 1000) == ("abc " * 1000)[: LINE_LIMIT - 1] + "…"
    assert clean_line("abcdef", limit=3) == "ab…"
    assert clean_line("abc", limit=3) == "abc"
    assert clean_line("abc", limit=0) == ""
    assert clean_block("abcdef", limit=4) == "abc…"


def test_masking_keeps_every_offset() -> None:
    text = "He\x1b[31m said\u202e «no»\ud800 and\r\nleft" + "\u0301" * 12
    masked = mask_text(text)
    assert len(masked) == len(text)
    assert is_clean(masked)
    assert masked.index("«no»") == text.index("«no»")


def test_masking_blanks_a_sequence_whole() -> None:
    assert mask_text("\x1b[31mRed\x1b[0m \x1b]0;name\x07end") == "     Red" + " " * 14 + "end"
    assert mask_text("[31mRed") == "[31mRed"


@given(HOSTILE_TEXT)
def test_cleaning_is_final(text: str) -> None:
    line, block, masked = clean_line(text), clean_block(text), mask_text(text)
    assert is_clean(line)
    assert is_clean(block)
    assert is_clean(masked)
    assert clean_line(line) == line
    assert clean_block(block) == block
    assert len(masked) == len(text)
    assert "\n" not in line
    assert "\t" not in line
    line.encode()
    block.encode()
    masked.encode()


@given(HOSTILE_TEXT)
def test_clean_text_is_left_alone(text: str) -> None:
    if is_clean(text):
        assert clean_block(text) == text.replace("\xad", "")
        assert mask_text(text) == text


@pytest.mark.parametrize(
    "piece",
    ["\x1b]", "\x1b[", "\x9d", "\x1b]0;" + "a" * 50, "\u0301", "—", "\ufe0f", "\u202e", "\x1b\x1b", " \x1b", "é\r"],
)
def test_time_grows_with_the_length(piece: str) -> None:
    text = piece * (400_000 // len(piece))
    start = time.process_time()
    clean_block(text)
    mask_text(text)
    clean_line(text)
    assert time.process_time() - start < 5, "quadratic: linear takes well under a second"
