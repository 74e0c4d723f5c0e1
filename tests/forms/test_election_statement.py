"""The election statement says what the instrument requires, and of one that a court is to reform, what it is to."""

import pytest
from prescribed import chosen

SIZES = ((), ("is_large",))


def words(*facts: str) -> str:
    return " ".join(" ".join(clause.body for clause in chosen("qdot-election-statement", "2026", facts)).split())


@pytest.mark.parametrize("size", SIZES)
def test_an_instrument_that_stands_is_said_to_require(size: tuple[str, ...]) -> None:
    text = words(*size)

    assert "1. the instrument of the QDOT requires that at least one trustee" in text
    assert "The instrument requires" in text
    assert "reform" not in text


@pytest.mark.parametrize("size", SIZES)
def test_one_before_a_court_is_only_to_require(size: tuple[str, ...]) -> None:
    text = words("reformation_pending", *size)

    assert "the instrument of the QDOT is to require that at least one trustee" in text
    assert "The instrument, when it is reformed, is to require" in text
    assert "requires" not in text
    assert "Until the reformation is completed the trust is treated as a QDOT" in text
    assert "does not end before one year after that notice" in text


def test_debt_on_the_property_is_told_where_there_is_any_and_is_taken_off_the_deduction() -> None:
    net = "the marital deduction for the property is claimed net of it"

    assert net in words("holds_encumbered_property")
    assert net not in words()
