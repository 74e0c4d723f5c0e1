"""What the States have of their own beside the federal estate tax, as far as a table says."""

from assembler.law.tables.reading import read
from assembler.terms import STATES


def state_death_taxes(state: str) -> tuple[str, ...]:
    """List the kinds of death tax that a State is taken to have: estate, inheritance, both or none.

    ``state`` is its full name, or District of Columbia. The table is not confirmed for any State, and it gives no
    rate and no threshold, so that the answer is what to look up and never what is due.
    """
    return tuple(row["kind"] for row in read("state_death_taxes").rows if STATES[row["state"]] == state)
