"""Every blank of one assignment or one annuity, filled or left as an open point."""

from assembler.blanks import annuities, assignments
from assembler.blanks.point import Blanks
from assembler.casefile.shape import Annuity, Assignment, Case


def fill_item(case: Case, one: Assignment | Annuity) -> Blanks:
    """Fill every blank of one item; those of the item's trust, and of the other kind of item, are not among them."""
    if isinstance(one, Assignment):
        return Blanks(assignments.values(case, one), assignments.lists(case, one))
    return Blanks(annuities.values(case, one), annuities.lists(case, one))


_NOTHING = (fill_item(Case(), Assignment()), fill_item(Case(), Annuity()))

ITEM_NAMES = frozenset(name for blanks in _NOTHING for name in blanks.values)
"""Every blank of an item that a clause may name."""

ITEM_LISTS = {name: frozenset(rows[0]) for blanks in _NOTHING for name, rows in blanks.lists.items()}
"""Every list of an item that a clause may repeat over, with the blanks of its rows."""
