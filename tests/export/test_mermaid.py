import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from reader.export.mermaid import chain_mermaid, escape_label
from reader.model.chain import Chain, ChainNode

if TYPE_CHECKING:
    from tests.export.conftest import Sample


def test_a_chain_is_a_flowchart_with_one_statement_a_line(sample: "Sample") -> None:
    assert chain_mermaid(sample.chain).splitlines() == [
        "flowchart TD",
        '    n0["Tidewater Post<br>a report<br>not in the library"]:::absent',
        '    n1["Harbour Wire<br>Bridge shut<br>2026-03-01<br>2 more carry the same text"]:::stored',
        '    n2["Samphire Courier<br>Harbour bridge closes for repairs"]:::open',
        '    n0 -.->|"cited, almost certain"| n2',
        '    n1 -->|"reworded, very likely, 30 h later, by time only"| n2',
        '    n1 -.-|"from a common source"| n2',
        "    classDef absent stroke-dasharray: 5 5",
        "    classDef stored stroke-width: 1px",
        "    classDef open stroke-width: 3px",
    ]


def test_an_edge_to_a_missing_node_is_left_out(sample: "Sample") -> None:
    chain = replace(sample.chain, nodes=sample.chain.nodes[2:])
    assert "--" not in chain_mermaid(chain).replace("classDef absent stroke-dasharray", "")


def test_a_hostile_label_stays_a_label() -> None:
    hostile = '"]; click n0 "javascript:x"; %%{init: {"theme": "base"}}%% `b` <script>alert(1)</script>\nn9 --> n0'
    text = chain_mermaid(Chain("1", (ChainNode("1", hostile, headline=hostile),)))
    assert len(text.splitlines()) == 5
    assert "%%{" not in text
    assert "<script" not in text
    label = re.fullmatch(r'    n0\["([^"`]*)"\]:::open', text.splitlines()[1])
    assert label is not None
    assert "&#" not in label[1]


@given(st.text(max_size=300))
def test_a_label_holds_no_mark_that_means_something(words: str) -> None:
    label = escape_label(words)
    assert not re.search(r'["`<>{}\[\]|\\%\n\r]', label)
    assert re.sub(r"#\d+;", "", label).count("#") == 0
