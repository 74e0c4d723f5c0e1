from datetime import date

import pytest

from assembler.law import citizenship
from assembler.law.deadline import Office


def test_citizenship_is_certified_and_the_gift_election_made_by_april_15() -> None:
    for became in (date(2027, 1, 1), date(2027, 12, 31)):
        assert citizenship.citizenship_notice(became).date == date(2028, 4, 18)
        assert citizenship.gift_election(became).date == date(2028, 4, 18)
    assert citizenship.citizenship_notice(date(2027, 1, 1)).offices == (Office.US_TRUSTEE,)
    assert citizenship.gift_election(date(2027, 1, 1)).offices == (Office.SPOUSE,)


@pytest.mark.parametrize(
    ("resident", "taxed", "answer"),
    [(True, True, True), (False, False, True), (False, True, False), (None, False, True), (None, True, None)],
)
def test_citizenship_frees_who_was_resident_throughout_or_never_taxed(
    resident: bool | None, taxed: bool | None, answer: bool | None
) -> None:
    assert citizenship.is_freed_by_citizenship(resident, taxed) is answer
