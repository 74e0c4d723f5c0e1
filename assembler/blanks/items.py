"""Every blank of one assignment or one annuity, filled or left as an open point."""

from assembler.blanks import annuities, assignments
from assembler.blanks.point import Blanks
from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.findings import Kind, Subject, find


def fill_item(subject: Subject) -> Blanks:
    """Fill every blank of one item; those of the item's trust, and of the other kind of item, are not among them."""
    if subject.kind is Kind.ASSIGNMENT:
        return Blanks(assignments.values(subject.case, subject.assignment), assignments.lists(subject.case, subject.assignment))
    return Blanks(annuities.values(subject.case, subject.annuity), annuities.lists(subject.case, subject.annuity))


_EMPTY = find(Case(assignments=(Assignment(),), annuities=(Annuity(),)))
_NOTHING = (fill_item(_EMPTY.assignments[0]), fill_item(_EMPTY.annuities[0]))

ITEM_NAMES = frozenset(name for blanks in _NOTHING for name in blanks.values)
"""Every blank of an item that a clause may name."""

ITEM_LISTS = {name: frozenset(rows[0]) for blanks in _NOTHING for name, rows in blanks.lists.items()}
"""Every list of an item that a clause may repeat over, with the blanks of its rows."""
