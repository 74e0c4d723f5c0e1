"""The dates that follow when a residence left out under the exclusion is sold or no longer used."""

from collections.abc import Iterator
from datetime import date

from assembler.dates.setting import Held, Setting
from assembler.dates.subject_date import Call, Found, Missing, since
from assembler.facts.setting import item
from assembler.law import residence


def called(setting: Setting) -> Iterator[Found]:
    """Call for reinvestment and for security after each sale or cessation, where the exclusion was claimed."""
    for held in setting.trusts:
        endings = tuple(cessations(held))
        claimed = held.facts["residence_exclusion_claimed"]
        if endings and claimed is None:
            where = held.path("residence_exclusion.threshold")
            yield Missing(held.subject, "What follows the sale or cessation of its residence", where)
        if claimed:
            for where, day, is_sale in endings:
                yield from _after(setting, held, where, day, is_sale=is_sale)
        yield from _undated(held)


def cessations(held: Held) -> Iterator[tuple[str, date, bool]]:
    """Give each sale or cessation: where it is answered, its day, and whether it is a sale."""
    for number, sale in enumerate(held.trust.residence_exclusion.sales or ()):
        if sale.sold is not None:
            yield f"{item(held.path('residence_exclusion.sales'), None, number)}.sold", sale.sold, True
    if held.trust.events.residence_ceased is not None:
        yield held.path("events.residence_ceased"), held.trust.events.residence_ceased, False


def _after(setting: Setting, held: Held, where: str, day: date, *, is_sale: bool) -> Iterator[Found]:
    event = day.isoformat()
    if is_sale:
        made = since(setting.died, day, residence.residence_reinvestment)
        yield Call(held.subject, where, made, event)
    yield Call(held.subject, where, since(setting.died, day, residence.residence_cessation), event)


def _undated(held: Held) -> Iterator[Found]:
    for number, sale in enumerate(held.trust.residence_exclusion.sales or ()):
        if sale.sold is None:
            where = f"{item(held.path('residence_exclusion.sales'), None, number)}.sold"
            yield Missing(held.subject, "Reinvestment of the price of a residence", where)
