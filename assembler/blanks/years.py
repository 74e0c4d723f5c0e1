"""The blanks of the yearly statement: the year, what the trust held at its end, and land abroad."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.casefile.shape import Asset
from assembler.casefile.shape_holdings import Holding
from assembler.findings.foreign_limit import held_at_year_end, is_land_abroad, last_year_end, looked_through, year_share
from assembler.findings.subject import Subject
from assembler.law import annual_statement
from assembler.law.calendar import year_end, year_end_from
from assembler.wording import country, day, dollars, on_one_line, percent

END_OF_CALENDAR = "12-31"
"""The year of a trust that has no taxable year of its own. 26 CFR 20.2056A-2(d)(3)(ii)."""

_HUNDRED = Decimal(100)


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the blanks of the year that the statement is for."""
    ended, share = _year_ended(subject), year_share(subject)
    no_year = missing("the last day of the year", "trustee", subject.path("year_ends"))
    no_share = missing("the value of the assets at the end of the year", "trustee", subject.path("year_ends"))
    due = annual_statement.annual_statement(ended).date if ended else None
    return {
        "tax_year_ended": day(ended) if ended else no_year,
        "tax_year": str(ended.year) if ended else no_year,
        "annual_due": day(due) if due else no_year,
        "year_end_total": dollars(share.total) if share else no_share,
        "year_end_foreign_total": dollars(share.foreign) if share else no_share,
        "year_end_foreign_percent": percent(share.percent() / _HUNDRED) if share else no_share,
    }


def _year_ended(subject: Subject) -> date | None:
    """Return the year's end: as recorded, else that of the sale or cessation, else the last before the papers."""
    recorded = last_year_end(subject)
    if recorded is not None and recorded.ended is not None:
        return recorded.ended
    month_day = subject.trust.tax_year_end or END_OF_CALENDAR
    sold = [sale.sold for sale in subject.trust.residence_exclusion.sales or () if sale.sold]
    happened = [*sold, *filter(None, [subject.trust.events.residence_ceased])]
    if happened:
        return year_end_from(max(happened), month_day)
    on = subject.case.as_of
    return None if on is None else year_end(year_end_from(on, month_day).year - 1, month_day)


def lists(subject: Subject) -> dict[str, Sequence[Item]]:
    """List all assets at the year's end, land abroad held directly, and what is looked through to."""
    held = held_at_year_end(subject)
    gap = missing("what the trust held at the end of the year", "trustee", subject.path("year_ends"))
    if held is None:
        fields = ("number", "description", "location", "value")
        return {
            "year_end_assets": [dict.fromkeys(fields, gap)],
            "land": [dict.fromkeys((*fields, "held"), gap)],
            "look_through": [dict.fromkeys(("entity", "description", "location", "share", "value"), gap)],
        }
    land = [one for one in held if is_land_abroad(one)]
    return {
        "year_end_assets": [_item(number, one, gap) for number, one in enumerate(held, 1)],
        "land": [{**_item(number, one, gap), "held": "directly"} for number, one in enumerate(land, 1)],
        "look_through": [
            {
                "entity": one.entity,
                "description": on_one_line(one.description) or gap,
                "location": _place(one.country) or gap,
                "share": f"{percent(one.share)} percent",
                "value": dollars(one.value) if one.value is not None else gap,
            }
            for one in looked_through(subject)
        ],
    }


def _item(number: int, one: Asset | Holding, gap: Blank) -> Item:
    return {
        "number": str(number),
        "description": on_one_line(one.description) or gap,
        "location": _place(one.country) or gap,
        "value": dollars(one.value) if one.value is not None else gap,
    }


def _place(code: str | None) -> str:
    return country(code).removeprefix("the ") if code else ""
