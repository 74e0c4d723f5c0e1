"""The blanks that describe a trust: its law, its records, its property, its arrangements and its takers."""

from collections.abc import Sequence
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item, OpenPoint
from assembler.casefile.shape import Asset, AssetKind, Mode, Operative, Taker, Trust
from assembler.terms import state_named
from assembler.wording import country, dollars, listed, month_day, on_one_line, percent, state

ARRANGEMENTS = {
    Mode.BANK_TRUSTEE: "the Bank Trustee arrangement",
    Mode.BOND: "the Bond arrangement",
    Mode.LETTER_OF_CREDIT: "the Letter of Credit arrangement",
}

OPERATIVE = {
    Operative.BANK_TRUSTEE: ARRANGEMENTS[Mode.BANK_TRUSTEE],
    Operative.US_BRANCH_TRUSTEE: "the Bank Trustee arrangement, through a U.S. Branch",
    Operative.BOND: ARRANGEMENTS[Mode.BOND],
    Operative.LETTER_OF_CREDIT: ARRANGEMENTS[Mode.LETTER_OF_CREDIT],
    Operative.FOREIGN_LIMIT: "the limit on Foreign Real Property",
    Operative.ALTERNATE_PLAN: "an alternate plan or arrangement",
}

KINDS = {
    AssetKind.REAL_PROPERTY: "Real property",
    AssetKind.CASH: "Cash",
    AssetKind.MARKETABLE: "Marketable securities",
    AssetKind.CLOSELY_HELD: "Closely held corporation",
    AssetKind.PARTNERSHIP: "Partnership interest",
    AssetKind.TRUST_OR_ESTATE: "Interest in a trust or estate",
    AssetKind.RETIREMENT: "Retirement benefit",
    AssetKind.INSURANCE: "Insurance",
    AssetKind.TANGIBLE: "Tangible property",
    AssetKind.OTHER: "Other property",
}


def terms(trust: Trust) -> dict[str, Blank]:
    """Fill the blanks of the trust's name, law, records and taxable year."""
    at = f"trusts[{trust.id}]"
    foreign = missing("the foreign law under which the instrument is executed", "attorney", f"{at}.foreign_law")
    return {
        "trust_name": trust.name or missing("the name of the trust", "client", f"{at}.name"),
        "governing_law": _state(trust.governing_law, "whose law governs administration", f"{at}.governing_law"),
        "records_state": _state(trust.records_kept_in, "where records are kept", f"{at}.records_kept_in"),
        "records_keeper": trust.records_keeper
        or missing("the person who keeps the records", "trustee", f"{at}.records_keeper"),
        "records_address": on_one_line(trust.records_address)
        or missing("the address at which records are kept", "trustee", f"{at}.records_address"),
        "tax_year_end": month_day(trust.tax_year_end)
        if trust.tax_year_end
        else missing("the last day of the Taxable Year", "accountant", f"{at}.tax_year_end"),
        "foreign_law": trust.foreign_law or foreign,
    }


def _state(given: str | None, what: str, path: str) -> Blank:
    found = state_named(given or "")
    return state(found) if found else missing(f"the State or District of Columbia {what}", "attorney", path)


def arrangements(trust: Trust) -> dict[str, Blank]:
    """Fill the blanks of the security arrangements, permitted and initial."""
    at = f"trusts[{trust.id}].security"
    permitted = trust.security.permitted or (tuple(Mode) if trust.security.by_reference else ())
    chosen = [ARRANGEMENTS[mode] for mode in Mode if mode in permitted]
    operative = trust.security.operative
    return {
        "permitted_arrangements": listed(chosen)
        or missing("the security arrangements the U.S. Trustee may use", "attorney", f"{at}.permitted"),
        "initial_arrangement": OPERATIVE[operative]
        if operative
        else missing("the security arrangement first in use", "attorney", f"{at}.operative"),
    }


def dispositions(trust: Trust) -> dict[str, Blank]:
    """Fill the blanks of a charitable remainder trust's terms."""
    at, terms_ = f"trusts[{trust.id}].charitable", trust.charitable
    return {
        "charity_name": terms_.charity
        or missing("the charity that takes the remainder", "client", f"{at}.charity"),
        "payout_percent": percent(terms_.percent / 100)
        if terms_.percent
        else missing("the annual payout percentage", "client", f"{at}.percent"),
    }


def holdings(trust: Trust) -> dict[str, Blank]:
    """Fill the blanks that total the trust's property, before any debt."""
    unvalued = [item["value"] for item in lists(trust)["assets"] if isinstance(item["value"], OpenPoint)]
    if unvalued:
        names = ("assets_total", "foreign_real_property_total", "foreign_real_property_percent")
        return dict.fromkeys(names, unvalued[0])
    assets = trust.assets or ()
    total = sum((asset.value or Decimal(0) for asset in assets), Decimal(0))
    foreign = sum((asset.value or Decimal(0) for asset in assets if is_foreign_land(asset)), Decimal(0))
    return {
        "assets_total": dollars(total),
        "foreign_real_property_total": dollars(foreign),
        "foreign_real_property_percent": percent(foreign / total) if total else "0",
    }


def is_foreign_land(asset: Asset) -> bool:
    """Tell whether an asset is itself real property outside the United States."""
    return asset.kind is AssetKind.REAL_PROPERTY and asset.country not in {None, "US"}


def lists(trust: Trust) -> dict[str, Sequence[Item]]:
    """List the trust's assets and its takers; what is not stated is one entry of open points."""
    at = f"trusts[{trust.id}]"
    assets = (Asset(),) if trust.assets is None else trust.assets
    takers = trust.remainder.takers or (Taker(),)
    return {
        "assets": [_asset(number, asset, f"{at}.assets") for number, asset in enumerate(assets, 1)],
        "takers": [_taker(taker, f"{at}.remainder.takers") for taker in takers],
    }


def _asset(number: int, asset: Asset, at: str) -> Item:
    which = f"asset {number}"
    path = f"{at}[{asset.id or number - 1}]"
    place = country(asset.country).removeprefix("the ") if asset.country else None
    return {
        "number": str(number),
        "description": on_one_line(asset.description) or missing(f"the description of {which}", "executor", path),
        "kind": KINDS[asset.kind] if asset.kind else missing(f"the kind of {which}", "executor", path),
        "location": place or missing(f"the country of {which}", "executor", path),
        "value": dollars(asset.value)
        if asset.value is not None
        else missing(f"the value of {which}", "appraiser", path),
        "debt": dollars(asset.debt)
        if asset.debt is not None
        else missing(f"the debt against {which}", "executor", path),
    }


def _taker(taker: Taker, at: str) -> Item:
    return {
        "name": taker.name or missing("the name of each taker of the remainder", "client", at),
        "share": taker.share or missing("the share of each taker of the remainder", "client", at),
    }
