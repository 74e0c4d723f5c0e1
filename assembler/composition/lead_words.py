"""Fit the word before a reference to the template's numbers, some of which bring it: *Section 5.01*, *§ 5.1*."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from assembler.composition.blocks import Block, Line, Piece, Placeholder, Run
from assembler.composition.numbering import LEADS, Levels, brings_word

SECTION = re.compile(r"\bSections? $")


def fitted(blocks: Sequence[Block], targets: Mapping[str, str], levels: Levels) -> Sequence[Block]:
    """Leave *Section* out before a number that brings its word, and add *Article* or *Schedule* to one that does not.

    ``targets`` gives the style of each heading by its id. A template without levels leaves all as it is.
    """
    styles = {style for style in LEADS if style in levels and brings_word(style, levels) is (style == "Heading2")}
    changed = {identity: style for identity, style in targets.items() if style in styles}
    return [_block(block, changed) for block in blocks] if changed else blocks


def _block(block: Block, changed: Mapping[str, str]) -> Block:
    lines, row = (tuple(_line(line, changed) for line in part) for part in (block.lines, block.row))
    return replace(block, lines=lines, row=row)


def _line(line: Line, changed: Mapping[str, str]) -> Line:
    return tuple(replace(run, pieces=tuple(_pieces(run, changed))) for run in line)


def _pieces(run: Run, changed: Mapping[str, str]) -> Iterator[Piece]:
    for piece, after in zip(run.pieces, (*run.pieces[1:], ""), strict=True):
        style = changed.get(after.reference) if isinstance(after, Placeholder) else None
        if style is None or not isinstance(piece, str):
            yield piece
        elif words := SECTION.sub("", piece) if style == "Heading2" else f"{piece}{LEADS[style]} ":
            yield words
