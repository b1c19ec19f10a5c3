from dataclasses import fields, is_dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.config import ConfigError, Settings, load_settings, parse_settings, render_settings


def problems_of(text: str) -> tuple[str, ...]:
    with pytest.raises(ConfigError) as caught:
        parse_settings(text)
    return caught.value.problems


def test_what_is_written_reads_as_the_same_settings() -> None:
    assert parse_settings(render_settings(Settings())) == Settings()
    text = """
    key_preset = "newsboat"
    [refresh]
    shortest_minutes = 30
    [keys]
    "article.next-claim" = "c,right"
    """
    changed = parse_settings(text)
    assert changed.key_preset == "newsboat"
    assert changed.refresh.shortest_minutes == 30
    assert changed.keys == {"article.next-claim": "c,right"}
    assert parse_settings(render_settings(changed)) == changed


def test_every_option_has_a_sentence_in_the_file() -> None:
    text = render_settings(Settings())
    for option in fields(Settings):
        value = getattr(Settings(), option.name)
        for one in fields(value) if is_dataclass(value) else (option,):
            assert one.metadata["text"].endswith(".")
            assert one.metadata["text"] in " ".join(text.replace("\n# ", " ").split())


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == Settings()


def test_dotted_keys_name_one_binding() -> None:
    assert parse_settings('[keys]\narticle.next-claim = "c"\n').keys == {"article.next-claim": "c"}


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known_one() -> None:
    assert problems_of("[refresh]\n\nshortes_minutes = 30\n") == (
        "line 3: [refresh] shortes_minutes: no such option, nearest is shortest_minutes",
    )


def test_an_unknown_table_is_named_with_its_line() -> None:
    (problem,) = problems_of('key_preset = "default"\n[refrehs]\nparallel = 3\n')
    assert problem == "line 2: refrehs: no such option, nearest is refresh"


def test_all_faults_are_told_at_once() -> None:
    found = problems_of('key_preset = "emacs"\n[refresh]\nparallel = 0\nfull_text = "yes"\nshortest_minutes = true\n')
    assert found == (
        'line 1: key_preset: expected one of "default", "newsboat", found "emacs"',
        "line 3: [refresh] parallel: expected 1 to 64, found 0",
        'line 4: [refresh] full_text: expected true or false, found "yes"',
        "line 5: [refresh] shortest_minutes: expected a whole number, found true",
    )


def test_the_line_is_that_of_the_right_table() -> None:
    (problem,) = problems_of('[reading]\nmark_read = "never"\n[refresh]\nmark_read = 1\n')
    assert problem.startswith("line 4: [refresh] mark_read: no such option")


@pytest.mark.parametrize("text", ["refresh = 1", "keys = 'x'"])
def test_a_table_that_is_none(text: str) -> None:
    (problem,) = problems_of(text)
    assert problem.startswith("line 1: ")
    assert "write [" in problem


def test_what_is_no_toml_is_one_line(tmp_path: Path) -> None:
    (problem,) = problems_of("[refresh\n")
    assert problem.startswith("not valid TOML")
    assert "line 1" in problem
    path = tmp_path / "config.toml"
    path.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match=r"config.toml: is not UTF-8 \(byte 0\)"):
        load_settings(path)


def test_a_folder_in_its_place_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="Is a directory"):
        load_settings(tmp_path)


def test_errors_show_no_control_characters() -> None:
    (problem,) = problems_of('"\\u001b]0;x\\u0007" = 1\n')
    assert problem.isprintable()


@given(st.text())
def test_any_text_gives_settings_or_clean_lines(text: str) -> None:
    problems: tuple[str, ...] = ()
    try:
        parse_settings(text)
    except ConfigError as error:
        problems = error.problems
    assert all(problem.isprintable() and len(problem) < 600 for problem in problems)
