import json
from dataclasses import replace
from typing import TYPE_CHECKING

from prov.model import ProvDocument

from reader.export.prov import chain_prov

if TYPE_CHECKING:
    from tests.export.conftest import Sample


def _read(text: str) -> ProvDocument:
    return ProvDocument.deserialize(content=text, format="json")


def test_the_document_loads_with_its_records(sample: "Sample") -> None:
    document = _read(chain_prov(sample.chain))
    names = [type(record).__name__ for record in document.get_records()]
    assert names.count("ProvAgent") == 3
    assert names.count("ProvAttribution") == 3
    assert names.count("ProvDerivation") == 2
    assert names.count("ProvAlternate") == 1
    assert names.count("ProvEntity") == 3 + 3  # articles; one evidence with two selectors


def test_every_relation_resolves(sample: "Sample") -> None:
    document = _read(chain_prov(sample.chain))
    elements = {str(r.identifier) for r in document.get_records() if r.is_element()}
    assert elements
    relations = [r for r in document.get_records() if r.is_relation()]
    assert relations
    for relation in relations:
        for _, value in relation.formal_attributes[:2]:
            assert str(value) in elements


def test_every_name_in_an_attribute_resolves(sample: "Sample") -> None:
    data = json.loads(chain_prov(sample.chain))
    known = {*data["entity"], *data["agent"]}
    for group in ("entity", "agent", "wasDerivedFrom"):
        for record in data[group].values():
            for value in record.values():
                for item in value if isinstance(value, list) else [value]:
                    if isinstance(item, dict) and item["type"] == "prov:QUALIFIED_NAME" and item["$"].startswith("nr:"):
                        assert item["$"] in known


def test_evidence_has_both_selectors(sample: "Sample") -> None:
    data = json.loads(chain_prov(sample.chain, {"7": sample.text}))
    quote = data["entity"]["nr:evidence-1-quote"]
    position = data["entity"]["nr:evidence-1-position"]
    start, end = int(position["oa:start"]["$"]), int(position["oa:end"]["$"])
    assert sample.text[start:end] == quote["oa:exact"]
    assert sample.text[:start].endswith(quote["oa:prefix"])
    assert sample.text[end:].startswith(quote["oa:suffix"])
    assert quote["oa:prefix"]
    assert data["wasDerivedFrom"]["_:from1"]["prov:type"]["$"] == "prov:PrimarySource"


def test_hostile_names_stay_values(sample: "Sample") -> None:
    nodes = tuple(replace(n, outlet='x" nr:y \\ {}', headline="prov:Entity\n") for n in sample.chain.nodes)
    document = _read(chain_prov(replace(sample.chain, nodes=nodes)))
    assert sum(1 for r in document.get_records() if type(r).__name__ == "ProvAgent") == 1
