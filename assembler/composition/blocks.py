"""Parse a clause's Markdown into blocks, with a placeholder for each field and reference."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

PLACEHOLDER = re.compile(r"\{\{\s*(.+?)\s*\}\}")
REFERENCE = re.compile(r"""ref\(["']([a-z0-9-]+)["']\)""")
DASHES = re.compile(r"^\|(?: *-+:? *\|)+", re.MULTILINE)
BARE_RULE = re.compile(r"_+")
"""A line to sign on that has no words before it: the name stands below."""

SENTINEL = re.compile("\ue000(\\d+)\ue001")


@dataclass(frozen=True)
class Placeholder:
    """The place of a field such as ``trustee.name``, or of the number of what a reference names."""

    field: str = ""
    reference: str = ""


@dataclass(frozen=True)
class Stop:
    """The full stop after a placeholder, left out where the value brings its own, as *Jr.* does."""

    placeholder: Placeholder


Piece = str | Placeholder | Stop


@dataclass(frozen=True)
class Run:
    """A stretch of one look: words and placeholders in turn."""

    pieces: tuple[Piece, ...]
    bold: bool = False
    italic: bool = False


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph (text, item, subitem), a table (its heading cells, its row's cells), lines, or a picture.

    Lines stand one below another: a signature's, an address's (lines), or those of the head of a letter or memorandum.
    A table's ``widths`` are the relative widths of its columns: the dashes under each heading; ``right`` tells which of
    them are set to the right, as amounts are. A signature line without words is an empty line.
    A picture's line is what it shows in words, and ``picture`` its name.
    """

    kind: str
    lines: tuple[Line, ...]
    row: tuple[Line, ...] = ()
    widths: tuple[int, ...] = ()
    right: tuple[bool, ...] = ()
    picture: str = ""


@cache
def _markdown() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # a slow import, not needed once a library is compiled

    return MarkdownIt("commonmark", {"typographer": True}).enable(["table", "smartquotes"])


@lru_cache(maxsize=1024)  # each clause is written twice: for Word and as plain text
def parse(body: str) -> tuple[Block, ...]:
    """Parse a clause's body; straight quotes become typographic ones, fields stay as they are."""
    sealed, placeholders = _sealed(body)
    rule = DASHES.search(body)
    return tuple(_blocks(_markdown().parse(sealed), placeholders, rule[0].strip("|").split("|") if rule else ()))


def parse_line(text: str) -> Line:
    """Parse a single line, such as a title."""
    sealed, placeholders = _sealed(text)
    return _line(_markdown().parseInline(sealed)[0], placeholders)


def _sealed(text: str) -> tuple[str, list[Placeholder]]:
    """Put a letter of no language in the place of each field, which Markdown passes over; no value is known yet."""
    placeholders: list[Placeholder] = []

    def seal(match: re.Match[str]) -> str:
        reference = REFERENCE.fullmatch(match[1])
        placeholders.append(Placeholder(reference=reference[1]) if reference else Placeholder(field=match[1]))
        return f"\ue000{len(placeholders) - 1}\ue001"

    return PLACEHOLDER.sub(seal, text), placeholders


def typographic(title: str) -> str:
    """Write a title with the apostrophes that the text has."""
    return title.replace("'", "’")


def _blocks(tokens: Sequence["Token"], placeholders: list[Placeholder], rules: Sequence[str]) -> Iterator[Block]:
    depth, at = 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth += {"ordered_list_open": 1, "ordered_list_close": -1}.get(token.type, 0)
        if token.type == "table_open":
            end = next(i for i in range(at, len(tokens)) if tokens[i].type == "table_close")
            yield _table(tokens[at:end], placeholders, rules)
            at = end
        elif picture := _picture(token):
            yield Block("picture", (_line(picture, placeholders),), picture=str(picture.attrs["src"]))
        elif token.type == "inline":
            yield Block(("text", "item", "subitem")[depth], (_line(token, placeholders),))
        elif token.type == "fence":
            lines = [line.strip() for line in token.content.splitlines() if line.strip()]
            yield Block(token.info.strip(), tuple(_fenced_line(line, placeholders) for line in lines))
        at += 1


def _picture(token: "Token") -> "Token | None":
    """Give the picture of a paragraph that is nothing else."""
    children = token.children or []
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _fenced_line(line: str, placeholders: list[Placeholder]) -> Line:
    return () if BARE_RULE.fullmatch(line) else (Run(_pieces(line, placeholders)),)


def _table(tokens: Sequence["Token"], placeholders: list[Placeholder], rules: Sequence[str]) -> Block:
    body = next((i for i, token in enumerate(tokens) if token.type == "tbody_open"), len(tokens))
    cells = [(at < body, _line(token, placeholders)) for at, token in enumerate(tokens) if token.type == "inline"]
    head, row = (tuple(line for in_head, line in cells if in_head is wanted) for wanted in (True, False))
    widths, right = tuple(rule.count("-") for rule in rules), tuple(rule.strip().endswith(":") for rule in rules)
    return Block("table", head, row, widths, right)


def _line(inline: "Token", placeholders: list[Placeholder]) -> Line:
    bold = italic = False
    runs: list[Run] = []
    for token in inline.children or []:
        bold = {"strong_open": True, "strong_close": False}.get(token.type, bold)
        italic = {"em_open": True, "em_close": False}.get(token.type, italic)
        text = " " if token.type in {"softbreak", "hardbreak"} else token.content
        if text:
            _join(runs, Run(_pieces(text, placeholders), bold, italic))
    return tuple(runs)


def _join(runs: list[Run], run: Run) -> None:
    """Add a run, joining it to the last where both look alike."""
    if runs and (runs[-1].bold, runs[-1].italic) == (run.bold, run.italic):
        runs[-1] = Run(runs[-1].pieces + run.pieces, run.bold, run.italic)
    else:
        runs.append(run)


def _pieces(text: str, placeholders: list[Placeholder]) -> tuple[Piece, ...]:
    parts = SENTINEL.split(text)
    pieces: list[Piece] = []
    for n, part in enumerate(parts):
        last = pieces[-1] if pieces else None
        if n % 2:
            pieces.append(placeholders[int(part)])
        elif part.startswith(".") and isinstance(last, Placeholder) and last.field:
            pieces += [Stop(last), part[1:]]
        else:
            pieces.append(part)
    return tuple(piece for piece in pieces if piece)
