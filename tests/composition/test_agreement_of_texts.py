"""The text of a clause in Word and its plain text beside it are made by two ways and agree."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from assembler import merge, word
from assembler.composition import Compiled, Placeholder, compile_document
from assembler.library.clause import Clause
from assembler.library.reading import read
from assembler.word.template_renderer import environment

LIBRARY = read(Path(__file__).parents[2] / "clauses")
OUTLINE = LIBRARY.outlines["trust-agreement"]
COMPILED: Compiled = compile_document(OUTLINE, LIBRARY)
BODY = environment().from_string(COMPILED.body)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

ODD = ("Søren & Daughters, N.A.", "<w:p>{{ 7*7 }}</w:p>", "*bold* _it_ `x` #1", '"O\'Neill"', "محمد بن علي Jr.")
"""Values that would become structure if anything in them were read as such."""

VALUES = {name: f"{ODD[n % len(ODD)]} {name}" for n, name in enumerate(sorted(merge.FIELDS))}
LISTS = {
    name: [{field: f"{field} {n}: {ODD[n]}" for field in sorted(fields)} for n in range(3)]
    for name, fields in merge.LISTS.items()
}
PARTS = [part.id or "" for part in OUTLINE.parts]
NUMBERS = {identity: f"7.{n}" for n, identity in enumerate([*COMPILED.plain, *PARTS])}


def in_word(value: str) -> str:
    return word.text(value)


def rendered(*chosen: str) -> etree._Element:
    """Render the clauses chosen and parse what comes out."""
    nothing = dict.fromkeys(COMPILED.plain, "")
    values: dict[str, object] = {
        **{name: in_word(value) for name, value in VALUES.items()},
        **{name: [{f: in_word(v) for f, v in item.items()} for item in items] for name, items in LISTS.items()},
        "chosen": set(chosen),
        "held": set(),
        "broken": set(),
        "number": NUMBERS,
        "before": nothing,
        "after": nothing,
    }
    body = BODY.render(values)
    return etree.fromstring(f'<w:body xmlns:w="{W}">{body}</w:body>'.encode())


def lines(body: etree._Element) -> list[str]:
    """Read the paragraphs; the blank before a line to sign on is no text."""
    return [words(paragraph).rstrip(" ") for paragraph in body.iter(f"{{{W}}}p")]


def words(paragraph: etree._Element) -> str:
    """Read a paragraph's text, in which a hyphen that may not end a line is an element, and such a blank a blank."""
    tags = (f"{{{W}}}t", f"{{{W}}}noBreakHyphen")
    pieces = ("-" if piece.tag == tags[1] else piece.text or "" for piece in paragraph.iter(*tags))
    return "".join(pieces).replace("\u00a0", " ")


def filled(clause_id: str, placeholder: Placeholder, item: Mapping[str, object]) -> str:
    if placeholder.reference:
        return NUMBERS[placeholder.reference]
    _, dot, field = placeholder.field.partition(".")
    return str(item[field]) if dot else VALUES[placeholder.field]


@pytest.mark.parametrize("identity", sorted(COMPILED.plain))
def test_both_texts_of_a_clause_agree(identity: str) -> None:
    plain = COMPILED.plain[identity].render(LISTS, filled)

    assert lines(rendered(identity)) == [line.rstrip(" ") for line in plain]


@pytest.mark.parametrize("odd", ODD)
def test_a_value_is_printed_as_given(odd: str) -> None:
    text = "\n".join(lines(rendered(*COMPILED.plain)))

    assert odd in text


def test_the_whole_text_has_every_clause_once_between_its_bookmarks() -> None:
    body = rendered(*COMPILED.plain)
    names = [mark.get(f"{{{W}}}name", "") for mark in body.iter(f"{{{W}}}bookmarkStart")]
    ids = [mark.get(f"{{{W}}}id", "") for mark in body.iter(f"{{{W}}}bookmarkStart")]
    ends = [mark.get(f"{{{W}}}id", "") for mark in body.iter(f"{{{W}}}bookmarkEnd")]

    assert [name for name in names if name.startswith("_C_")] == [
        f"_C_{identity.replace('-', '_')}" for identity in COMPILED.plain
    ]
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert sorted(ids) == sorted(ends)
    assert max(map(len, names)) <= 40, "Word takes no longer name"


def shown_fields(body: etree._Element) -> list[tuple[str, str]]:
    """Read each field: its instruction, and what stands between its separator and its end."""
    found, kind = [], ""
    for piece in body.iter(f"{{{W}}}fldChar", f"{{{W}}}instrText", f"{{{W}}}t"):
        if piece.tag == f"{{{W}}}fldChar":
            kind = piece.get(f"{{{W}}}fldCharType", "")
            found += [("", "")] if kind == "begin" else []
        elif kind == "begin":
            found[-1] = (piece.text or "", "")
        elif kind == "separate":
            found[-1] = (found[-1][0], found[-1][1] + (piece.text or ""))
    return found


def test_every_reference_is_a_field_that_shows_its_number() -> None:
    body = rendered(*COMPILED.plain)

    fields = shown_fields(body)
    places = {mark.get(f"{{{W}}}name", "") for mark in body.iter(f"{{{W}}}bookmarkStart")}
    parts = {f"_Ref_{part.replace('-', '_')}" for part in PARTS}

    assert len(fields) > 50
    for instruction, result in fields:
        assert instruction.split()[1] in places | parts
        assert result in NUMBERS.values()


def test_a_list_without_items_leaves_its_clause_out_of_both_texts() -> None:
    each = [clause for clause in COMPILED.plain.values() if clause.each]
    empty: dict[str, list[dict[str, object]]] = {name: [] for name in LISTS}

    assert each
    for clause in each:
        assert clause.render(empty, filled) == []


def clause(identity: str) -> Clause:
    return LIBRARY.clauses[identity]


def test_a_repeated_clause_has_no_bookmark_of_its_own_to_repeat() -> None:
    repeated = [identity for identity in COMPILED.plain if clause(identity).each]
    names = [mark.get(f"{{{W}}}name") for mark in rendered(*repeated).iter(f"{{{W}}}bookmarkStart")]

    assert names == [f"_C_{identity.replace('-', '_')}" for identity in repeated]
