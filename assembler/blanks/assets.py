"""The assets of one assignment, as its schedule lists them, and why no more of them may be assigned."""

from collections.abc import Sequence

from assembler.blanks.money import percentage, steps
from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.casefile.shape import AssetKind, Assignment, Case
from assembler.casefile.shape_assignments import AssignedAsset
from assembler.findings.joint_property import assigned_assets, held_jointly, percent_assigned, percent_included, share
from assembler.findings.subject import item
from assembler.wording import country, dollars, on_one_line

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


def assigned(case: Case, one: Assignment, where: str) -> Sequence[Item]:
    """List the assets; what is not stated of one is an open point."""
    return [_asset(case, one, asset, number, where) for number, asset in enumerate(assigned_assets(one))]


def included_steps(case: Case, one: Assignment, where: str) -> Sequence[Item]:
    """List the arithmetic of the share of joint property in the gross estate, asset by asset."""
    held = [asset for asset in assigned_assets(one) if asset.joint_property is not None and asset.included is None]
    what = "the share included in the gross estate"
    rows = [row for asset in held or (AssignedAsset(),) for row in steps(share(case, asset), what, f"{where}.assets")]
    return rows


def _asset(case: Case, one: Assignment, asset: AssignedAsset, number: int, where: str) -> Item:
    which = f"asset {number + 1} of the assignment"
    path = item(f"{where}.assets", asset.id, number) if one.assets is not None else where
    place = country(asset.country).removeprefix("the ") if asset.country else None
    included = percent_included(case, asset)
    no_share = missing(f"the share of {which} in the gross estate", "executor", path)
    return {
        "number": str(number + 1),
        "description": _description(case, asset) or missing(f"the description of {which}", "executor", path),
        "kind": KINDS[asset.kind] if asset.kind else missing(f"the kind of {which}", "executor", path),
        "location": place or missing(f"the country of {which}", "executor", path),
        "value": _value(asset, which, path),
        "share": f"{percentage(percent_assigned(one))} percent",
        "included": no_share if included is None else f"{percentage(included)} percent",
    }


def _description(case: Case, asset: AssignedAsset) -> str:
    held = held_jointly(case, asset)
    return on_one_line(asset.description) or on_one_line(held.description if held else None)


def _value(asset: AssignedAsset, which: str, path: str) -> Blank:
    if asset.value is None:
        return missing(f"the value of {which}", "appraiser", path)
    return dollars(asset.value)
