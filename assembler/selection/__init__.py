"""Which documents, which clauses in each, in what order, and why or why not."""

from assembler.selection.calls import Call, calls, lie_together
from assembler.selection.plan import Choice, Plan
from assembler.selection.select import conjunction, holds, plans, select
from assembler.selection.subject import WHOLE, name, unnamed

__all__ = [
    "WHOLE",
    "Call",
    "Choice",
    "Plan",
    "calls",
    "conjunction",
    "holds",
    "lie_together",
    "name",
    "plans",
    "select",
    "unnamed",
]
