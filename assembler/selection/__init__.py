"""Which documents, which clauses in each, in what order, and why or why not."""

from assembler.selection.plan import Choice, Plan
from assembler.selection.select import WHOLE, conjunction, holds, plans, select

__all__ = ["WHOLE", "Choice", "Plan", "conjunction", "holds", "plans", "select"]
