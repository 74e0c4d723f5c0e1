"""The blanks of statements on a residence, and of the yearly statement on a trust's assets."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.blanks.property import KINDS
from assembler.casefile.shape import Asset
from assembler.casefile.shape_values import ResidenceSale
from assembler.findings.security_amount import adjusted_price
from assembler.findings.subject import Subject, item
from assembler.findings.threshold import estate_of, exclusions, worth
from assembler.law.residence import EXCLUSION_CAP, compliance_deadline, reinvestment_deadline
from assembler.wording import country, day, dollars, on_one_line

ZERO = Decimal(0)


def values(subject: Subject) -> dict[str, Blank]:
    """Fill the blanks on the residences of one trust."""
    chosen, events = subject.trust.residence_exclusion, subject.trust.events
    ceased = subject.path("events.residence_ceased")
    by_day = {
        "residence_elected_later": (chosen.elected_later, "the day of the later election", "elected_later"),
        "residence_cancelled": (chosen.cancelled, "the day of the cancellation", "cancelled"),
        "residence_reallocated_on": (chosen.reallocated, "the day of the new allocation", "reallocated"),
    }
    return {
        **{name: _excluded(subject, name.rsplit("_", 1)[-1]) for name in _EXCLUDED},
        **{
            name: _day(on, what, subject.path(f"residence_exclusion.{answer}"))
            for name, (on, what, answer) in by_day.items()
        },
        "residence_ceased_on": _day(events.residence_ceased, "the day the residence ceased to be used", ceased),
        "residence_deadline": _day(
            compliance_deadline(events.residence_ceased) if events.residence_ceased else None,
            "the 120th day after the cessation",
            ceased,
        ),
        "residence_ceased_address": _address(subject, events.residence, subject.path("events.residence")),
        "compliance_measures": on_one_line(events.compliance_measures)
        or missing("what is done to secure the tax", "trustee", subject.path("events.compliance_measures")),
    }


_EXCLUDED = ("residence_excluded_threshold", "residence_excluded_security")


def _day(on: date | None, what: str, path: str) -> Blank:
    return day(on) if on else missing(what, "trustee", path)


def _excluded(subject: Subject, election: str) -> Blank:
    """Write the dollars that the trust leaves out for one of the two ends; nothing is *$0.00*."""
    found = exclusions(subject.case, estate_of(subject.whole).worths, election)[subject.number]
    gap = missing("the value of the residence left out", "executor", subject.path(f"residence_exclusion.{election}"))
    return dollars(found) if found is not None and worth(subject).is_complete else gap


def lists(subject: Subject) -> dict[str, Sequence[Item]]:
    """List the residences of one trust, and those it sold."""
    sales = subject.trust.residence_exclusion.sales
    sold = (ResidenceSale(),) if sales is None else sales
    return {
        "homes": list(_homes(subject)),
        "residence_sales": [_sale(subject, sale, number) for number, sale in enumerate(sold)],
    }


def _homes(subject: Subject) -> Sequence[Item]:
    assets = subject.trust.assets
    if assets is None:
        return [_home(Asset(), f"{subject.where}.assets", None)]
    left = EXCLUSION_CAP if _is_elected(subject) else ZERO
    rows: list[Mapping[str, Blank]] = []
    for number, asset in enumerate(assets):
        if asset.is_residence:
            excluded = None if asset.value is None else min(asset.value, left)
            left -= excluded or ZERO
            rows.append(_home(asset, item(f"{subject.where}.assets", asset.id, number), excluded))
    return rows


def _is_elected(subject: Subject) -> bool:
    chosen = subject.trust.residence_exclusion
    return bool(chosen.threshold or chosen.security or chosen.elected_later)


def _home(asset: Asset, path: str, excluded: Decimal | None) -> Item:
    place = country(asset.country).removeprefix("the ") if asset.country else None
    no_value = missing("the value of the residence", "appraiser", path)
    return {
        "address": on_one_line(asset.description) or missing("the address of the residence", "executor", path),
        "location": place or missing("the country of the residence", "executor", path),
        "kind": KINDS[asset.kind] if asset.kind else missing("what the residence is", "executor", path),
        "value": dollars(asset.value) if asset.value is not None else no_value,
        "excluded": dollars(excluded) if excluded is not None else no_value,
    }


def _address(subject: Subject, identity: str | None, path: str) -> Blank:
    """Name the residence meant: by its id, or the only one there is."""
    assets = subject.trust.assets or ()
    homes = [asset for asset in assets if (asset.id == identity if identity else asset.is_residence)]
    found = on_one_line(homes[0].description) if len(homes) == 1 else ""
    return found or missing("the address of the residence", "trustee", path)


def _sale(subject: Subject, sale: ResidenceSale, number: int) -> Item:
    at = item(subject.path("residence_exclusion.sales"), None, number)
    price = adjusted_price(sale)
    put = [each.amount for each in sale.reinvestments or ()]
    known = [one for one in put if one is not None]
    reinvested = sum(known, ZERO) if sale.reinvestments is not None and len(known) == len(put) else None
    no_amount = missing("the amount reinvested", "trustee", f"{at}.reinvestments")
    return {
        "address": _address(subject, sale.residence, f"{at}.residence"),
        "sold": _day(sale.sold, "the day of the sale", f"{at}.sold"),
        "adjusted_price": dollars(price)
        if price is not None
        else missing("the adjusted sales price", "trustee", f"{at}.amount_realized"),
        "reinvested": dollars(reinvested) if reinvested is not None else no_amount,
        "planned": dollars(sale.planned)
        if sale.planned is not None
        else missing("what is still to be reinvested", "trustee", f"{at}.planned"),
        "reinvest_by": _day(
            reinvestment_deadline(sale.sold) if sale.sold else None, "the last day to reinvest", f"{at}.sold"
        ),
    }
