from datetime import date

import pytest

from assembler.law import old_instrument as law


@pytest.mark.parametrize(
    ("executed", "died", "answer"),
    [
        (date(1995, 11, 20), date(1996, 2, 20), True),
        (date(1995, 11, 21), date(1996, 2, 20), False),
        (date(1995, 11, 20), date(1996, 2, 19), False),
        (None, date(2026, 1, 1), None),
        (None, date(1996, 2, 19), False),
    ],
)
def test_an_old_instrument_is_of_november_20_1995_for_a_death_after_february_19_1996(
    executed: date | None, died: date, answer: bool | None
) -> None:
    assert law.is_old(executed, died) is answer


def test_the_rule_of_incompetency_is_for_wills_and_revocable_trusts_nobody_could_amend() -> None:
    assert law.rule_of_incompetency(True, False, True, False) is True
    assert law.rule_of_incompetency(True, True, True, False) is False
    assert law.rule_of_incompetency(True, False, False, False) is False
    assert law.rule_of_incompetency(True, False, True, True) is False
    assert law.rule_of_incompetency(True, False, None, False) is None


def test_the_rule_of_irrevocable_trusts_asks_for_no_disability() -> None:
    assert law.rule_of_irrevocable_trusts(True, True, False) is True
    assert law.rule_of_irrevocable_trusts(True, False, False) is False
    assert law.rule_of_irrevocable_trusts(True, True, True) is False
    assert law.rule_of_irrevocable_trusts(False, True, None) is False
