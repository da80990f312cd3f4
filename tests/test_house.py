"""The house rules as data: who may import whom, no cycles, no module without tests, no oversized module."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent / "claimx"

# Rows from the roof down; a module imports from rows below its own. The stages of one row never import each other.
LAYERS = (
    ("__main__",),
    ("cli",),
    ("pipeline", "views"),
    ("assemble",),
    ("ledger",),
    ("read", "zones", "sentences", "mentions", "kinds", "cite"),
    ("syntax", "confidence"),
    ("nlp", "names"),
    ("resources", "edtf"),
    ("spans", "boxes"),
    ("errors", "model"),
)
# Recipes that are run by hand and ship beside what they make.
RECIPES = ("model/",)
ROW = {room: n for n, row in enumerate(LAYERS) for room in row}
MODULES = sorted(
    p for p in ROOT.rglob("*.py") if not any(str(p.relative_to(ROOT)).startswith(r) for r in RECIPES)
)


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[0]


def imported(path: Path) -> set[str]:
    """Full names of the claimx modules that a file imports, anywhere in it."""
    out: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "claimx":
            if node.module == "claimx":
                out.update(
                    f"claimx.{a.name}"
                    for a in node.names
                    if (ROOT / f"{a.name}.py").exists() or (ROOT / a.name).is_dir()
                )
            else:
                out.add(node.module)
        elif isinstance(node, ast.Import):
            out.update(a.name for a in node.names if a.name.startswith("claimx."))
    return out


@pytest.mark.parametrize(
    "path",
    [p for p in MODULES if p.parent != ROOT or p.name != "__init__.py"],
    ids=lambda p: str(p.relative_to(ROOT)),
)
def test_imports_go_downward(path):
    here = room_of(path)
    assert here in ROW, f"{here} stands in no row of the table"
    for name in imported(path):
        there = name.split(".")[1]
        assert there == here or ROW[there] > ROW[here], (
            f"{path.relative_to(ROOT)} imports {name}, which is not below it"
        )


def test_no_cycles():
    graph = {}
    for path in MODULES:
        name = "claimx." + ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        graph[name] = {i for i in imported(path) if i != name}
    state: dict[str, int] = {}

    def visit(name: str, trail: tuple[str, ...]) -> None:
        state[name] = 1
        for other in sorted(graph.get(name, ())):
            if other not in graph:
                continue
            assert state.get(other) != 1, " -> ".join([*trail, name, other])
            if other not in state:
                visit(other, (*trail, name))
        state[name] = 2

    for name in sorted(graph):
        if name not in state and name != "claimx.cli":
            visit(name, ())


def test_light_start():
    """`claimx --help` and `--version` need neither spaCy nor the PDF readers nor numpy."""
    heavy = ("spacy", "pdfplumber", "pypdfium2", "numpy", "rapidfuzz")
    for path in (
        ROOT / "__init__.py",
        ROOT / "cli" / "__init__.py",
        ROOT / "__main__.py",
        ROOT / "errors.py",
    ):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            names = (
                [a.name for a in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
            assert not any(n.split(".")[0] in heavy for n in names), f"{path.name} imports {names}"


def test_every_room_has_tests():
    tests = Path(__file__).resolve().parent
    for room in {room_of(p) for p in MODULES} - {"__init__", "__main__", "errors", "model"}:
        assert (tests / room).is_dir() or (tests / f"test_{room}.py").exists(), f"claimx/{room} has no tests"


def test_only_names_uses_rapidfuzz_and_only_nlp_loads_spacy():
    for path in MODULES:
        where = str(path.relative_to(ROOT))
        text = path.read_text(encoding="utf-8")
        assert (
            "rapidfuzz" not in text
            or where == "names.py"
            or ('"rapidfuzz' not in text and "import rapidfuzz" not in text and "from rapidfuzz" not in text)
        ), where
        assert "spacy.load" not in text or where == "nlp.py", where
