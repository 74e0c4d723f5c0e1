"""The list of a case's papers, over which its index repeats."""

from collections.abc import Sequence

from assembler.merge import Row
from assembler.selection import Plan, name

INDEX = "cover-index"

PAPERS = frozenset({"number", "title", "subject", "signed_by", "due", "file"})
"""The fields of a row."""


def papers(plans: Sequence[Plan]) -> Sequence[Row]:
    """List a case's papers for its index: what each is, of what, who signs it, when it is due, and its file."""
    listed = [plan for plan in plans if plan.document != INDEX]
    return [_paper(number, plan) for number, plan in enumerate(listed, 1)]


def _paper(number: int, plan: Plan) -> Row:
    outline = plan.outline
    return {
        "number": str(number),
        "title": outline.title,
        "subject": name(plan.subject),
        "signed_by": outline.signed_by,
        "due": outline.due,
        "file": f"{plan.name}.docx",
    }
