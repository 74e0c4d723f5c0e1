import pytest

from assembler.law import annual_statement as law


@pytest.mark.parametrize(
    ("land", "secured", "answer"),
    [(True, False, True), (True, True, False), (False, False, False), (True, None, None), (None, False, None)],
)
def test_any_land_abroad_is_reported_unless_the_tax_is_secured(
    land: bool | None, secured: bool | None, answer: bool | None
) -> None:
    assert law.land_is_reported(land, secured) is answer


def test_a_residence_is_reported_only_if_it_was_left_out() -> None:
    assert law.residence_is_reported(True, True) is True
    assert law.residence_is_reported(False, True) is False
    assert law.residence_is_reported(None, False) is False
