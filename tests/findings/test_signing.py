"""Who signs and acts for the spouse's side."""

from datetime import date

import pytest

from findings.one_item import assigned, holding
from findings.written_case import deadline

SIGNERS = {"assignor_is_spouse", "assignor_is_representative", "assignor_is_estate"}


@pytest.mark.parametrize(
    ("spouse", "name"),
    [
        ({}, "assignor_is_spouse"),
        ({"is_incompetent": True}, "assignor_is_representative"),
        ({"died": date(2026, 9, 30)}, "assignor_is_estate"),
        ({"died": date(2026, 10, 1), "is_incompetent": True}, "assignor_is_estate"),
        ({"died": date(2026, 10, 2), "is_incompetent": True}, "assignor_is_representative"),
    ],
)
def test_exactly_one_signs_for_the_spouse_s_side(spouse: dict[str, object], name: str) -> None:
    assert holding(assigned({"spouse": spouse})) & SIGNERS == {name}


def test_a_representative_acts_for_a_spouse_who_cannot() -> None:
    assigned = {"assignments": [{"id": "villa", "trust": "share"}]}
    ill = {"is_incompetent": True, "representative": "Zoë Çelik-Ng"}

    assert deadline("Assignment to a QDOT", **assigned).who == "Surviving spouse"
    assert deadline("Assignment to a QDOT", **assigned, spouse=ill).who == (
        "Legal representative of the surviving spouse (Zoë Çelik-Ng)"
    )
    assert deadline("Assignment to a QDOT", **assigned, spouse={"died": "2026-11-11"}).who == (
        "Personal representative of the surviving spouse's estate"
    )
    assert deadline("Assignment to a QDOT", **assigned, spouse={"died": "2026-11-12"}).who == "Surviving spouse"
