"""The fields of one assignment or transfer: what is assigned, of it how much, on what doubt, and by when."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from assembler import wording
from assembler.findings import Finding, joint_property
from assembler.findings import assignment_amounts as amounts
from assembler.merge.answers import Answers
from assembler.merge.arithmetic import amount, percent
from assembler.merge.field import Fill, List, answer, choice, finding, rows
from assembler.merge.property import ASSET
from assembler.merge.trustees import names_in_office
from assembler.wording import dollars, dollars_in_words, listed, on_one_line


def _assets(answers: Answers) -> Sequence[Answers]:
    """Give what is assigned: its assets or, of one that lists none, the one thing that it describes."""
    return answers.rows(answers.path("assignment.assets"), joint_property.assigned_assets(answers.subject.assignment))


def _description(asset: Answers) -> str:
    held = joint_property.held_jointly(asset.subject.case, asset.record)
    described = asset.get("description") or (held.description if held else None)
    return on_one_line(described or asset.need("description"))


def _descriptions(answers: Answers) -> str:
    return listed([on_one_line(asset.need("description")) for asset in _assets(answers)])


def _included(asset: Answers) -> Finding[Decimal]:
    return joint_property.percent_included(asset.subject.case, asset.record, asset.where)


def _held_jointly(answers: Answers) -> Sequence[Answers]:
    """Give what is assigned and was held jointly by the spouses."""
    return [asset for asset in _assets(answers) if asset.get("joint_property") is not None]


def _included_as_rounded(asset: Answers) -> str:
    """Write the share of an asset in the gross estate and, where it is rounded down, that it is."""
    share = asset.value(_included(asset))
    is_rounded = joint_property.is_rounded_down(asset.subject.case, asset.record)
    return asset.phrase("percent", "rounded-down" if is_rounded else "exact", percent=wording.percentage(share))


def _passing(asset: Answers) -> str:
    """Write how an asset passed; one without a way of its own passed as the assignment says."""
    return asset.phrase("passing", asset.get("passing") or asset.of_case.need("assignment.passing"))


def _formula_share(answers: Answers) -> str:
    """Write the part of the property that a formula reaches, and where it is rounded up, that it is."""
    figure = answers.value(amounts.share_of_formula(answers.subject))
    rounding = "exact" if answers.value(amounts.share_is_exact(answers.subject)) else "rounded-up"
    return answers.phrase("percent", rounding, percent=wording.percent(figure.number))


FIELDS: Mapping[str, Fill] = {
    "passing_source": choice("assignment.passing", "passing"),
    "assigned_fraction": answer("assignment.fraction", percent),
    "schedule_total": finding(lambda a: amounts.schedule_total(a.subject), dollars),
    "assigned_amount": finding(lambda a: amounts.value_assigned(a.subject), dollars),
    "assigned_amount_words": finding(lambda a: amounts.value_assigned(a.subject), dollars_in_words),
    "formula_amount": finding(lambda a: amounts.amount_of_formula(a.subject), amount),
    "formula_share": _formula_share,
    "assignee_trustee_names": names_in_office,
    "protective_basis": answer("assignment.protective.basis", lambda basis: on_one_line(basis).rstrip(".")),
    "protective_assets": _descriptions,
}

ASSIGNED: Mapping[str, Fill] = {
    **ASSET,
    "description": _description,
    "share": lambda asset: percent(asset.subject.assignment.fraction),
    "included": finding(_included, percent),
    "included_as_rounded": _included_as_rounded,
    "passing": _passing,
}

OF_PAPER = ("assignee_trustee_names",)
"""The fields that may differ from paper to paper, by the day of each."""

LISTS: Mapping[str, List] = {
    "assigned": rows(_assets, ASSIGNED),
    "joint_assigned": rows(_held_jointly, ASSIGNED),
}
