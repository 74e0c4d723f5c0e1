"""What the law makes of one assignment or transfer: what it reaches, who signs it, how it is satisfied."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from assembler.casefile.choices import AssetKind, Manner
from assembler.casefile.shape import Assignment, Case
from assembler.casefile.shape_assignments import AssignedAsset, Funding, Issue
from assembler.facts.combine import any_of
from assembler.facts.finding import Finding
from assembler.facts.inclusion import ALL, assigned_assets, percent_assigned, percent_included
from assembler.facts.phrases import said
from assembler.terms import every, some

SUBJECT = "26 CFR 20.2056A-4(b)(2)"
ELIGIBLE = "26 CFR 20.2056A-4(b)(3)"
FUNDED = "26 CFR 20.2056A-4(b)(4)"
PROTECTIVE = "26 CFR 20.2056A-4(b)(8)"

SUMS = (Manner.ASSIGNED_PECUNIARY, Manner.ASSIGNED_BY_FORMULA)
"""The manners in which a sum is assigned, and no asset."""

PLAIN = {
    "assignment_by_asset": Manner.ASSIGNED,
    "assignment_is_transfer": Manner.TRANSFERRED,
    "assignment_pecuniary": Manner.ASSIGNED_PECUNIARY,
    "assignment_formula": Manner.ASSIGNED_BY_FORMULA,
}
"""The manners of what is not protective, each with its own paper."""

SECURITIES = (AssetKind.MARKETABLE, AssetKind.CLOSELY_HELD)
RULES = {"funding_date_value": Funding.DATE_OF_TRANSFER, "funding_fairly_representative": Funding.FAIRLY_REPRESENTATIVE}
ISSUES = {
    "protective_issue_residency": Issue.RESIDENCY,
    "protective_issue_citizenship": Issue.CITIZENSHIP,
    "protective_issue_spouse_citizenship": Issue.SPOUSE_CITIZENSHIP,
    "protective_issue_inclusion": Issue.INCLUSION,
    "protective_issue_entitlement": Issue.ENTITLEMENT,
}


def findings(case: Case, assignment: Assignment, where: str) -> Iterator[tuple[str, Finding]]:
    """Find what is so of one assignment; what is kept is neither assigned nor transferred."""
    yield from _manner(assignment, where)
    yield from _funding(assignment, where)
    yield from _assets(case, assignment, where)
    yield from _doubt(assignment, where)


def is_protective(assignment: Assignment) -> bool:
    """Tell whether an assignment is said to be protective."""
    return assignment.protective.issue is not None or assignment.protective.basis is not None


def _manner(assignment: Assignment, where: str) -> Iterator[tuple[str, Finding]]:
    carried = any_of(*(_is(assignment, where, manner) for manner in (Manner.ASSIGNED, Manner.TRANSFERRED)))
    by_amount = any_of(*(_is(assignment, where, manner) for manner in SUMS))
    protective = Finding(False, "the assignment is protective", (PROTECTIVE,), (f"{where}.protective",))
    for name, manner in PLAIN.items():
        yield name, protective if is_protective(assignment) else _is(assignment, where, manner)
    yield "assignment_by_amount", by_amount
    yield "protective_by_formula", by_amount if is_protective(assignment) else _doubted(assignment, where)
    fraction = percent_assigned(assignment) < ALL
    several = len(assigned_assets(assignment)) > 1
    because = f"{'a fraction' if fraction else 'the whole'} of {'several assets' if several else 'one asset'}"
    shapes = {"fraction": fraction, "group": several and not fraction, "specific": not several and not fraction}
    for name, value in shapes.items():
        found = Finding(value, because, (SUBJECT,), (f"{where}.assets", f"{where}.fraction"))
        yield f"assignment_{name}", found if carried.value else carried


def _is(assignment: Assignment, where: str, wanted: Manner) -> Finding:
    manner = assignment.manner
    because = "it is not stated how the property comes to the trust"
    if manner is not None:
        because = f"the property is {_done(manner)}"
    return Finding(None if manner is None else manner is wanted, because, (SUBJECT,), (f"{where}.manner",))


def _done(manner: Manner) -> str:
    return "assigned as a fixed sum" if manner is Manner.ASSIGNED_PECUNIARY else said(manner)


def _funding(assignment: Assignment, where: str) -> Iterator[tuple[str, Finding]]:
    by_amount = some(_is(assignment, where, manner).value for manner in SUMS)
    rests = (f"{where}.funding",)
    for name, rule in RULES.items():
        if by_amount is False:
            because = "no sum is assigned, so none is to be satisfied"
            yield name, Finding(False, because, (FUNDED,), (f"{where}.manner",))
        elif assignment.funding is None:
            yield name, Finding(None, "it is not stated how the sum is to be satisfied", (FUNDED,), rests)
        else:
            value = every((by_amount, rule in assignment.funding))
            because = f"the sum is {'' if rule in assignment.funding else 'not '}satisfied by {said(rule)}"
            yield name, Finding(value, because, (FUNDED,), rests)


def _assets(case: Case, assignment: Assignment, where: str) -> Iterator[tuple[str, Finding]]:
    assets, path = _carried(assignment), f"{where}.assets"
    joint = [asset.joint_property is not None for asset in assets]
    yield "assigned_joint_property", _any("held jointly by the spouses", joint, path)
    part = [_is_part(percent_included(case, asset)) for asset in assets]
    yield "assigned_part_included", _any("only partly in the gross estate", part, path)
    yield "assigned_annuity_or_ira", _any("an annuity or a retirement benefit", map(_is_benefit, assets), path)
    for name, what, kinds in (
        ("assigned_real_property", "real property", (AssetKind.REAL_PROPERTY,)),
        ("assigned_securities", "securities", SECURITIES),
        ("assigned_insurance", "insurance", (AssetKind.INSURANCE,)),
    ):
        yield name, _any(what, (_is_kind(asset, kinds) for asset in assets), path)
    proceeds = [bool(asset.is_proceeds) for asset in assets]
    yield "assigned_proceeds", _any("proceeds of what passed to the spouse", proceeds, path)


def _carried(assignment: Assignment) -> tuple[AssignedAsset, ...]:
    """Return the assets of which anything is to be asked: a sum, and what is kept, carries none but those listed."""
    if assignment.assets is None and assignment.manner in (*SUMS, Manner.KEPT):
        return ()
    return assigned_assets(assignment)


def _any(what: str, values: Iterable[bool | None], path: str) -> Finding:
    value = some(values)
    begun = {True: "an asset is", False: "no asset is", None: "it is not known whether an asset is"}
    return Finding(value, f"{begun[value]} {what}", (ELIGIBLE,), (path,))


def _is_part(percent: Decimal | None) -> bool | None:
    return None if percent is None else percent < ALL


def _is_benefit(asset: AssignedAsset) -> bool | None:
    return True if asset.annuity else _is_kind(asset, (AssetKind.RETIREMENT,))


def _is_kind(asset: AssignedAsset, kinds: tuple[AssetKind, ...]) -> bool | None:
    return None if asset.kind is None else asset.kind in kinds


def _doubt(assignment: Assignment, where: str) -> Iterator[tuple[str, Finding]]:
    path, doubt = f"{where}.protective", assignment.protective.issue
    protective = _doubted(assignment, where)
    yield "assignment_protective", protective
    for name, issue in ISSUES.items():
        if not protective.value:
            yield name, protective
        elif doubt is None:
            yield name, Finding(None, "it is not stated what is in doubt", (PROTECTIVE,), (f"{path}.issue",))
        else:
            yield name, Finding(doubt is issue, f"what is in doubt is {said(doubt)}", (PROTECTIVE,), (f"{path}.issue",))


def _doubted(assignment: Assignment, where: str) -> Finding:
    value = is_protective(assignment)
    because = f"a doubt on account of which it is protective is {'' if value else 'not '}stated"
    return Finding(value, because, (PROTECTIVE,), (f"{where}.protective",))
