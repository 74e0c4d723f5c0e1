"""What must be secured at the start, and after a final determination or the end of a residence exclusion."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from assembler.casefile.shape_values import ResidenceSale
from assembler.facts.combine import all_of, any_of
from assembler.facts.finding import Finding
from assembler.facts.furnished import has_instrument
from assembler.facts.phrases import dollars
from assembler.facts.setting import Setting
from assembler.facts.worth import security_exclusions
from assembler.law import residence
from assembler.law.figure import Figure
from assembler.law.security import last_day_to_adjust, required_amount
from assembler.law.security_deadlines import Instrument

ZERO = Decimal(0)
ADJUSTED = ("26 CFR 20.2056A-2(d)(1)(i)(B), (C)", "26 CFR 20.2056A-2(d)(1)(iv)(B), (G)")


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find whether the amount that must be secured has changed."""
    secured = any_of(*(has_instrument(setting, instrument) for instrument in Instrument))
    adjusted = all_of(secured, _is_adjusted(setting))
    yield "amount_adjusted", adjusted
    yield "adjusted_by_determination", all_of(adjusted, _by_determination(setting))
    yield "adjusted_by_residence", all_of(adjusted, _by_residence(setting))


def figures(setting: Setting) -> Iterator[tuple[str, Figure]]:
    """Compute what must be secured, at first and as adjusted, as far as the answers allow."""
    if setting.is_planning:
        return
    first = excluded_at_first(setting)
    if setting.worth.is_complete and first is not None:
        yield "security_amount", required_amount(setting.worth.total, first)
    final, now = setting.trust.valuation.final, _excluded_now(setting, first)
    assets = setting.worth.total if final is None else final
    if _occasions(setting) and now is not None and (final is not None or setting.worth.is_complete):
        yield "adjusted_security_amount", replace(required_amount(assets, now), name="adjusted security amount")


def excluded_at_first(setting: Setting) -> Decimal | None:
    """Return the trust's part of the residence exclusion for security; None where it is not decided."""
    return security_exclusions(setting.case, setting.estate.worths)[setting.number]


def last_days_to_adjust(setting: Setting) -> tuple[date, ...]:
    """Return the last day to adjust for each occasion that may change the amount, as far as it is known."""
    return tuple(last for last in _occasions(setting).values() if last is not None)


def _occasions(setting: Setting) -> dict[str, date | None]:
    """Give what may change the amount, by its answer, with the last day to adjust."""
    events, chosen, determined = setting.trust.events, setting.trust.residence_exclusion, setting.case.return_
    found: dict[str, date | None] = {}
    if setting.trust.valuation.final is not None:
        on = determined.value_determined
        found["valuation.final"] = None if on is None else last_day_to_adjust(on)
    if chosen.elected_later is not None:
        found["residence_exclusion.elected_later"] = chosen.elected_later
    if chosen.security is False and chosen.elected_later is None:  # nothing to lose
        return found
    if events.residence_ceased is not None:
        found["events.residence_ceased"] = residence.compliance_deadline(events.residence_ceased)
    for number, sale in enumerate(chosen.sales or ()):
        found[f"residence_exclusion.sales[{number}].sold"] = _after_sale(sale)
    if chosen.cancelled is not None:
        found["residence_exclusion.cancelled"] = chosen.cancelled
    return found


def _after_sale(sale: ResidenceSale) -> date | None:
    # the paragraph leaves open from when the 120 days run; here nothing is late that may be in time
    return None if sale.sold is None else residence.compliance_deadline(residence.reinvestment_deadline(sale.sold))


def _excluded_now(setting: Setting, first: Decimal | None) -> Decimal | None:
    """Return the exclusion left after everything stated; None where the answers do not tell."""
    chosen, homes = setting.trust.residence_exclusion, setting.worth.homes
    if chosen.cancelled is not None and (chosen.elected_later is None or chosen.cancelled >= chosen.elected_later):
        return ZERO
    held = min(sum(homes, ZERO), residence.EXCLUSION_CAP) if chosen.elected_later is not None else first
    if not held:
        return held
    if setting.trust.events.residence_ceased is not None:
        return ZERO if len(homes) == 1 else None
    sales = chosen.sales or ()
    if not sales:
        return held
    return _left(sales[0]) if len(sales) == 1 else None


def _left(sale: ResidenceSale) -> Decimal | None:
    if None in (sale.sold, sale.amount_realized, sale.excluded) or sale.reinvestments is None:
        return None
    price = adjusted_price(sale)
    purchases = [(each.made, each.amount) for each in sale.reinvestments if each.made and each.amount is not None]
    if price is None or sale.sold is None or sale.excluded is None or len(purchases) < len(sale.reinvestments):
        return None
    left = residence.after_sale(sale.excluded, price, sale.sold, purchases, sale.continuing or ZERO)
    return Decimal(str(left.value))


def adjusted_price(sale: ResidenceSale) -> Decimal | None:
    """Return the adjusted sales price of a residence in dollars; None where answers are missing."""
    if sale.amount_realized is None or sale.sold is None or (sale.fixing_up and sale.contracted is None):
        return None
    expenses = [
        residence.FixingUp(each.amount, each.done, each.paid)
        for each in sale.fixing_up or ()
        if each.amount is not None and each.done is not None and each.paid is not None
    ]
    return residence.adjusted_sales_price(sale.amount_realized, expenses, sale.contracted or sale.sold, sale.sold)


def _by_determination(setting: Setting) -> Finding:
    final, path = setting.trust.valuation.final, setting.path("valuation.final")
    value = final is not None and final != setting.worth.total
    because = f"the assets are {'' if value else 'not '}finally determined at another value"
    return Finding(value, because, ADJUSTED, (path, setting.path("assets")))


def _by_residence(setting: Setting) -> Finding:
    first = excluded_at_first(setting)
    now = _excluded_now(setting, first)
    paths = (setting.path("residence_exclusion"), setting.path("events.residence_ceased"))
    if first is None or now is None:
        return Finding(None, "what is left of the residence exclusion is not known", ADJUSTED, paths)
    because = f"the residence exclusion was {dollars(first)} and is {dollars(now)}"
    return Finding(now != first, because, ADJUSTED, paths)


def _is_adjusted(setting: Setting) -> Finding:
    occasions = tuple(setting.path(answer) for answer in _occasions(setting))
    if setting.is_planning or not occasions:
        because = "nothing that changes the amount to be secured is stated"
        return Finding(False, because, ADJUSTED, (setting.path("valuation.final"),))
    found = dict(figures(setting))
    first, now = found.get("security_amount"), found.get("adjusted_security_amount")
    if first is None or now is None:
        return Finding(None, "the amounts to be secured cannot be compared yet", ADJUSTED, occasions)
    was, is_ = Decimal(str(first.value)), Decimal(str(now.value))
    because = f"{dollars(was)} was to be secured, and {'still is' if was == is_ else f'now {dollars(is_)}'}"
    return Finding(was != is_, because, ADJUSTED, occasions)
