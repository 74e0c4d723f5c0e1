"""What the law makes of one assignment or transfer: what it reaches, who signs it, how it is satisfied."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from assembler.casefile.choices import AssetKind, Manner
from assembler.casefile.shape import Assignment, Case
from assembler.casefile.shape_assignments import AssignedAsset, Funding, Issue
from assembler.findings import transfer
from assembler.findings.assignment_amounts import SUMS, total_refused
from assembler.findings.finding import Fact, Finding, any_of, said
from assembler.findings.joint_property import ALL, assigned_assets, held_jointly, percent_included
from assembler.findings.retirement_accounts import account
from assembler.findings.subject import Subject, item
from assembler.findings.vocabulary import FactName
from assembler.problem import Problem
from assembler.terms import every, some

SUBJECT = "26 CFR 20.2056A-4(b)(2)"
ELIGIBLE = "26 CFR 20.2056A-4(b)(3)"
FUNDED = "26 CFR 20.2056A-4(b)(4)"
PROTECTIVE = "26 CFR 20.2056A-4(b)(8)"

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


FACTS = (
    FactName(
        "assignment_by_asset",
        "Assets, or a fraction of them, are assigned, and not protectively.",
        implies=(("assignment_specific", "assignment_group", "assignment_fraction"),),
        excludes=(
            "assignment_is_transfer",
            "assignment_by_amount",
            "assignment_pecuniary",
            "assignment_formula",
            "assignment_protective",
        ),
    ),
    FactName(
        "assignment_specific",
        "One asset, whole, goes to the trust.",
        implies=(("assignment_by_asset", "assignment_is_transfer", "assignment_protective"),),
    ),
    FactName(
        "assignment_group",
        "Several assets, whole, go to the trust.",
        implies=(("assignment_by_asset", "assignment_is_transfer", "assignment_protective"),),
        excludes=("assignment_specific",),
    ),
    FactName(
        "assignment_fraction",
        "A fraction of one or several assets goes to the trust.",
        implies=(("assignment_by_asset", "assignment_is_transfer", "assignment_protective"),),
        excludes=("assignment_specific", "assignment_group"),
    ),
    FactName(
        "assignment_by_amount",
        "A sum is assigned, fixed or by a formula, protectively or not.",
        implies=(
            ("assignment_pecuniary", "assignment_formula", "assignment_protective"),
            ("funding_date_value", "funding_fairly_representative"),
        ),
        excludes=("assignment_specific", "assignment_group", "assignment_fraction"),
    ),
    FactName(
        "assignment_pecuniary",
        "A fixed sum is assigned, and not protectively.",
        implies=("assignment_by_amount",),
        excludes=("assignment_protective",),
    ),
    FactName(
        "assignment_formula",
        "What a formula reaches is assigned, and not protectively.",
        implies=("assignment_by_amount",),
        excludes=("assignment_is_transfer", "assignment_pecuniary", "assignment_protective"),
    ),
    FactName(
        "assignment_is_transfer",
        "The property is actually transferred, and not only assigned.",
        implies=(("assignment_specific", "assignment_group", "assignment_fraction"),),
        excludes=("assignment_pecuniary", "assignment_protective"),
    ),
    FactName(
        "assignment_protective",
        "The assignment is protective, on account of a doubt.",
        implies=(
            (
                "protective_issue_residency",
                "protective_issue_citizenship",
                "protective_issue_spouse_citizenship",
                "protective_issue_inclusion",
                "protective_issue_entitlement",
            ),
        ),
    ),
    FactName(
        "protective_by_formula",
        "What a protective assignment reaches is defined by a formula.",
        implies=("assignment_by_amount", "assignment_protective"),
    ),
    FactName(
        "funding_date_value",
        "The sum is satisfied at values of the day of actual transfer.",
        implies=("assignment_by_amount",),
        excludes=("funding_fairly_representative",),
    ),
    FactName(
        "funding_fairly_representative",
        "The sum is satisfied with assets fairly representative of gain and loss.",
        implies=("assignment_by_amount",),
    ),
    FactName("assigned_passed_in_several_ways", "The assets assigned passed to the spouse in different ways."),
    FactName("assigned_joint_property", "An asset assigned was held jointly by the spouses."),
    FactName("assigned_part_included", "Only a part of an asset assigned is in the gross estate."),
    FactName("assigned_annuity_or_ira", "An asset assigned is an annuity, a plan benefit or a retirement account."),
    FactName("assigned_real_property", "An asset assigned is real property."),
    FactName("assigned_securities", "An asset assigned is shares or other securities."),
    FactName("assigned_insurance", "An asset assigned is insurance, or its proceeds."),
    FactName("assigned_proceeds", "An asset assigned came of the sale, exchange or conversion of what passed."),
    FactName(
        "protective_issue_residency",
        "In doubt is where the decedent was resident.",
        implies=("assignment_protective",),
        excludes=("protective_issue_spouse_citizenship",),
    ),
    FactName(
        "protective_issue_citizenship",
        "In doubt is the decedent's citizenship.",
        implies=("assignment_protective",),
        excludes=(
            "protective_issue_residency",
            "protective_issue_spouse_citizenship",
            "protective_issue_inclusion",
            "protective_issue_entitlement",
        ),
    ),
    FactName(
        "protective_issue_spouse_citizenship",
        "In doubt is the spouse's citizenship.",
        implies=("assignment_protective",),
    ),
    FactName(
        "protective_issue_inclusion",
        "In doubt is whether property is in the gross estate.",
        implies=("assignment_protective",),
        excludes=("protective_issue_residency", "protective_issue_spouse_citizenship"),
    ),
    FactName(
        "protective_issue_entitlement",
        "In doubt is the amount or nature of what the spouse is entitled to.",
        implies=("assignment_protective",),
        excludes=("protective_issue_residency", "protective_issue_spouse_citizenship", "protective_issue_inclusion"),
    ),
)
PART = "26 CFR 20.2056A-4(b)(3); 26 CFR 20.2056A-8(a)(3); 26 CFR 20.2056A-4(d), Example 3"
DOUBT = f"{PROTECTIVE}; 26 CFR 20.2056A-3(c)"
OF_ASSETS = (Manner.ASSIGNED, Manner.TRANSFERRED)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find what is so of one assignment; what is kept is neither assigned nor transferred."""
    case, assignment, where = subject.case, subject.assignment, subject.where
    yield from _manner(assignment, where)
    yield from _funding(assignment, where)
    yield from _assets(case, assignment, where)
    yield from _doubt(assignment, where)


def is_protective(assignment: Assignment) -> bool:
    """Tell whether an assignment is said to be protective."""
    return assignment.protective.issue is not None or assignment.protective.basis is not None


def _manner(assignment: Assignment, where: str) -> Iterator[tuple[str, Fact]]:
    carried = any_of(*(_is(assignment, where, manner) for manner in (Manner.ASSIGNED, Manner.TRANSFERRED)))
    by_amount = any_of(*(_is(assignment, where, manner) for manner in SUMS))
    protective = Finding(False, "the assignment is protective", (PROTECTIVE,), (f"{where}.protective",))
    for name, manner in PLAIN.items():
        yield name, protective if is_protective(assignment) else _is(assignment, where, manner)
    yield "assignment_by_amount", by_amount
    yield "protective_by_formula", by_amount if is_protective(assignment) else _doubted(assignment, where)
    fraction = assignment.fraction < ALL
    several = len(assigned_assets(assignment)) > 1
    because = f"{'a fraction' if fraction else 'the whole'} of {'several assets' if several else 'one asset'}"
    shapes = {"fraction": fraction, "group": several and not fraction, "specific": not several and not fraction}
    for name, value in shapes.items():
        found = Finding(value, because, (SUBJECT,), (f"{where}.assets", f"{where}.fraction"))
        yield f"assignment_{name}", found if carried.value else carried


def _is(assignment: Assignment, where: str, wanted: Manner) -> Fact:
    manner = assignment.manner
    because = "it is not stated how the property comes to the trust"
    if manner is not None:
        because = f"the property is {_done(manner)}"
    return Finding(None if manner is None else manner is wanted, because, (SUBJECT,), (f"{where}.manner",))


def _done(manner: Manner) -> str:
    return "assigned as a fixed sum" if manner is Manner.ASSIGNED_PECUNIARY else said(manner)


def _funding(assignment: Assignment, where: str) -> Iterator[tuple[str, Fact]]:
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


def _assets(case: Case, assignment: Assignment, where: str) -> Iterator[tuple[str, Fact]]:
    assets, path = _carried(assignment), f"{where}.assets"
    joint = [asset.joint_property is not None for asset in assets]
    yield "assigned_joint_property", _any("held jointly by the spouses", joint, path)
    part = [
        _is_part(percent_included(case, asset, _at(asset, number, where)).value) for number, asset in enumerate(assets)
    ]
    yield "assigned_part_included", _any("only partly in the gross estate", part, path)
    yield "assigned_annuity_or_ira", _any("an annuity or a retirement benefit", map(_is_benefit, assets), path)
    for name, what, kinds in (
        ("assigned_real_property", "real property", (AssetKind.REAL_PROPERTY,)),
        ("assigned_securities", "securities", SECURITIES),
        ("assigned_insurance", "insurance", (AssetKind.INSURANCE,)),
    ):
        yield name, _any(what, (_is_kind(asset, kinds) for asset in assets), path)
    yield "assigned_passed_in_several_ways", _several_ways(assignment, where)
    proceeds = [bool(asset.is_proceeds) for asset in assets]
    yield "assigned_proceeds", _any("proceeds of what passed to the spouse", proceeds, path)


def _several_ways(assignment: Assignment, where: str) -> Fact:
    """Find whether assets passed in different ways; one without a way of its own passed as the assignment says."""
    ways = [asset.passing or assignment.passing for asset in assigned_assets(assignment)]
    known = {way for way in ways if way is not None}
    of_its_own = any(asset.passing is not None for asset in assigned_assets(assignment))
    value = True if len(known) > 1 else None if of_its_own and None in ways else False
    because = {
        True: "the assets passed in different ways",
        False: "the assets passed in one way",
        None: "it is not stated how every asset passed",
    }
    return Finding(value, because[value], (ELIGIBLE,), (f"{where}.passing", f"{where}.assets"))


def _carried(assignment: Assignment) -> tuple[AssignedAsset, ...]:
    """Return the assets of which anything is to be asked: a sum, and what is kept, carries none but those listed."""
    if assignment.assets is None and assignment.manner in (*SUMS, Manner.KEPT):
        return ()
    return assigned_assets(assignment)


def _any(what: str, values: Iterable[bool | None], path: str) -> Fact:
    value = some(values)
    begun = {True: "an asset is", False: "no asset is", None: "it is not known whether an asset is"}
    return Finding(value, f"{begun[value]} {what}", (ELIGIBLE,), (path,))


def _at(asset: AssignedAsset, number: int, where: str) -> str:
    return item(f"{where}.assets", asset.id, number)


def _is_part(percent: Decimal | None) -> bool | None:
    return None if percent is None else percent < ALL


def _is_benefit(asset: AssignedAsset) -> bool | None:
    return True if asset.annuity else _is_kind(asset, (AssetKind.RETIREMENT,))


def _is_kind(asset: AssignedAsset, kinds: tuple[AssetKind, ...]) -> bool | None:
    return None if asset.kind is None else asset.kind in kinds


def _doubt(assignment: Assignment, where: str) -> Iterator[tuple[str, Fact]]:
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


def _doubted(assignment: Assignment, where: str) -> Fact:
    value = is_protective(assignment)
    because = f"a doubt on account of which it is protective is {'' if value else 'not '}stated"
    return Finding(value, because, (PROTECTIVE,), (f"{where}.protective",))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse what one assignment does; what the spouse keeps is left alone."""
    case, assignment, where = subject.case, subject.assignment, subject.where
    if assignment.manner is not Manner.KEPT:
        yield from _refused_assets(case, assignment, where)
        yield from _refused_funding(assignment, where)
        yield from _refused_doubt(assignment, where)
        yield from total_refused(assignment, where)
        yield from transfer.refusals(subject)


def _refused_assets(case: Case, assignment: Assignment, where: str) -> Iterator[Problem]:
    for number, asset in enumerate(assignment.assets or ()):
        at = _at(asset, number, where)
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
    if asset.joint_property is not None and held_jointly(case, asset) is None:
        known = ", ".join(held.id for held in case.joint_property or () if held.id) or "the case has none"
        what = f"no joint property has the id `{asset.joint_property}`."
        yield Problem(f"{at}.joint_property", what, f"write the id of a joint property: {known}.")


def _part(case: Case, assignment: Assignment, asset: AssignedAsset, at: str) -> Iterator[Problem]:
    included, goes = percent_included(case, asset, at).value, assignment.fraction
    if included is None or goes <= included:
        return
    name = asset.description or "the asset"
    shares = f"{_percent(goes)} percent of {name} goes to the trust, and {_percent(included)} percent"
    what = f"{shares} is in the gross estate."
    fix = f"write fraction: {_percent(included)}, or less; the rest was the spouse's own."
    if not included:
        fix = "leave it out; what is not in the gross estate cannot be assigned."
    whence = "is_community" if asset.is_community else "joint_property"
    yield Problem(f"{at}.{whence if asset.included is None else 'included'}", what, fix, PART)


def _percent(value: Decimal) -> str:
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def _refused_funding(assignment: Assignment, where: str) -> Iterator[Problem]:
    if assignment.manner not in SUMS or assignment.funding is None:
        return
    fix = "write one of the two: [date-of-transfer-value] or [fairly-representative]."
    if not assignment.funding:
        what = "a sum is assigned, and the paper is to say neither way of satisfying it."
        yield Problem(f"{where}.funding", what, fix, FUNDED)
    elif len(set(assignment.funding)) > 1:
        what = "a sum is assigned, and the paper is to say both ways of satisfying it."
        yield Problem(f"{where}.funding", what, fix, FUNDED)


def _refused_doubt(assignment: Assignment, where: str) -> Iterator[Problem]:
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
