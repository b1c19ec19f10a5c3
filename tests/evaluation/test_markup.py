from pathlib import Path

import pytest

from tests.evaluation.markup import read_annotated, strip_marks

SAMPLE = """outlet: Harnsey Lantern
title: Bridge to close
===
⟦s1|The paper⟧ ⟦c1|reported⟧ that ⟦x1|⟦s2,n1|Odile Marrick⟧, ⟦o1|chief engineer⟧ of the ⟦g1|port⟧, \
⟦c2|said⟧ ⟦x2|“no” to it⟧⟧.
⟦k1|The council⟧ met ⟦m1|Marrick⟧.
===
1 indirect speaker=The paper
2 mixed speaker=Odile Marrick parent=1 optional
n1 Odile Marrick
"""


def test_marks_become_spans(tmp_path: Path) -> None:
    path = tmp_path / "bridge.txt"
    path.write_text(SAMPLE, encoding="utf-8")
    record = read_annotated(path)
    text = record["text"]

    def words(span: list[int]) -> str:
        return str(text[span[0] : span[1]])

    outer, inner = record["attributions"]
    assert text.startswith("The paper reported that Odile Marrick, chief engineer of the port, said “no” to it.")
    assert words(outer["content"][0]) == "Odile Marrick, chief engineer of the port, said “no” to it"
    assert (words(inner["source"][0]), words(inner["content"][0])) == ("Odile Marrick", "“no” to it")
    assert (inner["parent"], inner["speaker"], inner["optional"]) == (0, "Odile Marrick", True)
    (official,) = record["officials"]
    assert [words(official[key]) for key in ("name", "office", "organisation")] == [
        "Odile Marrick",
        "chief engineer",
        "port",
    ]
    assert [words(span) for span in official["mentions"]] == ["Marrick"]
    assert [words(span) for span in record["collectives"]] == ["The council"]


@pytest.mark.parametrize(
    ("marked", "fault"), [("⟦s1|open", "never closed"), ("shut⟧", "not open"), ("⟦x|a⟧", "no tag")]
)
def test_a_faulty_mark_is_named(marked: str, fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        strip_marks(marked)
