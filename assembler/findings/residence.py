"""Refuse a residence exclusion for what is no residence of the spouse held by the trust."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import AssetKind
from assembler.casefile.shape_values import ResidenceSale
from assembler.findings.deadline import Call, Found, Missing, since
from assembler.findings.estate import Days
from assembler.findings.figure import Line, of, trust_name, trust_path, worked
from assembler.findings.finding import Fact, Finding, any_of, day
from assembler.findings.security_amount import adjusted_price
from assembler.findings.subject import Subject, item
from assembler.findings.threshold import FURNISHINGS, election, estate_of, worth
from assembler.findings.vocabulary import FactName
from assembler.law.figure import Figure, OutOfRange, Step
from assembler.law.money import ZERO
from assembler.law.residence import (
    after_cessation,
    after_sale,
    exclusion,
    residence_cessation,
    residence_reinvestment,
)
from assembler.problem import Problem

OWNED = "26 CFR 20.2056A-2(d)(1)(iv)(A), (D)"


LATER = "26 CFR 20.2056A-2(d)(1)(iv)(B), (G)"


FACTS = (
    FactName(
        "residence_excluded_for_threshold",
        "The residence exclusion is elected for the $2,000,000 test.",
        implies=("residence_exclusion_claimed",),
    ),
    FactName(
        "residence_excluded_for_security",
        "The residence exclusion is elected for a bond or letter of credit.",
        implies=("residence_exclusion_claimed",),
    ),
    FactName(
        "residence_later_election",
        "The residence exclusion for security is elected with a Form 706-QDT.",
        implies=("residence_exclusion_changed",),
    ),
    FactName(
        "residence_later_cancellation",
        "The residence exclusion for security is cancelled with a Form 706-QDT.",
        implies=("residence_exclusion_changed",),
    ),
    FactName(
        "residence_reallocated",
        "The residence exclusion is allocated to another residence.",
        implies=("residence_exclusion_changed",),
    ),
    FactName(
        "residence_exclusion_changed",
        "The exclusion is elected later, cancelled, or allocated anew.",
        implies=(("residence_later_election", "residence_later_cancellation", "residence_reallocated"),),
    ),
)
PRICE = "26 USC 1034(b), before its repeal in 1997; 26 CFR 20.2056A-2(d)(1)(iv)(G)"


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find for which end the exclusion is elected, and how that changed."""
    for name in ("threshold", "security"):
        yield f"residence_excluded_for_{name}", election(subject, name)
    chosen = subject.trust.residence_exclusion
    changes = {
        "residence_later_election": _stated(subject, chosen.elected_later, "elected_later", "elected later"),
        "residence_later_cancellation": _stated(subject, chosen.cancelled, "cancelled", "cancelled"),
        "residence_reallocated": _stated(subject, chosen.reallocated, "reallocated", "allocated to another residence"),
    }
    yield from changes.items()
    yield "residence_exclusion_changed", any_of(*changes.values())


def _stated(subject: Subject, on: date | None, answer: str, what: str) -> Fact:
    because = f"the exclusion for security is {what}, on {day(on)}" if on else f"the exclusion is not {what}"
    return Finding(on is not None, because, (LATER,), (subject.path(f"residence_exclusion.{answer}"),))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse what one trust claims to leave out; homes over all trusts are counted with the first."""
    for number, asset in enumerate(subject.trust.assets or ()):
        if asset.is_residence and asset.kind not in (None, AssetKind.REAL_PROPERTY, *FURNISHINGS):
            where = f"{item(subject.path('assets'), asset.id, number)}.is_residence"
            what = f"a residence held through an asset of the kind {asset.kind} is not owned directly by the trust."
            yield Problem(where, what, "write is_residence: false, or let the trust own the residence itself.", OWNED)
    for end in ("threshold", "security"):
        yield from _without_home(subject, end)
        if subject.number == 0:
            yield from _too_many(subject, end)


def _without_home(subject: Subject, election: str) -> Iterator[Problem]:
    assets, held = subject.trust.assets, worth(subject)
    if getattr(subject.trust.residence_exclusion, election) and assets is not None:
        unsure = any(asset.kind is None or asset.value is None for asset in assets)
        if not (held.homes or held.possible_homes or unsure):
            what = "the residence exclusion is elected, and the trust holds no residence."
            fix = "mark the residence with is_residence: true, or elect nothing."
            yield Problem(subject.path(f"residence_exclusion.{election}"), what, fix, OWNED)


def _too_many(subject: Subject, election: str) -> Iterator[Problem]:
    both = zip(subject.case.trusts, estate_of(subject.whole).worths, strict=True)
    homes = [home for trust, held in both if getattr(trust.residence_exclusion, election) for home in held.homes]
    try:
        exclusion(homes)
    except OutOfRange as outside:
        where = subject.path(f"residence_exclusion.{election}")
        yield Problem(where, f"{outside.what}.", f"{outside.fix}.", outside.law)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the exclusion of each trust after each sale, and after its one home ceased to be used."""
    case = whole.case
    for number, (trust, held) in enumerate(zip(case.trusts, estate_of(whole).worths, strict=True)):
        name, path = trust_name(trust, number), trust_path(trust, number)
        for place, sale in enumerate(trust.residence_exclusion.sales or ()):
            where = item(f"{path}.residence_exclusion.sales", None, place)
            yield from worked(where, _sale(sale, name))
        if trust.events.residence_ceased is not None and len(held.homes) == 1:
            subject = f"{name}: residence ceased to qualify on {trust.events.residence_ceased}"
            yield from of(subject, after_cessation())


def _sale(sale: ResidenceSale, name: str) -> Iterator[Line]:
    adjusted = adjusted_price(sale)
    if adjusted is None or sale.sold is None or sale.excluded is None or sale.reinvestments is None:
        return
    purchases = [(each.made, each.amount) for each in sale.reinvestments if each.made and each.amount is not None]
    if len(purchases) < len(sale.reinvestments):
        return
    subject = f"{name}: residence sold on {sale.sold}"
    yield from of(subject, _price(sale.amount_realized or ZERO, adjusted))
    yield from of(subject, after_sale(sale.excluded, adjusted, sale.sold, purchases, sale.continuing or ZERO))


def _price(realized: Decimal, adjusted: Decimal) -> Figure:
    steps = (
        Step("amount realized", realized, PRICE),
        Step("less fixing-up expenses in time", realized - adjusted, PRICE),
        Step("adjusted sales price", adjusted, PRICE),
    )
    return Figure("adjusted sales price", adjusted, "dollars", steps, (PRICE,))


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for reinvestment and for security after each sale or cessation, where the exclusion was claimed."""
    endings = tuple(cessations(subject))
    claimed = subject["residence_exclusion_claimed"]
    if endings and claimed is None:
        where = subject.path("residence_exclusion.threshold")
        yield Missing(subject.id, "What follows the sale or cessation of its residence", where)
    if claimed:
        for where, day, is_sale in endings:
            yield from _after(days, subject, where, day, is_sale=is_sale)
    yield from _undated(subject)


def cessations(subject: Subject) -> Iterator[tuple[str, date, bool]]:
    """Give each sale or cessation: where it is answered, its day, and whether it is a sale."""
    for number, sale in enumerate(subject.trust.residence_exclusion.sales or ()):
        if sale.sold is not None:
            yield f"{item(subject.path('residence_exclusion.sales'), None, number)}.sold", sale.sold, True
    if subject.trust.events.residence_ceased is not None:
        yield subject.path("events.residence_ceased"), subject.trust.events.residence_ceased, False


def _after(days: Days, subject: Subject, where: str, day: date, *, is_sale: bool) -> Iterator[Found]:
    event = day.isoformat()
    if is_sale:
        made = since(days.died, day, residence_reinvestment)
        yield Call(subject.id, where, made, event)
    yield Call(subject.id, where, since(days.died, day, residence_cessation), event)


def _undated(subject: Subject) -> Iterator[Found]:
    for number, sale in enumerate(subject.trust.residence_exclusion.sales or ()):
        if sale.sold is None:
            where = f"{item(subject.path('residence_exclusion.sales'), None, number)}.sold"
            yield Missing(subject.id, "Reinvestment of the price of a residence", where)
