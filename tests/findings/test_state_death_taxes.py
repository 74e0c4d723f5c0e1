"""State death taxes are named by the decedent's domicile and by where land lies, and are never computed."""

from dataclasses import replace

import pytest

from assembler.findings import find
from assembler.findings.state_death_taxes import taxing_states
from findings.one_case import HOME, fact, one_case, refused

HOUSE = replace(HOME, country="US", state="Oregon")


@pytest.mark.parametrize(
    ("domicile", "state", "taxed"),
    [
        ("Washington", "CA", ["Washington"]),
        ("California", "Oregon", ["Oregon"]),
        ("Maryland", "OR", ["Maryland", "Oregon"]),
        ("California", "Nevada", []),
        ("Portugal", "Maine", ["Maine"]),
        (None, "Vermont", ["Vermont"]),
        (None, "Texas", None),
        ("California", None, []),
    ],
)
def test_the_states_are_that_of_the_domicile_and_those_of_land(
    domicile: str | None, state: str | None, taxed: list[str] | None
) -> None:
    case = one_case({"assets": (replace(HOUSE, state=state),)}, {"domicile": domicile})

    found = taxing_states(find(case).whole).value
    assert (None if found is None else [name for name, _ in found]) == taxed
    assert fact("state_death_tax", case) is (None if taxed is None else bool(taxed))


def test_an_asset_with_a_state_that_may_be_land_leaves_them_open() -> None:
    found = taxing_states(find(one_case({"assets": (replace(HOUSE, kind=None),)}, {"domicile": "Maryland"})).whole)

    assert (found.value, found.rests_on) == (None, ("trusts[share].assets[quinta].kind",))


@pytest.mark.parametrize(
    ("country", "state", "unstated"),
    [("US", None, True), ("US", "Ohio", False), ("PT", None, False), (None, None, None)],
)
def test_land_here_without_its_state_is_told(country: str | None, state: str | None, unstated: bool | None) -> None:
    case = one_case({"assets": (replace(HOME, country=country, state=state),)})

    assert fact("land_in_unstated_state", case) is unstated


def test_a_state_that_is_none_is_refused() -> None:
    case = one_case({"assets": (replace(HOUSE, state="Ontario"),)})

    assert list(refused(case)) == ["trusts[share].assets[quinta].state"]
