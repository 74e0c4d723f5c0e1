"""Parse a clause's Markdown into blocks, with its blanks as opaque holes that no value can break out of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

HOLE = re.compile(r"\{\{\s*(.+?)\s*\}\}")
REFERENCE = re.compile(r"""ref\(["']([a-z0-9-]+)["']\)""")
DASHES = re.compile(r"^\|(?: *-+ *\|)+", re.MULTILINE)
SENTINEL = re.compile("\ue000(\\d+)\ue001")



@dataclass(frozen=True)
class Hole:
    """A place for a value: a blank such as ``trustee.name``, or the number of what ``ref`` names."""

    blank: str = ""
    ref: str = ""


@dataclass(frozen=True)
class Stop:
    """The full stop after a hole, left out where the value brings its own, as *Jr.* does."""

    hole: Hole


Piece = str | Hole | Stop


@dataclass(frozen=True)
class Run:
    """A stretch of one look: words and holes in turn."""

    pieces: tuple[Piece, ...]
    bold: bool = False
    italic: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph (text, item, subitem), a table (its heading cells, its row's cells), or signature lines.

    A table's ``widths`` are the relative widths of its columns: the dashes under each heading.
    """

    kind: str
    lines: tuple[Line, ...]
    row: tuple[Line, ...] = ()
    widths: tuple[int, ...] = ()


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # a slow import, not needed once a library is compiled

    return MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])


@lru_cache(maxsize=1024)  # each clause is written twice: for Word and as plain text
def parse(body: str) -> tuple[Block, ...]:
    """Parse a clause's body; straight quotes become typographic ones, blanks stay as they are."""
    sealed, holes = _sealed(body)
    rule = DASHES.search(body)
    widths = tuple(dashes.count("-") for dashes in rule[0].strip("|").split("|")) if rule else ()
    return tuple(_blocks(_markdown().parse(sealed), holes, widths))


def parse_line(text: str) -> Line:
    """Parse a single line, such as a title."""
    sealed, holes = _sealed(text)
    return _line(_markdown().parseInline(sealed)[0], holes)


def _sealed(text: str) -> tuple[str, list[Hole]]:
    """Put a sentinel in the place of each blank, so that Markdown sees a letter there."""
    holes: list[Hole] = []

    def seal(match: re.Match[str]) -> str:
        reference = REFERENCE.fullmatch(match[1])
        holes.append(Hole(ref=reference[1]) if reference else Hole(blank=match[1]))
        return f"\ue000{len(holes) - 1}\ue001"

    return HOLE.sub(seal, text), holes


def typographic(title: str) -> str:
    """Write a title with the apostrophes that the text has."""
    return title.replace("'", "’")


def _blocks(tokens: Sequence["Token"], holes: list[Hole], widths: tuple[int, ...]) -> Iterator[Block]:
    depth, at = 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth += {"ordered_list_open": 1, "ordered_list_close": -1}.get(token.type, 0)
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield _table(tokens[at:end], holes, widths)
            at = end
        elif token.type == "inline":
            yield Block(("text", "item", "subitem")[depth], (_line(token, holes),))
        elif token.type == "fence":
            lines = [line for line in token.content.splitlines() if line.strip()]
            yield Block("signature", tuple((Run(_pieces(line.strip(), holes)),) for line in lines))
        at += 1


def _table(tokens: Sequence["Token"], holes: list[Hole], widths: tuple[int, ...]) -> Block:
    body = next((i for i, token in enumerate(tokens) if token.type == "tbody_open"), len(tokens))
    head, row = ([_line(t, holes) for t in part if t.type == "inline"] for part in (tokens[:body], tokens[body:]))
    return Block("table", tuple(head), tuple(row), widths)


def _line(inline: "Token", holes: list[Hole]) -> Line:
    bold = italic = False
    runs: list[Run] = []
    for token in inline.children or []:
        bold = {"strong_open": True, "strong_close": False}.get(token.type, bold)
        italic = {"em_open": True, "em_close": False}.get(token.type, italic)
        text = " " if token.type in {"softbreak", "hardbreak"} else token.content
        if text:
            _join(runs, Run(_pieces(text, holes), bold, italic))
    return tuple(runs)


def _join(runs: list[Run], run: Run) -> None:
    """Add a run, melting it into the last where both look alike."""
    if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
        runs[-1] = Run(runs[-1].pieces + run.pieces, run.bold, run.italic)
    else:
        runs.append(run)


def _pieces(text: str, holes: list[Hole]) -> tuple[Piece, ...]:
    parts = SENTINEL.split(text)
    pieces: list[Piece] = []
    for n, part in enumerate(parts):
        last = pieces[-1] if pieces else None
        if n % 2:
            pieces.append(holes[int(part)])
        elif part.startswith(".") and isinstance(last, Hole) and last.blank:
            pieces += [Stop(last), part[1:]]
        else:
            pieces.append(part)
    return tuple(piece for piece in pieces if piece)
