"""Refuse an assignment or transfer of what cannot go to the trust, or in a way that supports no deduction."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.choices import Manner
from assembler.casefile.shape import Assignment, Case
from assembler.casefile.shape_assignments import AssignedAsset, Issue
from assembler.facts.assignments import ELIGIBLE, FUNDED, PROTECTIVE, SUMS, is_protective
from assembler.facts.inclusion import joint_property, percent_assigned, percent_included
from assembler.facts.items import path_of
from assembler.facts.phrases import dollars
from assembler.facts.refusals.assignment_days import days
from assembler.facts.refusals.retirement import account
from assembler.facts.setting import item
from assembler.law.money import PERCENT, ZERO
from assembler.problem import Problem

PART = "26 CFR 20.2056A-4(b)(3); 26 CFR 20.2056A-8(a)(3); 26 CFR 20.2056A-4(d), Example 3"
DOUBT = f"{PROTECTIVE}; 26 CFR 20.2056A-3(c)"
OF_ASSETS = (Manner.ASSIGNED, Manner.TRANSFERRED)


def refusals(case: Case) -> Iterator[Problem]:
    """Refuse what each assignment of a case does; what the spouse keeps is left alone."""
    for assignment in case.assignments:
        if assignment.manner is not Manner.KEPT:
            where = path_of(case, assignment)
            yield from _assets(case, assignment, where)
            yield from _funding(assignment, where)
            yield from _doubt(assignment, where)
            yield from _value(assignment, where)
            yield from days(case, assignment, where)


def _assets(case: Case, assignment: Assignment, where: str) -> Iterator[Problem]:
    for number, asset in enumerate(assignment.assets or ()):
        at = item(f"{where}.assets", asset.id, number)
        name = asset.description or "the asset"
        yield from _named(case, asset, at)
        if asset.was_spouses:
            what = f"the spouse owned {name} when the decedent died."
            fix = "assign only what passed from the decedent, or what came of its sale, exchange or conversion."
            yield Problem(f"{at}.was_spouses", what, fix, ELIGIBLE)
        doubt = assignment.protective.issue
        if asset.passed_to_spouse is False and not asset.is_proceeds and doubt is not Issue.ENTITLEMENT:
            what = f"{name} did not pass from the decedent to the spouse."
            yield Problem(f"{at}.passed_to_spouse", what, "assign only what passed from the decedent.", ELIGIBLE)
        if assignment.manner in OF_ASSETS and doubt is not Issue.INCLUSION:
            yield from _part(case, assignment, asset, at)
        yield from account(case, asset, at)


def _named(case: Case, asset: AssignedAsset, at: str) -> Iterator[Problem]:
    if asset.joint_property is not None and joint_property(case, asset) is None:
        known = ", ".join(held.id for held in case.joint_property or () if held.id) or "the case has none"
        what = f"no joint property has the id `{asset.joint_property}`."
        yield Problem(f"{at}.joint_property", what, f"write the id of a joint property: {known}.")


def _part(case: Case, assignment: Assignment, asset: AssignedAsset, at: str) -> Iterator[Problem]:
    included, goes = percent_included(case, asset), percent_assigned(assignment)
    if included is None or goes <= included:
        return
    name = asset.description or "the asset"
    shares = f"{_percent(goes)} percent of {name} goes to the trust, and {_percent(included)} percent"
    what = f"{shares} is in the gross estate."
    fix = f"write fraction: {_percent(included)}, or less; the rest was the spouse's own."
    if not included:
        fix = "leave it out; what is not in the gross estate cannot be assigned."
    yield Problem(f"{at}.{'included' if asset.included is not None else 'joint_property'}", what, fix, PART)


def _percent(value: Decimal) -> str:
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _funding(assignment: Assignment, where: str) -> Iterator[Problem]:
    if assignment.manner not in SUMS or assignment.funding is None:
        return
    fix = "write one of the two: [date-of-transfer-value] or [fairly-representative]."
    if not assignment.funding:
        what = "a sum is assigned, and the paper is to say neither way of satisfying it."
        yield Problem(f"{where}.funding", what, fix, FUNDED)
    elif len(set(assignment.funding)) > 1:
        what = "a sum is assigned, and the paper is to say both ways of satisfying it."
        yield Problem(f"{where}.funding", what, fix, FUNDED)


def _doubt(assignment: Assignment, where: str) -> Iterator[Problem]:
    doubt, path = assignment.protective, f"{where}.protective"
    if not is_protective(assignment):
        return
    if doubt.issue is Issue.VALUATION:
        what = "the assignment is protective on account of a doubt about value alone."
        fix = "assign without condition, by a formula if the amount is open; the law names no such doubt."
        yield Problem(f"{path}.issue", what, fix, DOUBT)
    if doubt.is_believed is False:
        what = "the executor does not reasonably believe that the doubt is in good faith."
        yield Problem(f"{path}.is_believed", what, "assign without condition, or not at all.", DOUBT)
    if assignment.manner is Manner.TRANSFERRED:
        what = "the property is actually transferred, and the law knows only a protective assignment."
        yield Problem(f"{where}.manner", what, "assign it, or leave the doubt out.", PROTECTIVE)


def _value(assignment: Assignment, where: str) -> Iterator[Problem]:
    values = [asset.value for asset in assignment.assets or ()]
    stated, known = assignment.value, [value for value in values if value is not None]
    if assignment.manner not in OF_ASSETS or stated is None or not known or len(known) < len(values):
        return
    total = sum(known, ZERO) * percent_assigned(assignment) * PERCENT
    if abs(total - stated) > 1:  # a share of six places does not come out to the dollar
        what = f"the value assigned is {dollars(stated)}, and that of the assets comes to {dollars(total)}."
        yield Problem(f"{where}.value", what, "correct the one or the other.")
