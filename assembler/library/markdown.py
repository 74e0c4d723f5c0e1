"""The Markdown that a clause may use: paragraphs, bold and italic, one list, one table, signature lines."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from assembler.library.body import PICTURE, PLACEHOLDER

FENCE = re.compile(r"^\s*(```|~~~)(.*)$")
FENCES = ("```signature", "```lines", "```head", "```")
"""The marks between which lines stand one below another: to sign, as an address, or with a label before each."""

FENCED = "only a signature, a passage, a topic or a form has one: ```signature, ```lines or ```head."

OUTSIDE = (
    (re.compile(r"\{%|%\}|\{#|#\}"), "has template logic", "make the variant a clause of its own and say `when`."),
    (re.compile(r"[{}]"), "has a brace that belongs to no field",
     'write {{ name }}, {{ item.name }} or {{ ref("id") }}.'),
    (re.compile(r"^ {0,3}(#{1,6}(\s|$)|=+\s*$)"), "has a heading", "the title is the heading: leave it out."),
    (re.compile(r"^\s*[-*+](\s|$)"), "has a bulleted list", "number the items, `1.`."),
    (re.compile(r"^\s*(-{2,}|\*{3,}|_{3,})\s*$"), "has a rule", "leave it out."),
    (re.compile(r"^\s*>"), "has a quotation block", "write it as a paragraph."),
    (re.compile(r"</?[A-Za-z!]"), "has HTML", "write words only."),
    (re.compile(r"\]\(|\]\[|!\[|^\s*\[[^\]]*\]:"), "has a link", "name the document; a picture is a line of its own."),
    (re.compile(r"`"), "has a code mark", "leave the backtick out."),
    (re.compile(r"_"), "has an underscore", "italic is `*so*`; a line to fill in is a signature line."),
    (re.compile(r"\*{3}"), "has three stars together", "choose bold or italic."),
    (re.compile(r"\\|\S {2,}$"), "has a forced line break or an escape", "begin a new paragraph."),
    (re.compile(r"&#?\w+;"), "has an entity", "write the character itself."),
)
WORTH_A_LOOK = re.compile(r"[][{}#%=_<>`\\&]|\*{3}|^\s*[-*+]| $")
"""A line without any of these has none of the faults; most lines are without."""

SIGNED_OUTSIDE = OUTSIDE[:2]  # a signature block is not Markdown; only its braces mean anything

ITEM = re.compile(r"^( *)([0-9]+)([.)]) +\S")


class Fault(NamedTuple):
    """What is wrong with a body, and the line of the body, from 1, on which it is."""

    line: int
    what: str
    fix: str


def faults(body: str, *, table: bool, signs: bool) -> Iterator[Fault]:
    """Find everything in a body outside the Markdown that clauses use; ``table`` allows one, ``signs`` fences."""
    if not body.strip():
        yield Fault(1, "the clause has no words", "write them below the front matter.")
    yield from _marks(body, table=table, signs=signs)
    yield from _emphasis(body)
    yield from list_faults(body)
    if table:
        yield from _table(body)


def _lines(body: str) -> Iterator[tuple[int, str, bool]]:
    """Give each line with its number and whether it stands inside a fence."""
    inside = False
    for number, line in enumerate(body.split("\n"), start=1):
        if FENCE.match(line):
            inside = not inside
            yield number, line, False
        else:
            yield number, line, inside


def _marks(body: str, *, table: bool, signs: bool) -> Iterator[Fault]:
    opened = 0
    for number, line, inside in _lines(body):
        fence = FENCE.match(line)
        if fence and not inside:
            opened = 0 if opened else number
            if not signs or line.rstrip() not in FENCES:
                yield Fault(number, "the clause has a fenced block", FENCED)
            continue
        bare = PLACEHOLDER.sub("x", line)
        if bare.lstrip().startswith("|") and not table:
            yield Fault(number, "the clause has a table", "a table stands in a schedule that says `rows`.")
        if PICTURE.fullmatch(line):
            continue
        if WORTH_A_LOOK.search(bare) and not (table and bare.lstrip().startswith("|")):
            found = (said for pattern, *said in (SIGNED_OUTSIDE if inside else OUTSIDE) if pattern.search(bare))
            yield from (Fault(number, f"the clause {what}", fix) for what, fix in islice(found, 1))
    if opened:
        yield Fault(opened, "the fenced block is not closed", "end it with ``` on a line of its own.")


def _emphasis(body: str) -> Iterator[Fault]:
    number = 1
    for paragraph in re.split(r"(\n\s*\n)", PLACEHOLDER.sub("x", body)):
        stars = paragraph.count("**")
        if stars % 2 or paragraph.replace("**", "").count("*") % 2:
            yield Fault(number, "bold or italic is opened and not closed", "pair the stars in each paragraph.")
        number += paragraph.count("\n")


def list_faults(body: str) -> Iterator[Fault]:
    """Find what a clause's one list may not do: end before the clause does, or go deeper than two levels."""
    depth = 0  # 0 before the list, 1 or 2 in it
    offset, rested = 3, False
    for number, line, inside in _lines(body):
        if inside or not line.strip():
            rested = True
            continue
        item = ITEM.match(line)
        if item:
            fault, depth, offset = _item(item, depth, offset)
        else:
            fault = _text(len(line) - len(line.lstrip()), depth, offset, rested=rested)
        rested = False
        if fault:
            yield Fault(number, *fault)


def _item(item: re.Match[str], depth: int, offset: int) -> tuple[tuple[str, str] | None, int, int]:
    """Judge the first line of an item, and say at what depth it stands and where its words begin."""
    indent, number = len(item[1]), item[2]
    width = len(number) + 2
    if item[3] != ".":
        return ("an item is numbered otherwise than `1.`", "write `1.`; Word writes (a) and (i)."), max(depth, 1), width
    if indent == 0:
        begins = depth > 0 or number == "1"
        return (None if begins else ("the list does not begin with 1", "write `1.`.")), 1, width
    if depth and indent == offset:
        return None, 2, offset
    fix = f"indent a nested item by {offset} spaces, and no deeper."
    return ("an item stands at an indent of no list", fix), depth, offset


def _text(indent: int, depth: int, offset: int, *, rested: bool) -> tuple[str, str] | None:
    """Judge a line of text by where it stands."""
    if depth == 0:
        return ("a paragraph is indented", "begin it at the margin.") if indent else None
    if rested:
        return "text stands after the list", "move it before the list, or into a clause of its own."
    if indent != offset * depth:
        return "a line of an item is not under its words", f"indent it by {offset * depth} spaces."
    return None


def _table(body: str) -> Iterator[Fault]:
    rows = [(number, line) for number, line in enumerate(body.split("\n"), start=1) if line.lstrip().startswith("|")]
    together = [number for number, _ in rows] == list(range(rows[0][0], rows[0][0] + 3)) if rows else False
    cells = {line.strip().strip("|").count("|") for _, line in rows}
    ruled = len(rows) > 1 and set(rows[1][1]) <= set("|-: ")
    if not (together and ruled and len(cells) == 1):
        yield Fault(rows[0][0] if rows else 1, "the table is not a heading, a rule and one row of fields",
                    "write three lines with the same number of cells.")
