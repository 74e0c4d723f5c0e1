"""Which documents, which clauses in each, in what order, and why or why not."""

from assembler.selection.plan import Choice, Plan
from assembler.selection.select import conjunction, holds, plans, select
from assembler.selection.subject import name, unnamed

__all__ = ["Choice", "Plan", "conjunction", "holds", "name", "plans", "select", "unnamed"]
