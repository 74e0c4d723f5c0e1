"""The section 2056A estate tax on each event of the spouse's life, its gross-up, its refund, and each QDOT's share."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Case
from assembler.findings.figure import Line, Note, notes, of, worked
from assembler.findings.finding import refusal
from assembler.findings.subject import Subject, conclusion
from assembler.findings.taxable_estates import of_decedent
from assembler.findings.taxable_events import Event, Events, events_in_life
from assembler.law.basis import basis_after_distribution
from assembler.law.calendar import april_15
from assembler.law.estate import Estate
from assembler.law.figure import Figure, OutOfRange
from assembler.law.form_706qdt import shares_of_tax
from assembler.law.money import ZERO
from assembler.law.qdot_tax import QdotTax, section_2056a_tax
from assembler.law.qdot_tax_rate import (
    RateRule,
    gross_distribution,
    rate_rule,
    refund,
    tax_at_highest_rate,
    taxed_year_by_year,
)


@dataclass(frozen=True)
class Taxed:
    """One event with its tax: at the highest rate, as computed, and the tax paid from other assets of the trust."""

    event: Event
    highest: Figure | None
    computed: QdotTax | None
    further: Figure | None
    gross: Figure | None

    @property
    def due(self) -> Decimal | None:
        """Return the tax due now, in dollars; None where it is not known."""
        if self.highest is not None:
            return self.highest.number
        return None if self.computed is None else self.computed.amount

    @property
    def imposed(self) -> Decimal | None:
        """Return the tax for good, with that on the tax paid from other assets, in dollars; None where not known."""
        if not self.event.amount:
            return ZERO
        if self.further is not None:
            return self.further.number
        return self.due if self.computed is None else self.computed.amount


NOT_FINAL = (
    "the day the decedent's estate tax was finally determined is not stated, or has not come: until it is, the"
    " section 2056A estate tax is tentative, at the highest rate"
)


@dataclass(frozen=True)
class Reckoning:
    """What all events share; ``rules`` holds how the tax is due now and, after it, how it will be once final.

    ``estate`` is None where the tax cannot be computed, for want of the answers at the paths ``unstated`` or because
    the law does not reach it; ``rules`` is empty where nothing can be said.
    """

    died: date
    estate: Estate | None
    rules: tuple[RateRule, ...]
    events: Events
    unstated: tuple[str, ...]

    @property
    def due_by(self) -> RateRule | None:
        """Return the rule by which the tax is due now."""
        return self.rules[0] if self.rules else None

    @property
    def computes(self) -> Estate | None:
        """Return the estate to compute by, where a rule asks for it and every earlier event is known."""
        return self.estate if RateRule.COMPUTED in self.rules and not self.events.missing else None

    def estate_for(self, rule: RateRule) -> Estate | None:
        """Return the estate a rule needs; at the highest rate only the date of death matters."""
        return self.computes if rule is RateRule.COMPUTED else Estate(self.died, ZERO)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the taxable amount of each event of the spouse's life, and its tax."""
    case, found = whole.case, reckoning(whole)
    if found is None:
        return
    if case.spouse.died or _is_called_for(case, found):
        yield from waiting(found)
    known: list[Taxed] = []
    for event, taxed in in_life(found):
        if event.is_of_trust:  # the corpus of an annuity is shown with the annuity
            yield from of(event.subject, event.figure)
        if isinstance(taxed, OutOfRange):
            yield refusal(event.path, taxed)
        else:
            known.append(taxed)
            yield from worked(event.path, _event(taxed))
    if found.due_by not in (None, RateRule.HIGHEST):
        yield from worked("trusts", shares(known))


def _is_called_for(case: Case, found: Reckoning) -> bool:
    """Tell whether there is something to tax, or may be among what is stated in part."""
    has_distributions = any(trust.distributions for trust in case.trusts)
    return any(event.amount for event in found.events.found) or bool(found.events.missing and has_distributions)


def in_life(found: Reckoning) -> Iterator[tuple[Event, "Taxed | OutOfRange"]]:
    """Tax each event of the spouse's life in order, each after what was distributed before it."""
    before: list[tuple[date, Decimal]] = []
    for event in found.events.found:
        prior = [amount for day, amount in before if day <= event.day]
        before.append((event.day, event.amount))
        try:
            taxed = _taxed(found, event, prior)
        except OutOfRange as outside:
            yield event, outside
            continue
        before += _further_distributions(taxed)
        yield event, taxed


def amounts_before(found: Reckoning, day: date) -> tuple[Decimal, ...]:
    """List the taxable amounts of every event to a day, the tax paid from other assets of the trust included."""
    before: list[tuple[date, Decimal]] = []
    for event, taxed in in_life(found):
        before.append((event.day, event.amount))
        before += [] if isinstance(taxed, OutOfRange) else _further_distributions(taxed)
    return tuple(amount for made, amount in before if made <= day and amount)


def shares(known: Sequence[Taxed]) -> Iterator[Line]:
    """Divide each year's tax among the QDOTs whose distributions caused it."""
    of_trusts = [each for each in known if each.event.is_of_trust and each.event.amount]
    for year in sorted({each.event.day.year for each in of_trusts}):
        of_year = [each for each in of_trusts if each.event.day.year == year]
        payers = {each.event.payer: ZERO for each in of_year}
        for each in of_year:
            payers[each.event.payer] += each.event.amount
        due = [each.due for each in of_year if each.due is not None]
        if len(payers) > 1 and len(due) == len(of_year):
            yield from of(f"all QDOTs: {year}", *shares_of_tax(sum(due, ZERO), tuple(payers.items())))


def _taxed(found: Reckoning, event: Event, prior: Sequence[Decimal]) -> Taxed:
    if not event.amount or found.due_by is None:
        return Taxed(event, None, None, None, None)
    by = found.due_by
    highest = None if by is RateRule.COMPUTED else tax_at_highest_rate(event.amount, found.died, by)
    computed = None if found.computes is None else section_2056a_tax(found.computes, event.amount, prior)
    further, gross = _paid_from_trust(found, event, prior, by)
    return Taxed(event, highest, computed, further, gross)


def _paid_from_trust(
    found: Reckoning, event: Event, prior: Sequence[Decimal], rule: RateRule
) -> tuple[Figure | None, Figure | None]:
    estate = found.estate_for(rule)
    if estate is None or event.distribution is None or not event.distribution.tax_from_trust:
        return None, None
    earlier = sum(prior, ZERO)
    further = taxed_year_by_year(estate, event.amount, event.day.year, earlier, rule)
    return further, gross_distribution(estate, event.amount, earlier, rule)


def _further_distributions(taxed: Taxed) -> Iterable[tuple[date, Decimal]]:
    """List the days and amounts of the tax that was paid from other assets, each a distribution of the next year.

    26 USC 2056A(b)(5)(A), (b)(11).
    """
    steps = () if taxed.further is None else taxed.further.steps[1:-1]
    year = taxed.event.day.year
    return [(april_15(year + place), step.number) for place, step in enumerate(steps)]


def _event(taxed: Taxed) -> Iterator[Line]:
    subject, paid = taxed.event.subject, taxed.event.distribution
    if taxed.highest is not None:
        yield from of(subject, taxed.highest)
    if taxed.computed is not None:
        yield from of(subject, *taxed.computed.figures)
        yield from notes(taxed.computed.unconfirmed)
    yield from of(subject, *(figure for figure in (taxed.further, taxed.gross) if figure is not None))
    if paid is None or not taxed.event.amount:
        return
    if taxed.computed is not None and taxed.highest is None and (paid.tax_paid or ZERO) > taxed.computed.amount:
        yield from of(subject, refund(paid.tax_paid or ZERO, taxed.computed.amount))
    tax = _on_it(taxed, paid.tax_paid)
    if paid.adjusted_basis is not None and tax is not None:
        yield from of(subject, basis_after_distribution(taxed.event.amount, paid.adjusted_basis, tax))


def _on_it(taxed: Taxed, paid: Decimal | None) -> Decimal | None:
    """Return the tax that raises the basis: what was paid, less what comes back once the tax is final."""
    if paid is None or taxed.highest is not None or taxed.computed is None:
        return taxed.due if paid is None else paid
    return min(paid, taxed.computed.amount)


@conclusion
def reckoning(whole: Subject) -> Reckoning | None:
    """Set out how the tax of a case is reckoned; None while the decedent lives."""
    case, died = whole.case, whole.case.decedent.died
    if died is None:
        return None
    return Reckoning(died, _estate(case), _rules(case), events_in_life(whole), _unstated(case))


def waiting(found: Reckoning) -> Iterator[Line]:
    """Say which answers the tax waits for."""
    missing: tuple[str, ...] = () if found.rules else ("return.has_designated_filer",)
    missing += found.unstated if RateRule.COMPUTED in found.rules else ()
    for path in (*missing, *found.events.missing):
        yield Note(f"the section 2056A estate tax waits for an answer: {path}")
    if found.due_by is RateRule.TENTATIVE:
        yield Note(NOT_FINAL)


def _estate(case: Case) -> Estate | None:
    try:
        return of_decedent(case)
    except OutOfRange:  # told where the estate itself is shown
        return None


def _unstated(case: Case) -> tuple[str, ...]:
    found = (case.estate.taxable_estate, case.estate.gross_estate)
    status = () if case.decedent.status is not None else ("decedent.status",)
    return status if any(amount is not None for amount in found) else (*status, "estate.taxable_estate")


def _rules(case: Case) -> tuple[RateRule, ...]:
    determined = case.return_.tax_determined
    is_final = determined is not None and (case.as_of is None or determined <= case.as_of)
    rule = rate_rule(max(len(case.trusts), 1), case.return_.has_designated_filer, is_final)
    if rule is RateRule.TENTATIVE:
        return (RateRule.TENTATIVE, RateRule.COMPUTED)
    return () if rule is None else (rule,)
