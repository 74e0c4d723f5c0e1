"""What must be secured at the start, and after a final determination or the end of a residence exclusion."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assembler.casefile.shape import Operative, Trust
from assembler.findings.figure import Line, of, qdots_name, trust_name, worked
from assembler.findings.finding import Amount, Fact, Finding, all_of, any_of, day, dollars, lacking
from assembler.findings.residence import excluded
from assembler.findings.residence_sale import last_day_to_reinvest, last_day_to_secure, left_after_sale, sales
from assembler.findings.security_instrument import has_instrument, uses_instrument
from assembler.findings.subject import Subject, conclusion
from assembler.findings.threshold import threshold_value
from assembler.findings.valuation import in_life, worth
from assembler.findings.vocabulary import FactName
from assembler.law import residence, security, threshold
from assembler.law.figure import Figure
from assembler.law.money import ZERO
from assembler.law.security import last_day_to_adjust, required_amount
from assembler.law.security_deadlines import Instrument

ADJUSTED_BY = ("26 CFR 20.2056A-2(d)(1)(i)(B), (C)", "26 CFR 20.2056A-2(d)(1)(iv)(B), (G)")

FACTS = (
    FactName(
        "adjusted_by_determination",
        "A final determination of value changed the amount to be secured.",
        implies=("amount_adjusted",),
    ),
    FactName(
        "adjusted_by_residence",
        "A change in the residence exclusion changed the amount to be secured.",
        implies=("amount_adjusted",),
    ),
    FactName(
        "amount_adjusted",
        "A later event changed the amount of the bond or letter of credit.",
        implies=("has_bond_or_letter", ("adjusted_by_determination", "adjusted_by_residence")),
        excludes=("planning",),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the amount that must be secured has changed."""
    secured = any_of(*(has_instrument(subject, instrument) for instrument in Instrument))
    adjusted = all_of(secured, _is_adjusted(subject))
    yield "amount_adjusted", adjusted
    yield "adjusted_by_determination", all_of(adjusted, _by_determination(subject))
    yield "adjusted_by_residence", all_of(adjusted, _by_residence(subject))


@conclusion
def amount_to_secure(trust: Subject) -> Amount:
    """Compute what must be secured at first: 65 percent of the values at the date of death."""
    if trust.is_planning:
        return in_life(ADJUSTED_BY)
    left_out, held, died = excluded(trust, "security"), worth(trust), trust.case.decedent.died
    if left_out.value is None:
        return Finding(None, left_out.because, ADJUSTED_BY, (*left_out.rests_on, *held.unvalued), died)
    if held.unvalued:
        return Finding(None, "the assets are not all valued", ADJUSTED_BY, held.unvalued, died)
    figure = required_amount(held.total, left_out.value, limb=_limb(trust))
    return Finding(figure, "the assets are valued", figure.law, (trust.path("assets"),), died)


def _limb(trust: Subject) -> str:
    """Name the paragraph that asks for the amount: that of the instrument in use, else of either."""
    if trust.trust.security.operative is Operative.BOND:
        return "(B)"
    return "(C)" if trust.trust.security.operative is Operative.LETTER_OF_CREDIT else "(B), (C)"


@conclusion
def adjusted_amount(trust: Subject) -> Amount:
    """Compute what must be secured after a final determination of value or the end of a residence exclusion."""
    if trust.is_planning:
        return in_life(ADJUSTED_BY)
    final, now, held = trust.trust.valuation.final, excluded_now(trust), worth(trust)
    died, open_ = trust.case.decedent.died, () if final is not None else held.unvalued
    if not _occasions(trust):
        return Finding(None, "nothing has changed the amount", ADJUSTED_BY, (trust.path("valuation.final"),), died)
    if now.value is None:
        return Finding(None, now.because, ADJUSTED_BY, (*now.rests_on, *open_), died)
    if open_:
        return Finding(None, "the assets are not all valued", ADJUSTED_BY, open_, died)
    value, is_final = held.total if final is None else final, final is not None
    figure = required_amount(value, now.value, is_final=is_final, limb=_limb(trust))
    figure = replace(figure, name="adjusted security amount")
    return Finding(figure, "the amount has changed", figure.law, (trust.path("valuation.final"),), died)


def last_days_to_adjust(subject: Subject) -> tuple[date, ...]:
    """Return the last day to adjust for each occasion that may change the amount, as far as it is known."""
    return tuple(last for last in _occasions(subject).values() if last is not None)


def _occasions(subject: Subject) -> dict[str, date | None]:
    """Give what may change the amount, by its answer, with the last day to adjust."""
    events, chosen, determined = subject.trust.events, subject.trust.residence_exclusion, subject.case.return_
    found: dict[str, date | None] = {}
    if subject.trust.valuation.final is not None:
        on = determined.value_determined
        found["valuation.final"] = None if on is None else last_day_to_adjust(on)
    if chosen.elected_later is not None:
        found["residence_exclusion.elected_later"] = chosen.elected_later
    if chosen.security is False and chosen.elected_later is None:  # nothing to lose
        return found
    if events.residence_ceased is not None:
        ceased = last_day_to_secure(events.residence_ceased, subject.path("events.residence_ceased"))
        found["events.residence_ceased"] = ceased.value.date if ceased.value else None
    for number, (where, sale) in enumerate(sales(subject)):
        found[f"residence_exclusion.sales[{number}].sold"] = _after_sale(sale.sold, where)
    if chosen.cancelled is not None:
        found["residence_exclusion.cancelled"] = chosen.cancelled
    return found


def _after_sale(sold: date | None, where: str) -> date | None:
    # the paragraph leaves open from when the 120 days run; here nothing is late that may be in time
    reinvest = last_day_to_reinvest(sold, where).value
    last = last_day_to_secure(reinvest.date, where).value if reinvest else None
    return last.date if last else None


def excluded_now(trust: Subject) -> Finding[Decimal]:
    """Find what is left of the residence exclusion for security after everything stated, in dollars."""
    chosen, ceased = trust.trust.residence_exclusion, trust.trust.events.residence_ceased
    if chosen.cancelled is not None and (chosen.elected_later is None or chosen.cancelled >= chosen.elected_later):
        path = trust.path("residence_exclusion.cancelled")
        return Finding(ZERO, "the residence exclusion is cancelled", ADJUSTED_BY, (path,))
    held = excluded(trust, "security") if chosen.elected_later is None else _elected_later(trust)
    if not held.value:
        return held
    if ceased is not None:
        path, is_only = trust.path("events.residence_ceased"), len(worth(trust).homes) == 1
        because = f"a residence ceased to be one on {day(ceased)}"
        return Finding(ZERO if is_only else None, because, ADJUSTED_BY, (path,))
    return _after_sales(trust, held)


def _elected_later(trust: Subject) -> Finding[Decimal]:
    held = worth(trust)
    open_ = (*held.undecided, *held.unvalued_homes)
    value = None if open_ else min(sum(held.homes, ZERO), residence.EXCLUSION_CAP)
    paths = open_ or (trust.path("residence_exclusion.elected_later"),)
    return Finding(value, "the residence exclusion is elected later", ADJUSTED_BY, paths)


def _after_sales(trust: Subject, held: Finding[Decimal]) -> Finding[Decimal]:
    if not trust.trust.residence_exclusion.sales:
        return held
    left = left_after_sale(trust)
    value = None if left.value is None else left.value.number
    return Finding(value, left.because, left.law, left.rests_on)


def _by_determination(subject: Subject) -> Fact:
    final, held, path = subject.trust.valuation.final, worth(subject), subject.path("valuation.final")
    if final is not None and held.unvalued:
        return Finding(None, "the assets are not all valued", ADJUSTED_BY, held.unvalued)
    value = final is not None and final != held.total
    because = f"the assets are {'' if value else 'not '}finally determined at another value"
    return Finding(value, because, ADJUSTED_BY, (path, subject.path("assets")))


def _by_residence(subject: Subject) -> Fact:
    first, now = excluded(subject, "security"), excluded_now(subject)
    if first.value is None or now.value is None:
        because = "what is left of the residence exclusion is not known"
        return Finding(None, because, ADJUSTED_BY, lacking(first, now))
    paths = (subject.path("residence_exclusion"), subject.path("events.residence_ceased"))
    because = f"the residence exclusion was {dollars(first.value)} and is {dollars(now.value)}"
    return Finding(now.value != first.value, because, ADJUSTED_BY, paths)


def _is_adjusted(subject: Subject) -> Fact:
    occasions = tuple(subject.path(answer) for answer in _occasions(subject))
    if subject.is_planning or not occasions:
        because = "nothing that changes the amount to be secured is stated"
        return Finding(False, because, ADJUSTED_BY, (subject.path("valuation.final"),))
    first, now = amount_to_secure(subject), adjusted_amount(subject)
    if first.value is None or now.value is None:
        because = "the amounts to be secured cannot be compared yet"
        return Finding(None, because, ADJUSTED_BY, lacking(first, now))
    was, is_ = first.value.number, now.value.number
    because = f"{dollars(was)} was to be secured, and {'still is' if was == is_ else f'now {dollars(is_)}'}"
    return Finding(was != is_, because, ADJUSTED_BY, occasions)


def figures(whole: Subject, trusts: Sequence[Subject]) -> Iterator[Line]:
    """Give the threshold value of all trusts, and the security of each, at first and as adjusted."""
    total = threshold_value(whole).value
    if total is not None:
        yield from of(qdots_name(trusts), total)
    yield from worked("trusts", _final_threshold(trusts))
    for trust in trusts:
        name = trust_name(trust)
        first, adjusted = amount_to_secure(trust).value, adjusted_amount(trust).value
        if first is not None:
            yield from of(name, first)
        if adjusted is not None:
            yield from _adjusted(trust.trust, name, adjusted)
        yield from _undervalued(trust, name)


def _final_threshold(trusts: Sequence[Subject]) -> Iterator[Line]:
    """Value all trusts again once each is finally determined; a residence election keeps to the values stated."""
    if not trusts or any(trust.trust.residence_exclusion.threshold is not False for trust in trusts):
        return
    qdots = [(trust_name(one), one.trust.valuation.final) for one in trusts if one.trust.valuation.final]
    if len(qdots) == len(trusts):
        yield from of(f"{qdots_name(trusts)}, as finally determined", threshold.threshold_value(qdots))


def _adjusted(trust: Trust, name: str, required: Figure) -> Iterator[Line]:
    """Give the amount as adjusted and, where it is stated what was furnished, the change."""
    yield from of(name, required)
    if trust.security.amount_furnished is not None:
        yield from of(name, security.change_in_security(required, trust.security.amount_furnished))


def _undervalued(trust: Subject, name: str) -> Iterator[Line]:
    valuation = trust.trust.valuation
    if valuation.reported is None or valuation.final is None:
        return
    excuses = (valuation.has_reasonable_cause, valuation.is_in_good_faith)
    lost = security.deduction_is_lost(uses_instrument(trust), valuation.reported, valuation.final, *excuses)
    yield from of(f"{name}, as finally determined", security.part_reported(valuation.reported, valuation.final, lost))
