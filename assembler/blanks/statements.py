"""The blanks of statements on a residence, and of the yearly statement on a trust's assets."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.blanks.property import KINDS
from assembler.casefile.shape import Asset
from assembler.casefile.shape_values import ResidenceSale
from assembler.facts.amount import adjusted_price
from assembler.facts.setting import Setting, item
from assembler.facts.worth import exclusions
from assembler.law.residence import EXCLUSION_CAP, compliance_deadline, reinvestment_deadline
from assembler.wording import country, day, dollars, on_one_line

ZERO = Decimal(0)


def values(setting: Setting) -> dict[str, Blank]:
    """Fill the blanks on the residences of one trust."""
    chosen, events = setting.trust.residence_exclusion, setting.trust.events
    ceased = setting.path("events.residence_ceased")
    by_day = {
        "residence_elected_later": (chosen.elected_later, "the day of the later election", "elected_later"),
        "residence_cancelled": (chosen.cancelled, "the day of the cancellation", "cancelled"),
        "residence_reallocated_on": (chosen.reallocated, "the day of the new allocation", "reallocated"),
    }
    return {
        **{name: _excluded(setting, name.rsplit("_", 1)[-1]) for name in _EXCLUDED},
        **{
            name: _day(on, what, setting.path(f"residence_exclusion.{answer}"))
            for name, (on, what, answer) in by_day.items()
        },
        "residence_ceased_on": _day(events.residence_ceased, "the day the residence ceased to be used", ceased),
        "residence_deadline": _day(
            compliance_deadline(events.residence_ceased) if events.residence_ceased else None,
            "the 120th day after the cessation",
            ceased,
        ),
        "residence_ceased_address": _address(setting, events.residence, setting.path("events.residence")),
        "compliance_measures": on_one_line(events.compliance_measures)
        or missing("what is done to secure the tax", "trustee", setting.path("events.compliance_measures")),
    }


_EXCLUDED = ("residence_excluded_threshold", "residence_excluded_security")


def _day(on: date | None, what: str, path: str) -> Blank:
    return day(on) if on else missing(what, "trustee", path)


def _excluded(setting: Setting, election: str) -> Blank:
    """Write the dollars that the trust leaves out for one of the two ends; nothing is *$0.00*."""
    found = exclusions(setting.case, setting.estate.worths, election)[setting.number]
    gap = missing("the value of the residence left out", "executor", setting.path(f"residence_exclusion.{election}"))
    return dollars(found) if found is not None and setting.worth.is_complete else gap


def lists(setting: Setting) -> dict[str, Sequence[Item]]:
    """List the residences of one trust, and those it sold."""
    sales = setting.trust.residence_exclusion.sales
    sold = (ResidenceSale(),) if sales is None else sales
    return {
        "homes": list(_homes(setting)),
        "residence_sales": [_sale(setting, sale, number) for number, sale in enumerate(sold)],
    }


def _homes(setting: Setting) -> Sequence[Item]:
    assets = setting.trust.assets
    if assets is None:
        return [_home(Asset(), f"{setting.where}.assets", None)]
    left = EXCLUSION_CAP if _is_elected(setting) else ZERO
    rows: list[Mapping[str, Blank]] = []
    for number, asset in enumerate(assets):
        if asset.is_residence:
            excluded = None if asset.value is None else min(asset.value, left)
            left -= excluded or ZERO
            rows.append(_home(asset, item(f"{setting.where}.assets", asset.id, number), excluded))
    return rows


def _is_elected(setting: Setting) -> bool:
    chosen = setting.trust.residence_exclusion
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


def _address(setting: Setting, identity: str | None, path: str) -> Blank:
    """Name the residence meant: by its id, or the only one there is."""
    assets = setting.trust.assets or ()
    homes = [asset for asset in assets if (asset.id == identity if identity else asset.is_residence)]
    found = on_one_line(homes[0].description) if len(homes) == 1 else ""
    return found or missing("the address of the residence", "trustee", path)


def _sale(setting: Setting, sale: ResidenceSale, number: int) -> Item:
    at = item(setting.path("residence_exclusion.sales"), None, number)
    price = adjusted_price(sale)
    put = [each.amount for each in sale.reinvestments or ()]
    known = [one for one in put if one is not None]
    reinvested = sum(known, ZERO) if sale.reinvestments is not None and len(known) == len(put) else None
    no_amount = missing("the amount reinvested", "trustee", f"{at}.reinvestments")
    return {
        "address": _address(setting, sale.residence, f"{at}.residence"),
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
