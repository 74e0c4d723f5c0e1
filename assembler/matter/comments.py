"""Drafting notes as Word comments: which clauses carry one, what it says, where it is anchored."""

from collections.abc import Collection, Mapping, Sequence

from markupsafe import Markup

from assembler import composition, word
from assembler.library.clause import Words
from assembler.matter.manner import ALL, NONE
from assembler.matter.open_points import Register
from assembler.matter.plain_text import undecided
from assembler.selection import Plan


def noted(plan: Plan, drafted: Collection[str], notes: str) -> list[str]:
    """List the clauses that carry a comment, in document order.

    An undecided clause always does, unless there are to be no notes at all.
    """
    if notes == NONE:
        return []
    chosen = ((identity, plan.choices[identity]) for identity in drafted)
    return [i for i, c in chosen if c.value is None or (c.clause.note and (notes == ALL or c.facts))]


def comments(plan: Plan, commented: Sequence[str], legends: Mapping[str, Words]) -> Markup:
    """Write the comments: the clause's authority, its note, and for an undecided clause what would decide it."""
    return word.comments(plan.paper_date.isoformat(), [_paragraphs(plan, i, legends["note"]) for i in commented])


def _paragraphs(plan: Plan, identity: str, legend: Words) -> Sequence[str]:
    clause, hanging = plan.choices[identity].clause, undecided(plan, identity)
    out = [f"{clause.title}. {'; '.join(clause.authority)}."]
    if clause.optional:
        out.append(legend.text("optional"))
    if clause.note:
        out.append(clause.note)
    if hanging:
        point = hanging.point
        out.append(legend.text("undecided", what=point.what, path=point.path, stays=hanging.stays))
    return out


def anchors(plan: Plan, drafted: Collection[str], register: Register, commented: Sequence[str]) -> dict[str, object]:
    """Give the marks that stand at either end of each clause: the bracket of an open one, a comment's anchors."""
    before: dict[str, Markup] = {}
    after: dict[str, Markup] = {}
    for identity in drafted:
        hanging = undecided(plan, identity)
        if hanging:
            before[identity] = word.bracket("[")
            words = hanging.words(register.number(hanging.point, identity))
            after[identity] = word.bracket(composition.unbroken(f" {words}]"))
    for number, identity in enumerate(commented):
        begins, ends = word.comment_anchors(number)
        before[identity] = begins + before[identity] if identity in before else begins
        after[identity] = after[identity] + ends if identity in after else ends
    return {"before": before, "after": after}
