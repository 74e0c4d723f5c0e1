"""What an instrument calls itself, its parts and its maker, and its clauses in these names."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from assembler.library.body import FIELD

if TYPE_CHECKING:
    from assembler.library.clause import Clause, Outline

NAMES: Mapping[str, str] = {
    "instrument": "what the whole instrument is called, such as Agreement or Will",
    "text": "what the paper itself is called: the same, or Article where it is to be put into the instrument",
    "article": "what its parts are called, such as Article or Part",
    "maker": "what who makes it is called, such as Settlor or Testator",
}
"""The names that an outline gives, each a noun; a clause has them as fields, such as ``this {{ instrument }}``."""


def named(text: str, names: Mapping[str, str]) -> str:
    """Put an outline's names in the place of their fields; other fields stay."""
    return FIELD.sub(lambda found: names.get(found[1], found[0]), text)


def spoken(
    clauses: "Mapping[str, Clause]", outlines: "Mapping[str, Outline]"
) -> "Mapping[str, Mapping[str, Clause]]":
    """Give, for each outline that has names or lists definitions, the clauses as it says them.

    A definition that an outline lists stands in those that list it, and in no other; one that none lists in all.
    """
    listed = {identity for outline in outlines.values() for identity in _definitions(outline)}
    return MappingProxyType({
        outline.id: MappingProxyType(dict(_of(outline, clauses, listed - set(_definitions(outline)))))
        for outline in outlines.values()
        if outline.names or any(_definitions(outline))
    })  # fmt: skip


def _of(
    outline: "Outline", clauses: "Mapping[str, Clause]", others: set[str]
) -> "Iterator[tuple[str, Clause]]":
    inside = {identity for part in outline.parts for identity in part.clauses}
    for identity, clause in clauses.items():
        if identity not in others:
            yield identity, _in_names(clause, outline.names) if clause.term or identity in inside else clause


def _in_names(clause: "Clause", names: Mapping[str, str]) -> "Clause":
    body, note = named(clause.body, names), named(clause.note, names)
    return clause if (body, note) == (clause.body, clause.note) else replace(clause, body=body, note=note)


def _definitions(outline: "Outline") -> Iterator[str]:
    for part in outline.parts:
        yield from part.definitions or ()


def foreign(names: Mapping[str, str], outlines: "Mapping[str, Outline]") -> re.Pattern[str] | None:
    """Match what only other instruments call themselves, their parts or their makers; None where none differs."""
    own = set(names.values())
    others = {(key, noun) for outline in outlines.values() for key, noun in outline.names.items() if noun not in own}
    makers = sorted({noun for key, noun in others if key == "maker"})
    things = sorted({noun for key, noun in others if key != "maker"})
    patterns = [f"(?:{'|'.join(makers)})s?"] if makers else []
    patterns += [f"(?:[Tt]his|[Tt]hose) (?:{'|'.join(things)})s?"] if things else []
    either = "|".join(patterns)
    return re.compile(rf"\b(?:{either})\b") if patterns else None
