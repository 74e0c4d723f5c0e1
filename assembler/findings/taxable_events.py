"""The taxable events of a case in their order: distributions, corpus of annuities, disqualification, the death."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Annuity, Trust, Undertaking
from assembler.casefile.shape_annuities import Receipt
from assembler.casefile.shape_tax import Distribution, DistributionKind
from assembler.findings import annuities
from assembler.findings.figure import annuity_name, trust_name
from assembler.findings.finding import Finding
from assembler.findings.subject import Subject, item
from assembler.law import qdot_tax_amount
from assembler.law.figure import Figure, OutOfRange
from assembler.law.qdot_tax_rate import is_hardship_exempt
from assembler.terms import every, some

ENDS = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"


@dataclass(frozen=True)
class Event:
    """One taxable event in the spouse's life: when, of what, its taxable amount in dollars, and how that is reached.

    ``distribution`` is there where the event is one; ``payer`` is the trust, or the plan.
    """

    day: date
    path: str
    payer: str
    subject: str
    figure: Figure
    distribution: Distribution | None = None
    is_of_trust: bool = True

    @property
    def amount(self) -> Decimal:
        """Return the amount that is taxed, in dollars."""
        return self.figure.number


@dataclass(frozen=True)
class Events:
    """The events in their order, and the paths of the answers without which the order is not known."""

    found: tuple[Event, ...]
    missing: tuple[str, ...]


def events_in_life(whole: Subject) -> Events:
    """Order the events of the spouse's life; what the law does not reach is told elsewhere and missing here."""
    found: list[Event] = []
    missing: list[str] = []
    for event in (*_of_trusts(whole), *_of_annuities(whole)):
        if isinstance(event, Event):
            found.append(event)
        else:
            missing.append(event)
    return Events(tuple(sorted(found, key=lambda event: event.day)), tuple(missing))


def _of_trusts(whole: Subject) -> Iterator[Event | str]:
    exempt = is_hardship_exempt(max(len(whole.trusts), 1), whole.case.return_.has_designated_filer)
    for subject in whole.trusts:
        if subject.trust.distributions is None:
            yield subject.path("distributions")
        for path, paid in distributions(subject):
            yield _distribution(paid, trust_name(subject), path, exempt)
        yield from _cessation(subject, trust_name(subject))


def distributions(trust: Subject) -> Iterator[tuple[str, Distribution]]:
    """Give each distribution of a trust, with its path."""
    for place, paid in enumerate(trust.trust.distributions or ()):
        yield item(trust.path("distributions"), None, place), paid


def _distribution(paid: Distribution, name: str, path: str, exempt: bool | None) -> Event | str:
    if paid.made is None or paid.kind is None or paid.amount is None:
        return path
    is_hardship = paid.kind is DistributionKind.HARDSHIP
    if is_hardship and exempt is None:
        return "return.has_designated_filer"
    figure = qdot_tax_amount.distribution_amount(_taken(paid, paid.amount), is_hardship_exempt=exempt is not False)
    return Event(paid.made, path, name, f"{name}: distribution of {paid.made}", figure, paid)


def _taken(paid: Distribution, amount: Decimal) -> qdot_tax_amount.Distribution:
    zero = Decimal(0)
    return qdot_tax_amount.Distribution(
        money=zero if paid.adjusted_basis is not None else amount,
        property=amount if paid.adjusted_basis is not None else zero,
        income=amount if paid.kind is DistributionKind.INCOME else zero,
        hardship=amount if paid.kind is DistributionKind.HARDSHIP else zero,
        exempt=amount if paid.kind is DistributionKind.EXEMPT else zero,
    )


def _cessation(subject: Subject, name: str) -> Iterator[Event | str]:
    ceased, value = subject.trust.disqualification.ceased, subject.trust.disqualification.value
    if ceased is None:
        return
    where = subject.path("disqualification.value")
    if value is None:
        yield where
    else:
        figure = qdot_tax_amount.cessation_amount(value)
        yield Event(ceased, where, name, f"{name}: disqualification on {ceased}", figure)


def _of_annuities(whole: Subject) -> Iterator[Event | str]:
    for annuity in whole.annuities:
        if annuity.annuity.undertaking is None and annuity.annuity.failed_year is None:
            continue
        try:
            yield from _annuity(annuity, annuity_name(annuity))
        except OutOfRange:
            yield annuity.where


def _annuity(subject: Subject, name: str) -> Iterator[Event | str]:
    found, annuity = annuities.figures_of(subject), subject.annuity
    if found.fix:
        yield subject.where
    if found.value is None:
        return
    if annuity.undertaking is Undertaking.PAY:
        yield from _receipts(subject, name)
    if annuity.failed_year is None:
        return
    left = annuities.accelerated(subject.case, annuity)
    day = annuities.failed_on(annuity.failed_year)
    if left is None:
        yield subject.where
    else:
        of_left = f"{name}: left on {day}, the undertaking having failed"
        yield Event(day, subject.where, name, of_left, left.present_value, is_of_trust=False)


def _receipts(subject: Subject, name: str) -> Iterator[Event | str]:
    for number, receipt in _before_failure(subject.annuity):
        where = annuities.receipt_path(subject, number)
        figure = annuities.corpus_of(subject, number).value
        if figure is None or receipt.received is None:
            yield where
        else:
            of_payment = f"{name}: payment of {receipt.received}"
            yield Event(receipt.received, where, name, of_payment, figure, is_of_trust=False)


def _before_failure(annuity: Annuity) -> Iterator[tuple[int, Receipt]]:
    """Leave out the payments that the tax on the rest of the annuity already reaches."""
    failed = annuity.failed_year
    for number, receipt in enumerate(annuity.receipts or ()):
        if failed is None or receipt.received is None or receipt.received.year < failed:
            yield number, receipt


def trust_end(subject: Subject) -> Finding[date]:
    """Find when a trust ceased to be taxed as a QDOT: at the spouse's death, or when it ceased to qualify before."""
    ends = (subject.case.spouse.died, subject.trust.disqualification.ceased)
    first = min((day for day in ends if day is not None), default=None)
    because = "the day the trust ceased to be a QDOT"
    return Finding(first, because, (ENDS,), ("spouse.died",), first)


def taxed_before(trust: Trust, on: date) -> bool | None:
    """Tell whether a distribution made before a day was taxed; None when it cannot be told."""
    if trust.distributions is None:
        return None
    return some(
        every(
            (
                None if one.made is None else one.made < on,
                None if one.kind is None else one.kind is DistributionKind.PRINCIPAL,
            )
        )
        for one in trust.distributions
    )
