"""Who signs and acts for the spouse's side."""

from datetime import date
from typing import Any

import pytest

from assembler.findings import find
from assembler.law.deadline import Office
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


@pytest.mark.parametrize("is_incompetent", [None, True])
def test_who_signs_is_unknown_while_the_day_is_and_the_spouse_has_died(is_incompetent: bool | None) -> None:
    spouse = {"died": date(2026, 9, 30), "is_incompetent": is_incompetent}
    (subject,) = find(assigned({"spouse": spouse}, signed=None)).assignments

    assert holding(subject.case) & SIGNERS == set()
    assert subject["assignor_is_estate"] is None
    assert subject.fact("assignor_is_estate").rests_on == ("assignments[house].signed",)


def test_a_representative_acts_for_a_spouse_who_cannot() -> None:
    assigned = {"assignments": [{"id": "villa", "trust": "share"}]}
    ill = {"is_incompetent": True, "representative": "Zoë Çelik-Ng"}

    def offices(key: str = "assignment", **answers: Any) -> tuple[Office, ...]:
        return deadline(key, **assigned, **answers).offices

    assert offices() == (Office.SPOUSE,)
    assert offices(spouse=ill) == (Office.SPOUSE_REPRESENTATIVE,)
    assert offices(spouse={"died": "2026-11-11"}) == (Office.SPOUSE_ESTATE,)
    assert offices(spouse={"died": "2026-11-12"}) == (Office.SPOUSE,)
    together = offices("conveyance", spouse=ill, decedent={"administration_ends": "2028-06-30"})
    assert together == (Office.SPOUSE_REPRESENTATIVE, Office.EXECUTOR)
    assert deadline("assignment", **assigned, spouse=ill).values == {"representative": "Zoë Çelik-Ng"}
    assert deadline("estate_return", spouse=ill).values == {}
