"""No file, class or function swallows everything: the one fault that big Textual programs share."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "reader").rglob("*.py"))
TEXTUAL_METHODS = ("action_", "on_", "watch_", "_watch_", "compose", "render", "_on_", "validate_")

FILE_LINES = 400
CLASS_METHODS = 20
FUNCTION_LINES = 50


def definitions(path: Path) -> Iterator[ast.AST]:
    yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_nothing_grows_too_large(path: Path) -> None:
    faults = []
    lines = len(path.read_text(encoding="utf-8").splitlines())
    if lines > FILE_LINES:
        faults.append(f"{lines} lines (at most {FILE_LINES})")
    for node in definitions(path):
        if isinstance(node, ast.ClassDef):
            methods = [n.name for n in node.body if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
            own = [m for m in methods if not m.startswith(TEXTUAL_METHODS)]
            if len(own) > CLASS_METHODS:
                faults.append(f"class {node.name} has {len(own)} methods (at most {CLASS_METHODS})")
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                faults.append(f"{node.name} has {length} lines (at most {FUNCTION_LINES})")
    assert not faults, f"{path.relative_to(ROOT)}: " + "; ".join(faults)


def test_no_room_holds_more_than_three_tenths_of_the_code() -> None:
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    rooms: dict[str, int] = {}
    for path, count in lines.items():
        room = path.relative_to(ROOT / "reader").parts[0]
        rooms[room] = rooms.get(room, 0) + count
    room, most = max(rooms.items(), key=lambda item: item[1])
    assert most <= 0.3 * sum(lines.values()), f"reader/{room} holds {most} of {sum(lines.values())} lines"
    assert len([r for r in rooms if not r.endswith(".py")]) <= 15
