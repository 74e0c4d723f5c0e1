"""What the sale of a residence, or the end of its use, does to the exclusion, and the days that follow."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from assembler.casefile.shape_values import ResidenceSale
from assembler.findings.deadline import Call, Found, Missing, since
from assembler.findings.estate import Days
from assembler.findings.figure import Line, of, trust_name, worked
from assembler.findings.finding import Amount, Finding, LastDay, day
from assembler.findings.subject import Subject, item, missing
from assembler.findings.valuation import worth
from assembler.law import residence
from assembler.law.money import ZERO

ENDING = "26 CFR 20.2056A-2(d)(1)(iv)(G)"


def sales(trust: Subject) -> Iterator[tuple[str, ResidenceSale]]:
    """Give each sale of a residence with its path."""
    for place, sale in enumerate(trust.trust.residence_exclusion.sales or ()):
        yield item(trust.path("residence_exclusion.sales"), None, place), sale


def adjusted_price(sale: ResidenceSale, where: str) -> Amount:
    """Compute the adjusted sales price: the amount realized less the expenses of fixing up that count."""
    lacking = [*missing(sale, where, "amount_realized", "sold")]
    if sale.fixing_up:
        lacking += missing(sale, where, "contracted")
    for place, one in enumerate(sale.fixing_up or ()):
        lacking += missing(one, item(f"{where}.fixing_up", None, place), "amount", "done", "paid")
    if lacking or sale.amount_realized is None or sale.sold is None:
        because = "the price of the sale and its expenses are not all stated"
        return Finding(None, because, (residence.PRICE,), tuple(lacking))
    expenses = [
        residence.FixingUp(one.amount, one.done, one.paid)
        for one in sale.fixing_up or ()
        if one.amount is not None and one.done is not None and one.paid is not None
    ]
    figure = residence.adjusted_sales_price(sale.amount_realized, expenses, sale.contracted or sale.sold, sale.sold)
    return Finding(figure, f"the residence was sold on {day(sale.sold)}", figure.law, (where,), sale.sold)


def reinvested(sale: ResidenceSale, where: str) -> Finding[Decimal]:
    """Find what was put into a new residence, in dollars."""
    lacking = _purchases_lacking(sale, where, "amount")
    if lacking:
        return Finding(None, "it is not stated what was reinvested", (ENDING,), lacking)
    amounts = (each.amount for each in sale.reinvestments or () if each.amount is not None)
    return Finding(sum(amounts, ZERO), "what was reinvested is stated", (ENDING,), (f"{where}.reinvestments",))


def exclusion_left(sale: ResidenceSale, where: str) -> Amount:
    """Compute what is left of the exclusion after a sale, as its price was reinvested in time or not."""
    price = adjusted_price(sale, where)
    lacking = (
        *(price.rests_on if price.value is None else ()),
        *missing(sale, where, "excluded"),
        *_purchases_lacking(sale, where, "made", "amount"),
    )
    if lacking or price.value is None or sale.sold is None or sale.excluded is None:
        return Finding(None, "what is left of the residence exclusion is not known", (ENDING,), lacking)
    bought = [(one.made, one.amount) for one in sale.reinvestments or () if one.made and one.amount is not None]
    realized = price.value.number
    figure = residence.after_sale(sale.excluded, realized, sale.sold, bought, sale.continuing or ZERO)
    return Finding(figure, f"the residence was sold on {day(sale.sold)}", figure.law, (where,), sale.sold)


def left_after_sale(trust: Subject) -> Amount:
    """Find what is left of the exclusion after the one sale of a trust; unknown after none, or several."""
    sold = tuple(sales(trust))
    if len(sold) == 1:
        return exclusion_left(sold[0][1], sold[0][0])
    because = "what is left after the sale of several residences is not known"
    return Finding(None, because, (ENDING,), (trust.path("residence_exclusion.sales"),))


def _purchases_lacking(sale: ResidenceSale, where: str, *answers: str) -> tuple[str, ...]:
    if sale.reinvestments is None:
        return tuple(f"{where}.reinvestments[0].{answer}" for answer in answers)
    made = ((item(f"{where}.reinvestments", None, place), one) for place, one in enumerate(sale.reinvestments))
    return tuple(path for at, one in made for path in missing(one, at, *answers))


def last_day_to_reinvest(sold: date | None, where: str) -> LastDay:
    """Find the last day to reinvest the price of a residence; ``where`` is the answer that gives the day of sale."""
    if sold is None:
        return Finding(None, "the day of the sale is not stated", (ENDING,), (where,))
    return Finding(residence.residence_reinvestment(sold), f"sold on {day(sold)}", (ENDING,), (where,), sold)


def last_day_to_secure(ended: date | None, where: str) -> LastDay:
    """Find the last day to secure the tax after a sale, or after a residence ceased to be used as one."""
    if ended is None:
        return Finding(None, "the day on which the residence ceased to be one is not stated", (ENDING,), (where,))
    return Finding(residence.residence_cessation(ended), f"ended on {day(ended)}", (ENDING,), (where,), ended)


def figures(whole: Subject) -> Iterator[Line]:
    """Give the exclusion of each trust after each sale, and after its one home ceased to be used."""
    for trust in whole.trusts:
        name, ceased = trust_name(trust), trust.trust.events.residence_ceased
        for where, sale in sales(trust):
            yield from worked(where, _sale(sale, where, name))
        if ceased is not None and len(worth(trust).homes) == 1:
            yield from of(f"{name}: residence ceased to qualify on {ceased}", residence.after_cessation())


def _sale(sale: ResidenceSale, where: str, name: str) -> Iterator[Line]:
    price, left = adjusted_price(sale, where).value, exclusion_left(sale, where).value
    if price is not None and left is not None:
        yield from of(f"{name}: residence sold on {sale.sold}", price, left)


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for reinvestment after each sale of a residence under the exclusion."""
    endings = tuple(cessations(subject))
    claimed = subject["residence_exclusion_claimed"]
    if endings and claimed is None:
        where = subject.path("residence_exclusion.threshold")
        yield Missing(subject.id, "residence_end", where)
    if claimed:
        for where, on, is_sale in endings:
            if is_sale:
                yield from call_since(days, subject, last_day_to_reinvest(on, where))
    yield from _undated(subject)


def cessations(subject: Subject) -> Iterator[tuple[str, date, bool]]:
    """Give each sale or cessation: where it is answered, its day, and whether it is a sale."""
    for where, sale in sales(subject):
        if sale.sold is not None:
            yield f"{where}.sold", sale.sold, True
    if subject.trust.events.residence_ceased is not None:
        yield subject.path("events.residence_ceased"), subject.trust.events.residence_ceased, False


def first_cessation(subject: Subject) -> Finding[tuple[date, bool]]:
    """Find the day on which the exclusion first ended, in whole or in part, and whether by a sale."""
    ended = min(cessations(subject), key=lambda one: one[1], default=None)
    if ended is None:
        path = subject.path("events.residence_ceased")
        return Finding(None, "the day on which the residence ceased to be one is not stated", (ENDING,), (path,))
    where, on, is_sale = ended
    return Finding((on, is_sale), f"ended on {day(on)}", (ENDING,), (where,), on)


def last_day_after_first(subject: Subject) -> LastDay:
    """Find the last day to secure the tax after the exclusion first ended."""
    ended = first_cessation(subject)
    return last_day_to_secure(ended.value[0] if ended.value else None, ended.rests_on[0])


def call_since(days: Days, subject: Subject, found: LastDay) -> Iterator[Found]:
    """Call for the day of a finding, counted from an event that cannot come before the death."""
    last, on = found.value, found.day
    if last is not None and on is not None:
        yield Call(subject.id, found.rests_on[0], since(days.died, on, lambda _: last), on.isoformat())


def _undated(subject: Subject) -> Iterator[Found]:
    for where, sale in sales(subject):
        if sale.sold is None:
            yield Missing(subject.id, "residence_reinvestment", f"{where}.sold")
