"""The blanks of one assignment or transfer: what is assigned, of it how much, on what doubt, and by when."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks.assets import assigned, included_steps
from assembler.blanks.money import on, percentage, steps
from assembler.blanks.people import joined, missing
from assembler.blanks.point import Blank, Item, OpenPoint
from assembler.blanks.signing import assignor
from assembler.casefile.choices import Manner
from assembler.casefile.shape import Assignment, Case, Trust
from assembler.casefile.shape_assignments import Issue, Passing
from assembler.findings import estate
from assembler.findings.assignment_amounts import formula_figure
from assembler.findings.assignments import SUMS
from assembler.findings.joint_property import assigned_assets, percent_assigned, percent_included
from assembler.findings.subject import path_of
from assembler.law import transfer
from assembler.law.deadline import Deadline
from assembler.law.figure import Figure, OutOfRange
from assembler.law.formula import formula_share
from assembler.law.money import PERCENT, ZERO
from assembler.wording import day, dollars, dollars_in_words, listed, on_one_line

PASSED = {
    Passing.WILL: "under the decedent’s will",
    Passing.INTESTACY: "by intestate succession",
    Passing.SURVIVORSHIP: "by right of survivorship",
    Passing.BENEFICIARY: "by beneficiary designation",
    Passing.PLAN: "under an annuity or other plan or arrangement",
    Passing.OTHER: "by operation of law",
}
DOUBTS = {
    Issue.RESIDENCY: "the residency of the decedent",
    Issue.CITIZENSHIP: "the citizenship of the decedent",
    Issue.SPOUSE_CITIZENSHIP: "the citizenship of the surviving spouse",
    Issue.INCLUSION: "whether all or a portion of the property is includible in the decedent’s gross estate",
    Issue.ENTITLEMENT: "the amount or nature of the property the surviving spouse is entitled to receive",
}
"""What may be in doubt, in the words of 26 CFR 20.2056A-4(b)(8)."""


def values(case: Case, one: Assignment) -> dict[str, Blank]:
    """Fill the blanks of one assignment."""
    where = path_of(case, one)
    no_source = missing("how the property passed to the Spouse", "executor", f"{where}.passing")
    return (
        assignor(case, one.signed)
        | _assets(case, one, where)
        | _amounts(case, one, where)
        | _takers(case, one, where)
        | _days(case, one, where)
        | _doubt(one, where)
        | {"passing_source": PASSED[one.passing] if one.passing else no_source}
    )


def lists(case: Case, one: Assignment) -> dict[str, Sequence[Item]]:
    """List what is assigned, and the arithmetic of the formula and of the part in the gross estate."""
    where = path_of(case, one)
    answer = f"{where}.taxable_estate_before"
    return {
        "assigned": assigned(case, one, where),
        "included_steps": included_steps(case, one, where),
        "formula_steps": steps(_formula(case, one), "what the formula reaches", answer),
    }


def _assets(case: Case, one: Assignment, where: str) -> dict[str, Blank]:
    gap = missing("the property assigned", "executor", f"{where}.description")
    names = [on_one_line(asset.description) for asset in assigned_assets(one)]
    shares = {percent_included(case, asset) for asset in assigned_assets(one)}
    share = shares.pop() if len(shares) == 1 else None
    no_share = missing("the share included in the gross estate", "executor", f"{where}.assets")
    return {
        "assigned_assets": on_one_line(one.description) or (listed(names) if all(names) else gap),
        "assigned_fraction": f"{percentage(percent_assigned(one))} percent",
        "included_share": no_share if share is None else f"{percentage(share)} percent",
    }


def _amounts(case: Case, one: Assignment, where: str) -> dict[str, Blank]:
    gap = missing("the value of what is assigned", "executor", f"{where}.value")
    amount = _total(one)
    formula = _formula(case, one)
    no_formula = missing("what the formula reaches", "accountant", f"{where}.taxable_estate_before")
    reached = None if formula is None else Decimal(str(formula.value))
    return {
        "assigned_total": gap if amount is None else dollars(amount),
        "assigned_amount": gap if amount is None else dollars(amount),
        "assigned_amount_words": gap if amount is None else dollars_in_words(amount),
        "formula_amount": no_formula if reached is None else dollars(reached),
        "formula_amount_words": no_formula if reached is None else dollars_in_words(reached),
        "formula_share": _share(one, reached) or no_formula,
    }


def _total(one: Assignment) -> Decimal | None:
    """Return what an assignment comes to: as stated, or the fraction of the values of its assets."""
    values_ = [asset.value for asset in one.assets or ()]
    known = [value for value in values_ if value is not None]
    if one.value is not None or not known or len(known) < len(values_) or one.manner in SUMS:
        return one.value
    return sum(known, ZERO) * percent_assigned(one) * PERCENT


def _formula(case: Case, one: Assignment) -> Figure | None:
    if one.manner is not Manner.ASSIGNED_BY_FORMULA:
        return None
    try:
        return formula_figure(case, one)
    except OutOfRange:  # told where the figures are shown
        return None


def _share(one: Assignment, reached: Decimal | None) -> str:
    if reached is None or not one.value:
        return ""
    share = Decimal(str(formula_share(reached, one.value).value))
    return f"{percentage(share / PERCENT)} percent"


def _takers(case: Case, one: Assignment, where: str) -> dict[str, Blank]:
    found = (trust for trust in case.trusts if trust.id is not None and trust.id == one.trust)
    trust = next(found, Trust())
    at = f"trusts[{trust.id}]" if trust.id else f"{where}.trust"
    names = joined(trustee.name for trustee in trust.trustees or ())
    return {
        "assignee_trust_name": trust.name or missing("the name of the trust that takes", "client", at),
        "assignee_trustee_names": names or missing("the Trustees who take", "attorney", at),
    }


def _days(case: Case, one: Assignment, where: str) -> dict[str, Blank]:
    due, filed = estate.due_date(case), case.return_.filed
    ends = case.decedent.administration_ends
    return {
        "assignment_signed": on(one.signed, "the date of the assignment", "attorney", f"{where}.signed"),
        "assignment_deadline": _by(due, lambda day_: transfer.assignment(day_, filed)),
        "transfer_deadline": _by(due, lambda day_: transfer.transfer(day_, filed)),
        "conveyance_deadline": _conveyance(case, due),
        "administration_ends": on(ends, "the end of the administration", "executor", "decedent.administration_ends"),
        "return_filed_on": on(filed, "the day the return is filed", "attorney", "return.filed"),
    }


def _by(due: date | None, make: Callable[[date], Deadline]) -> Blank:
    if due is None:
        return missing("the date of the Decedent's death", "family", "decedent.died")
    return day(make(due).date)


def _conveyance(case: Case, due: date | None) -> Blank:
    decedent = case.decedent
    if decedent.has_administration is False:
        return _by(due, transfer.conveyance_without_administration)
    if decedent.administration_ends is not None:
        return day(transfer.conveyance(decedent.administration_ends).date)
    answer = "administration_ends" if decedent.has_administration else "has_administration"
    return missing("the last day to convey", "executor", f"decedent.{answer}")


def _doubt(one: Assignment, where: str) -> dict[str, Blank]:
    doubt, path = one.protective, f"{where}.protective"
    gap = missing("what is in doubt", "attorney", f"{path}.issue")
    assets = [on_one_line(asset.description) for asset in assigned_assets(one)]
    no_assets: OpenPoint = missing("the assets to which the doubt belongs", "executor", f"{where}.assets")
    return {
        "protective_issue": DOUBTS.get(doubt.issue, gap) if doubt.issue else gap,
        "protective_basis": on_one_line(doubt.basis).rstrip(".")
        or missing("the specific ground of the doubt", "attorney", f"{path}.basis"),
        "protective_assets": listed(assets) if all(assets) else no_assets,
    }
