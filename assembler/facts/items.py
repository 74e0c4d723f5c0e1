"""Find what the law makes of one assignment or one annuity of a case."""

from collections.abc import Mapping
from types import MappingProxyType

from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.facts import annuities, assignments
from assembler.facts.finding import Finding
from assembler.facts.item_names import ANNUITY_NAMES, ASSIGNMENT_NAMES
from assembler.facts.phrases import answered
from assembler.facts.setting import item

COMPLETION = "26 CFR 20.2056A-4(b)(6)"


def path_of(case: Case, one: Assignment | Annuity) -> str:
    """Return the path of one assignment or annuity of a case."""
    if isinstance(one, Assignment):
        return item("assignments", one.id, _place(one, case.assignments))
    return item("annuities", one.id, _place(one, case.annuities))


def _place(one: object, among: tuple[object, ...]) -> int:
    return next((place for place, each in enumerate(among) if each is one), 0)


def of_item(case: Case, one: Assignment | Annuity) -> Mapping[str, Finding]:
    """Find every fact of one item; those of the other kind are not so."""
    where = path_of(case, one)
    if isinstance(one, Assignment):
        found, others, kind = dict(assignments.findings(case, one, where)), ANNUITY_NAMES, "an assignment"
    else:
        found, others, kind = dict(annuities.findings(case, one, where)), ASSIGNMENT_NAMES, "an annuity"
    found["has_administration"] = _administered(case)
    no = Finding(False, f"it is {kind}", (), (where,))
    return MappingProxyType({**dict.fromkeys(others, no), **found})


def _administered(case: Case) -> Finding:
    yes, no = "the decedent's estate is administered", "the decedent's estate is not administered"
    return answered(case.decedent.has_administration, yes, no, "decedent.has_administration", COMPLETION)
