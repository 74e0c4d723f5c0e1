from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from assembler.casefile import Written, read, write_back
from assembler.casefile.located import Spot, locate
from assembler.casefile.schema_fields import schema_fields
from assembler.casefile.shape import Case

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.yaml"))
GOOD = [path for path in SAMPLES if path.stem != "bad-case"]

SMALL = """\
# A first telephone call.
format: 1
as_of: 2026-11-16  # the day we meet
trusts:
  - id: katz  # the widower's
    name: 'Katz "Qualified" Trust'
    trustees:
      - name: Ruth Katz
        kind: individual
    # is anything else open?
    security:
      permitted: [bank-trustee, bond]
executor:
  - {name: Ruth Katz, title: Executor}
"""


def answers(spot: Spot, shape: type = Case, above: str = "") -> Iterator[tuple[str, Any, Spot]]:
    for key, value in spot.pairs():
        field, path = schema_fields(shape)[key.text], above + key.text
        if field.is_record and value.kind == "list":
            for number, item in enumerate(value.children):
                yield from answers(item, field.type, f"{path}[{number}].")
        elif field.is_record and value.kind == "mapping":
            yield from answers(value, field.type, f"{path}.")
        elif not field.is_record:
            yield path, tuple(value.plain()) if value.kind == "list" else value.plain(), key


@pytest.mark.parametrize("sample", GOOD, ids=lambda path: path.stem)
def test_an_answer_written_as_it_stands_changes_nothing(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    every = list(answers(root_of(text)))

    for path, written, _ in every[len(sample.stem) % 5 :: 5]:
        assert write_back(text, path, written) == text


@pytest.mark.parametrize("sample", GOOD[::3], ids=lambda path: path.stem)
def test_another_answer_changes_its_own_line_and_no_other(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    lines = text.split("\n")
    every = [(path, key) for path, written, key in answers(root_of(text)) if isinstance(written, str)]

    for path, key in every[len(sample.stem) % 11 :: 11]:
        edited = write_back(text, path, "Zürich: 8 & 9").split("\n")
        assert len(edited) == len(lines)
        assert {number for number, line in enumerate(lines) if edited[number] != line} == {key.line}


@pytest.mark.parametrize("sample", GOOD[1::3], ids=lambda path: path.stem)
def test_an_answer_that_was_taken_out_comes_back_as_it_was(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    case = read(text.encode()).case
    every = [(path, written) for path, written, _ in answers(root_of(text)) if not path.endswith(".id")]

    for path, written in every[len(sample.stem) % 7 :: 7]:
        open_again = write_back(text, path, None)
        assert read(write_back(open_again, path, written).encode()).case == case


def root_of(text: str) -> Spot:
    root = locate(text)
    assert root is not None
    return root


ADDED: list[tuple[str, Written, str]] = [
    ("trusts[katz].source", "executor-created", "'Katz \"Qualified\" Trust'\n    source: executor-created\n"),
    ("trusts[katz].security.operative", "bond", "bond]\n      operative: bond\nexecutor:"),
    ("trusts[katz].security.permitted", ("bond",), "permitted: [bond]\n"),
    ("trusts[katz].name", "Katz's Trust", "    name: 'Katz''s Trust'\n"),
    ("trusts[katz].trustees[1].name", "Ann Lind", "individual\n      - name: Ann Lind\n    # is"),
    ("trusts[katz].trustees[0].is_us_trustee", "true", "individual\n        is_us_trustee: true\n    # is"),
    ("trusts[katz].successors[0].name", "Bo Lind", "    successors:\n      - name: Bo Lind\n    # is"),
    ("trusts[second].name", "Second Trust", "bond]\n  - id: second\n    name: Second Trust\nexecutor"),
    ("trusts[katz].bond.surety.name", "Hudson: Surety", 'bond:\n      surety:\n        name: "Hudson: Surety"\n'),
    ("spouse.address", "1 Main Street\nAlbany", "spouse:\n  address: |-\n    1 Main Street\n    Albany\ntrusts:"),
    ("executor[1].name", "Lind, Ann", '- {name: Ruth Katz, title: Executor}\n  - {name: "Lind, Ann"}\n'),
    ("executor[0].address", "5 Elm", "- {name: Ruth Katz, title: Executor, address: 5 Elm}\n"),
    ("decedent.name", "True", 'the day we meet\ndecedent:\n  name: "True"\n'),
]


@pytest.mark.parametrize(("path", "written", "stands"), ADDED)
def test_an_answer_is_added_where_its_question_has_its_place(path: str, written: Written, stands: str) -> None:
    edited = write_back(SMALL, path, written)

    assert stands in edited
    assert read(edited.encode()).problems == ()


def test_the_comment_that_asks_a_question_gives_way_to_its_answer() -> None:
    text = "format: 1\ndecedent:\n  # Full name.\n  # name:\n  # Day.\n  # died:\nspouse:\n  # Full name.\n  # name:\n"

    text = write_back(text, "decedent.died", "2026-01-02")
    text = write_back(text, "decedent.name", "Ann Lind")
    text = write_back(text, "spouse.name", "Bo Lind")

    assert text == (
        "format: 1\ndecedent:\n  # Full name.\n  name: Ann Lind\n  # Day.\n  died: 2026-01-02\n"
        "spouse:\n  # Full name.\n  name: Bo Lind\n"
    )


def test_blank_lines_and_comments_of_the_record_before_stay_with_it() -> None:
    decedent = "format: 1\ndecedent:\n  name: Ann Lind\n\n  # Day.\n  # died:\n\n  # a citizen\n"
    text = f"{decedent}# What is hers.\ntrusts: []\n"

    edited = write_back(text, "spouse.name", "Bo Lind")
    edited = write_back(edited, "decedent.died", "2026-01-01")

    answered = decedent.replace("# died:", "died: 2026-01-01")
    assert edited == f"{answered}spouse:\n  name: Bo Lind\n# What is hers.\ntrusts: []\n"


def test_a_list_with_a_line_for_each_item_keeps_the_lines_that_stay() -> None:
    text = "spouse:\n  citizenships:\n    - PT  # by birth\n    - BR\n  born: 1960-01-02\n"

    assert write_back(text, "spouse.citizenships", ("PT", "BR", "FR")) == text.replace("- BR\n", "- BR\n    - FR\n")
    assert write_back(text, "spouse.citizenships", ("PT",)) == text.replace("    - BR\n", "")
    assert write_back(text, "spouse.citizenships", ("PT", "FR")) == text.replace("BR", "FR")


def test_json_stays_json() -> None:
    text = '{\n  "format": 1,\n  "trusts": [{"id": "k"}]\n}\n'

    edited = write_back(text, "trusts[k].is_foreign_instrument", "false")
    edited = write_back(edited, "as_of", "2026-11-16")
    edited = write_back(edited, "trusts[k].assets[0].value", "5.00")

    assert edited == (
        '{\n  "format": 1,\n  "as_of": "2026-11-16",\n'
        '  "trusts": [{"id": "k", "is_foreign_instrument": false, "assets": [{"value": 5.00}]}]\n}\n'
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n", "format:\n"])
def test_a_file_of_nothing_takes_its_first_answer(text: str) -> None:
    assert "as_of: 2026-11-16" in write_back(text, "as_of", "2026-11-16")


def test_line_ends_are_those_of_the_file() -> None:
    text = SMALL.replace("\n", "\r\n")

    edited = write_back(text, "trusts[katz].records_address", "1 Main Street\nAlbany")

    assert "\n" not in edited.replace("\r\n", "")
    assert write_back(edited, "trusts[katz].records_address", "1 Main Street\nAlbany") == edited


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("format: 1\n", "trusts[0].naem"),
        ("format: 1\n", "trusts[0].security"),
        ("format: [1\n", "as_of"),
        ("format: 1\ndecedent: a man\n", "decedent.name"),
        ("format: 1\nas_of: 2026-01-01\nas_of: 2026-01-02\n", "as_of"),
    ],
)
def test_what_cannot_be_written_without_touching_other_answers_is_refused(text: str, path: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        write_back(text, path, "2026-11-16")
