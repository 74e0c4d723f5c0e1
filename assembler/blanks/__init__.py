"""The blanks of a trust that are not yet declared in the merge room, filled or left as open points."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from assembler.blanks import proceedings, security, years
from assembler.blanks.filled import Filled
from assembler.blanks.point import Blank, Blanks, Item, OpenPoint
from assembler.casefile.shape import Case, Trust
from assembler.findings import Kind, Subject, find

__all__ = ["LISTS", "NAMES", "Blank", "Blanks", "Item", "OpenPoint", "fill"]


GROUPS: tuple[Callable[[Subject], Mapping[str, Blank]], ...] = (security.values, years.values, proceedings.values)
LISTED: tuple[Callable[[Subject], Mapping[str, Sequence[Item]]], ...] = (
    security.lists,
    years.lists,
    proceedings.lists,
)
"""What is filled together: a group that no clause of a document asks for is never worked out."""


def fill(subject: Subject) -> Blanks:
    """Fill every blank for one trust of a case, each when it is first asked for; for the case, those of its first."""
    if subject.kind is Kind.CASE:
        of_trust = subject.trusts or find(replace(subject.case, trusts=(Trust(),))).trusts
        subject = of_trust[0]
    return Blanks(Filled(GROUPS, GROUP_OF, subject), Filled(LISTED, LIST_OF, subject))


_NOTHING = find(Case(trusts=(Trust(),))).trusts[0]
_VALUES = [group(_NOTHING) for group in GROUPS]
_LISTS = [group(_NOTHING) for group in LISTED]
GROUP_OF = {name: number for number, values in enumerate(_VALUES) for name in values}
LIST_OF = {name: number for number, lists in enumerate(_LISTS) for name in lists}

NAMES = frozenset(GROUP_OF)
"""Every blank a clause may name."""

LISTS = {name: frozenset(items[0]) for lists in _LISTS for name, items in lists.items()}
"""Every list a clause may repeat over, with the blanks of its items."""
