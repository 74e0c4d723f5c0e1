"""The law, the arrangements and the takers of a trust are named as its instrument has them; a matter as its firm does.

The amounts that advice prints are those of the year of the papers.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from trust_fields import CASE, gap, rows, value

from assembler.casefile.shape import Charitable, Decedent, Mode, Operative, Remainder, Security, Taker
from assembler.merge import OpenPoint


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("as_of", "November 21, 2026"),
        ("matter_number", "2026-0142"),
        ("firm", "Hale & Ortiz LLP"),
        ("attorney", "Dana Hale"),
    ],
)
def test_a_matter_is_named_as_the_firm_does(name: str, words: str) -> None:
    assert value(name) == words


@pytest.mark.parametrize(
    ("permitted", "words"),
    [
        ((Mode.BOND,), "the Bond arrangement"),
        ((Mode.BOND, Mode.BANK_TRUSTEE), "the Bank Trustee arrangement and the Bond arrangement"),
        (tuple(Mode), "the Bank Trustee arrangement, the Bond arrangement, and the Letter of Credit arrangement"),
    ],
)
def test_arrangements_are_named_in_the_order_of_the_regulation(permitted: tuple[Mode, ...], words: str) -> None:
    assert value("permitted_arrangements", security=Security(permitted=permitted)) == words


def test_by_reference_without_a_list_permits_all_three() -> None:
    all_three = value("permitted_arrangements", security=Security(permitted=tuple(Mode)))

    assert value("permitted_arrangements", security=Security(by_reference=True)) == all_three
    assert gap("permitted_arrangements", security=Security()) == "trusts[share].security.permitted"


@pytest.mark.parametrize("operative", list(Operative))
def test_every_operative_arrangement_has_a_name(operative: Operative) -> None:
    words = value("initial_arrangement", security=Security(operative=operative))

    assert isinstance(words, str)
    assert words.startswith(("the ", "an "))


@pytest.mark.parametrize(
    ("answer", "words"),
    [("California", "the State of California"), ("CA", "the State of California"), ("DC", "the District of Columbia")],
)
def test_the_governing_law_is_a_state_in_full(answer: str, words: str) -> None:
    assert value("governing_law", governing_law=answer) == words
    assert value("records_state", records_kept_in=answer) == words


def test_a_country_is_no_state_and_leaves_the_governing_law_open() -> None:
    assert gap("governing_law", governing_law="Portugal") == "trusts[share].governing_law"


@pytest.mark.parametrize(("percent", "words"), [("5", "5"), ("7.5", "7.5"), ("50", "50"), ("5.00", "5")])
def test_the_payout_of_a_charitable_trust_is_a_percentage(percent: str, words: str) -> None:
    assert value("payout_percent", charitable=Charitable(percent=Decimal(percent))) == words


def test_takers_are_listed_with_their_shares() -> None:
    remainder = Remainder(takers=(Taker(name="محمد بن علي", share="one-half"), Taker(name="Zoë Müller")))
    first, second = rows("takers", remainder=remainder)

    assert first == {"name": "محمد بن علي", "share": "one-half"}
    assert isinstance(second["share"], OpenPoint)
    assert second["share"].path == "trusts[share].remainder.takers[1].share"


def test_a_list_of_takers_that_names_none_is_open() -> None:
    (row,) = rows("takers", remainder=Remainder(takers=()))

    assert isinstance(row["name"], OpenPoint)
    assert row["name"].path == "trusts[share].remainder.takers"


def test_the_amounts_of_the_year_are_those_of_the_papers() -> None:
    assert value("papers_year") == "2026"
    assert value("basic_exclusion") == "$15,000,000"
    assert value("spouse_gift_exclusion") == "$194,000"
    assert value("treaty_country", replace(CASE, decedent=Decedent(treaty_country="NL"))) == "the Netherlands"


def test_an_amount_of_a_year_that_no_table_holds_is_never_a_guess() -> None:
    later = replace(CASE, as_of=date(2031, 1, 1))

    assert value("papers_year", later) == "2031"
    for name in ("basic_exclusion", "spouse_gift_exclusion"):
        found = value(name, later)
        assert isinstance(found, OpenPoint)
        assert "2031, which the table does not hold" in found.what
        assert found.path == "as_of"
