"""What a sale, or a letting, of a residence leaves of the exclusion, and of the security that rests on it."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.shape import Case, Trust
from assembler.casefile.shape_values import ResidenceSale
from assembler.facts.setting import item
from assembler.facts.worth import Worth, measure
from assembler.figures.names import trust_name, trust_path
from assembler.figures.worked import Line, of, worked
from assembler.law import residence, security
from assembler.law.figure import Figure, Step
from assembler.law.money import ZERO

PRICE = "26 USC 1034(b), before its repeal in 1997; 26 CFR 20.2056A-2(d)(1)(iv)(G)"


def lines(case: Case) -> Iterator[Line]:
    """Give the exclusion of each trust after each sale, and after its one home ceased to be used."""
    for number, (trust, worth) in enumerate(zip(case.trusts, measure(case).worths, strict=True)):
        name, path = trust_name(trust, number), trust_path(trust, number)
        for place, sale in enumerate(trust.residence_exclusion.sales or ()):
            where = item(f"{path}.residence_exclusion.sales", None, place)
            yield from worked(where, _sale(trust, worth, sale, name))
        if trust.events.residence_ceased is not None and len(worth.homes) == 1:
            subject = f"{name}: residence ceased to qualify on {trust.events.residence_ceased}"
            yield from _after(trust, worth, residence.after_cessation(), subject)


def _sale(trust: Trust, worth: Worth, sale: ResidenceSale, name: str) -> Iterator[Line]:
    price = _price(sale)
    if price is None or sale.sold is None or sale.excluded is None or sale.reinvestments is None:
        return
    purchases = [(each.made, each.amount) for each in sale.reinvestments if each.made and each.amount is not None]
    if len(purchases) < len(sale.reinvestments):
        return
    subject = f"{name}: residence sold on {sale.sold}"
    yield from of(subject, price)
    adjusted = Decimal(str(price.value))
    left = residence.after_sale(sale.excluded, adjusted, sale.sold, purchases, sale.continuing or ZERO)
    yield from _after(trust, worth, left, subject)


def _price(sale: ResidenceSale) -> Figure | None:
    if sale.amount_realized is None or sale.sold is None or (sale.fixing_up and sale.contracted is None):
        return None
    expenses = [
        residence.FixingUp(each.amount, each.done, each.paid)
        for each in sale.fixing_up or ()
        if each.amount is not None and each.done is not None and each.paid is not None
    ]
    price = residence.adjusted_sales_price(sale.amount_realized, expenses, sale.contracted or sale.sold, sale.sold)
    steps = (
        Step("amount realized", sale.amount_realized, PRICE),
        Step("less fixing-up expenses in time", sale.amount_realized - price, PRICE),
        Step("adjusted sales price", price, PRICE),
    )
    return Figure("adjusted sales price", price, "dollars", steps, (PRICE,))


def _after(trust: Trust, worth: Worth, left: Figure, subject: str) -> Iterator[Line]:
    yield from of(subject, left)
    furnished = trust.security.amount_furnished
    assets = trust.valuation.final if trust.valuation.final is not None else worth.total
    if furnished is not None and trust.residence_exclusion.security and worth.is_complete:
        yield from of(subject, security.adjusted_amount(furnished, assets, Decimal(str(left.value))))
