"""What a sale, or a letting, of a residence leaves of the exclusion."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.shape import Case
from assembler.casefile.shape_values import ResidenceSale
from assembler.facts.amount import adjusted_price
from assembler.facts.setting import item
from assembler.facts.worth import measure
from assembler.figures.names import trust_name, trust_path
from assembler.figures.worked import Line, of, worked
from assembler.law import residence
from assembler.law.figure import Figure, Step
from assembler.law.money import ZERO

PRICE = "26 USC 1034(b), before its repeal in 1997; 26 CFR 20.2056A-2(d)(1)(iv)(G)"


def lines(case: Case) -> Iterator[Line]:
    """Give the exclusion of each trust after each sale, and after its one home ceased to be used."""
    for number, (trust, worth) in enumerate(zip(case.trusts, measure(case).worths, strict=True)):
        name, path = trust_name(trust, number), trust_path(trust, number)
        for place, sale in enumerate(trust.residence_exclusion.sales or ()):
            where = item(f"{path}.residence_exclusion.sales", None, place)
            yield from worked(where, _sale(sale, name))
        if trust.events.residence_ceased is not None and len(worth.homes) == 1:
            subject = f"{name}: residence ceased to qualify on {trust.events.residence_ceased}"
            yield from of(subject, residence.after_cessation())


def _sale(sale: ResidenceSale, name: str) -> Iterator[Line]:
    adjusted = adjusted_price(sale)
    if adjusted is None or sale.sold is None or sale.excluded is None or sale.reinvestments is None:
        return
    purchases = [(each.made, each.amount) for each in sale.reinvestments if each.made and each.amount is not None]
    if len(purchases) < len(sale.reinvestments):
        return
    subject = f"{name}: residence sold on {sale.sold}"
    yield from of(subject, _price(sale.amount_realized or ZERO, adjusted))
    yield from of(subject, residence.after_sale(sale.excluded, adjusted, sale.sold, purchases, sale.continuing or ZERO))


def _price(realized: Decimal, adjusted: Decimal) -> Figure:
    steps = (
        Step("amount realized", realized, PRICE),
        Step("less fixing-up expenses in time", realized - adjusted, PRICE),
        Step("adjusted sales price", adjusted, PRICE),
    )
    return Figure("adjusted sales price", adjusted, "dollars", steps, (PRICE,))
