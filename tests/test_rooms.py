"""The rooms: which may import which, which libraries come in, and what none of them may do."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ASSEMBLER = Path(__file__).parents[1] / "assembler"

ROOMS: dict[str, set[str]] = {
    "problem": set(),
    "terms": set(),
    "nesting": set(),
    "law": {"terms"},
    "casefile": {"problem", "terms", "nesting"},
    "findings": {"problem", "terms", "law", "casefile"},
    "library": {"problem", "nesting"},
    "selection": {"problem", "terms", "casefile", "findings", "library"},
    "wording": set(),
    "pictures": set(),
    "merge": {"casefile", "findings", "wording", "pictures"},
    "composition": {"library"},
    "word": {"problem"},
    "check": {"problem"},
    "matter": {
        "problem", "terms", "casefile", "findings", "library", "selection", "wording", "pictures", "merge",
        "composition", "word", "check",
    },
    "batch": {"problem", "casefile", "word", "matter"},
    "revision": {"problem", "terms", "casefile", "findings", "library", "wording", "word", "check", "matter"},
    "workbench": {
        "problem", "casefile", "findings", "library", "selection", "wording", "word", "matter", "batch", "revision",
    },
    "cli": {
        "problem", "casefile", "findings", "library", "selection", "word", "matter", "batch", "revision", "workbench",
    },
    "__main__": {"cli"},
}  # fmt: skip
"""Each room and the rooms it may import, itself aside; a room imports only rooms above it."""

LIBRARIES: dict[str, set[str]] = {
    "nesting": {"yaml"},
    "law": {"holidays"},
    "casefile": {"babel", "yaml"},
    "library": {"yaml"},
    "wording": {"babel", "num2words"},
    "pictures": {"PIL"},
    "composition": {"markdown_it", "markupsafe"},
    "word": {"docxtpl", "isal", "jinja2", "lxml", "markupsafe", "pypdf"},
    "check": {"isal", "lxml"},
    "matter": {"icalendar", "markupsafe"},
    "batch": {"distributed", "openpyxl", "xlsxwriter"},
    "revision": {"lxml", "pypdfium2", "rapidfuzz", "snowballstemmer"},
    "workbench": {"flask", "markupsafe", "waitress", "werkzeug"},
    "cli": {"click"},
}
"""What a room may bring in from outside the standard library."""

STANDARD: dict[str, set[str]] = {
    "subprocess": {"word"},
    "tempfile": {"word", "batch"},
    "socket": set(),
    "urllib": {"word", "check"},  # unquotes the targets of links
    "http": set(),
    "time": {"batch", "cli"},  # how long a case took, and how long the rest will
    "random": set(),
    "pickle": {"matter"},  # in the cache of what a library compiles to, which only its user can write
}
"""Parts of the standard library that only these rooms may touch."""

REFUSED_CALLS = (".date.today", ".datetime.now", ".datetime.today", ".datetime.utcnow", ".float", ".eval", ".exec")


def room_of(path: Path) -> str:
    return path.relative_to(ASSEMBLER).parts[0].removesuffix(".py")


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = [node.module] if node.module else []
            if node.level:
                yield "a relative import"
            elif parts == ["assembler"]:
                yield from (f"assembler.{alias.name}" for alias in node.names)
            else:
                yield from parts


def called(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


def allowed(room: str, name: str) -> bool:
    top, _, rest = name.partition(".")
    if top == "assembler":
        return rest.split(".")[0] in ROOMS[room] | {room}
    if top in STANDARD:
        return room in STANDARD[top]
    return top in LIBRARIES.get(room, set()) or top in sys.stdlib_module_names


def faults(room: str, source: str) -> list[str]:
    """Give everything a module of a room does that its room may not."""
    tree = ast.parse(source)
    return [
        *(f"{room} imports {name}" for name in imported(tree) if not allowed(room, name)),
        *(f"{room} calls {name}" for name in called(tree) if f".{name}".endswith(REFUSED_CALLS)),
    ]


MODULES = sorted(path for path in ASSEMBLER.rglob("*.py") if path.parent != ASSEMBLER or path.name != "__init__.py")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ASSEMBLER).as_posix())
def test_a_module_keeps_to_its_room(path: Path) -> None:
    assert faults(room_of(path), path.read_text(encoding="utf-8")) == []


def test_every_room_has_its_line_in_the_table_and_no_other() -> None:
    assert {room_of(path) for path in MODULES} == ROOMS.keys()


def test_a_room_may_import_only_rooms_above_it() -> None:
    order = list(ROOMS)

    for room, others in ROOMS.items():
        assert all(order.index(other) < order.index(room) for other in others), room


PLANTED = [
    ("law", "from assembler.casefile.shape import Case", "law imports assembler.casefile.shape"),
    ("law", "def f():\n    from assembler import findings", "law imports assembler.findings"),
    ("check", "import assembler.word.template_renderer", "check imports assembler.word.template_renderer"),
    ("check", "from assembler.composition import bookmark", "check imports assembler.composition"),
    ("composition", "import jinja2", "composition imports jinja2"),
    ("matter", "from docx import Document", "matter imports docx"),
    ("findings", "from click import echo", "findings imports click"),
    ("composition", "from lxml import etree", "composition imports lxml"),
    ("cli", "from assembler import law", "cli imports assembler.law"),
    ("wording", "from assembler.problem import Problem", "wording imports assembler.problem"),
    ("selection", "from . import plan", "selection imports a relative import"),
    ("law", "import requests", "law imports requests"),
    ("law", "import time", "law imports time"),
    ("findings", "import datetime\nd = datetime.date.today()", "findings calls datetime.date.today"),
    ("merge", "from datetime import date\nd = date.today()", "merge calls date.today"),
    ("matter", "x = datetime.now(UTC)", "matter calls datetime.now"),
    ("law", "x = float('2.5')", "law calls float"),
    ("library", "x = eval(text)", "library calls eval"),
]


@pytest.mark.parametrize(("room", "source", "fault"), PLANTED, ids=[fault for *_, fault in PLANTED])
def test_a_planted_fault_is_found(room: str, source: str, fault: str) -> None:
    assert faults(room, source) == [fault]


@pytest.mark.parametrize(
    ("room", "source"),
    [
        ("law", "from decimal import Decimal\nfrom assembler.terms import every"),
        ("cli", "import click\nfrom assembler import matter"),
        ("check", "from lxml import etree"),
        ("word", "import subprocess\nfrom docxtpl import DocxTemplate"),
    ],
)
def test_what_a_room_may_do_is_no_fault(room: str, source: str) -> None:
    assert faults(room, source) == []


def test_no_law_is_written_in_floating_point() -> None:
    for path in (ASSEMBLER / "law").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found = [node.lineno for node in ast.walk(tree) if isinstance(node, ast.Constant) and type(node.value) is float]
        assert found == [], path.name
