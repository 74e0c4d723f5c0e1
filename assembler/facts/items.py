"""Find what the law makes of one assignment or one annuity of a case."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.facts import annuities, assignments
from assembler.facts.finding import Finding, TrustFacts
from assembler.facts.item_names import ANNUITY_NAMES, ASSIGNMENT_NAMES, ITEM_NAMES
from assembler.facts.phrases import answered
from assembler.facts.setting import item
from assembler.facts.signing import assignors

COMPLETION = "26 CFR 20.2056A-4(b)(6)"


def path_of(case: Case, one: Assignment | Annuity) -> str:
    """Return the path of one assignment or annuity of a case."""
    if isinstance(one, Assignment):
        return item("assignments", one.id, _place(one, case.assignments))
    return item("annuities", one.id, _place(one, case.annuities))


def _place(one: object, among: tuple[object, ...]) -> int:
    return next((place for place, each in enumerate(among) if each is one), 0)


def of_item(case: Case, one: Assignment | Annuity) -> Mapping[str, Finding]:
    """Find every fact of one item; those of the other kind are not so.

    Of an annuity ``receives_roll_over`` is found too: whether this one is rolled over, whatever else the trust takes.
    """
    where = path_of(case, one)
    if isinstance(one, Assignment):
        found, others, kind = dict(assignments.findings(case, one, where)), ANNUITY_NAMES, "an assignment"
    else:
        found, others, kind = dict(annuities.findings(case, one, where)), ASSIGNMENT_NAMES, "an annuity"
        found["receives_roll_over"] = found["annuity_roll_over"]
    no = Finding(False, f"it is {kind}", (), (where,))
    return MappingProxyType({**dict.fromkeys(others, no), **found, **_common(case, one.signed)})


def of_no_item(case: Case, facts: TrustFacts) -> Mapping[str, Finding]:
    """Find the same facts where no item is meant, for a paper of a trust or of the whole case.

    Nothing is so of an assignment or annuity, but that a trust which takes a roll-over has one undertaken.
    """
    no = Finding(False, "no one assignment or annuity is meant", (), ("assignments", "annuities"))
    taken = facts.findings["receives_roll_over"]
    rolled = {"annuity_roll_over": taken, "annuity_undertaken": taken}
    return MappingProxyType({**dict.fromkeys(ITEM_NAMES, no), **rolled, **_common(case, None)})


def _common(case: Case, signed: date | None) -> Mapping[str, Finding]:
    yes, no = "the decedent's estate is administered", "the decedent's estate is not administered"
    answer = case.decedent.has_administration
    administered = answered(answer, yes, no, "decedent.has_administration", COMPLETION)
    return {"has_administration": administered, **dict(assignors(case, signed))}
