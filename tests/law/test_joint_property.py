from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.figure import Figure, OutOfRange
from assembler.law.joint_property import (
    Consideration,
    included_share,
    included_share_of_citizen,
    included_value,
    transferable_value,
)

MONEY = st.decimals(min_value=0, max_value=10**9, places=2)


def by_decedent(amount: int, furnished: date, gift: int = 0) -> Consideration:
    return Consideration(True, Decimal(amount), furnished, Decimal(gift))


def by_spouse(amount: int, furnished: date, gift: int = 0) -> Consideration:
    return Consideration(False, Decimal(amount), furnished, Decimal(gift))


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_example_1_of_the_regulation_includes_one_half() -> None:
    bought = [by_decedent(200_000, date(1987, 5, 1), gift=100_000)]

    assert included_share(bought).value == Decimal("0.5")
    assert included_value(Decimal(300_000), bought).value == 150_000
    assert shown(included_share(bought)) == [
        ("Furnished by the decedent on 1987-05-01", 200_000),
        ("Of that, treated as a gift, and so as furnished by the surviving spouse", 100_000),
        ("Consideration furnished by the decedent", 100_000),
        ("Consideration furnished by the surviving spouse", 100_000),
        ("$100,000 ÷ $200,000", Decimal("0.5")),
    ]


def test_example_2_of_the_regulation_includes_nothing_where_the_donee_dies_first() -> None:
    # S, the donee, dies; D, the donor, survives: what D furnished and gave is the survivor's.
    bought = [by_spouse(200_000, date(1987, 5, 1), gift=100_000)]

    assert included_share(bought).value == 0
    assert included_value(Decimal(300_000), bought).value == 0


def test_example_3_of_the_regulation_includes_sixty_percent() -> None:
    bought = [by_decedent(60, date(1990, 5, 1)), by_spouse(40, date(1990, 5, 1))]

    assert included_share(bought).value == Decimal("0.6")
    assert included_value(Decimal(500_000), bought).value == 300_000


def test_without_facts_the_entire_value_is_included() -> None:
    assert included_value(Decimal(300_000)).value == 300_000
    assert included_share().value == 1
    assert included_value(Decimal(300_000), [by_spouse(0, date(1990, 1, 1))]).value == 300_000


def test_a_gift_on_july_13_1988_counts_as_the_spouses_and_one_on_the_14th_does_not() -> None:
    assert included_share([by_decedent(100, date(1988, 7, 13), gift=50)]).value == Decimal("0.5")
    after = included_share([by_decedent(100, date(1988, 7, 14), gift=50)])
    assert after.value == 1
    assert after.steps[1].text.startswith("A gift made on or after July 14, 1988 does not change who furnished it")
    assert after.steps[1].value == 0


def test_a_third_is_cut_down_to_six_places_and_dollars_are_exact_to_the_cent() -> None:
    bought = [by_decedent(2, date(1990, 1, 1)), by_spouse(1, date(1990, 1, 1))]

    assert included_share(bought).value == Decimal("0.666666")
    assert included_value(Decimal(100), bought).value == Decimal("66.67")


def test_where_the_spouse_becomes_a_citizen_in_time_one_half_is_included() -> None:
    assert included_share_of_citizen().value == Decimal("0.5")
    assert included_share_of_citizen().law == ("26 USC 2040(b), 2056(d)(4); 26 CFR 20.2056A-8(b)",)


def test_only_what_is_included_may_be_transferred() -> None:
    figure = transferable_value(Decimal(500_000), Decimal(300_000))

    assert figure.value == 300_000
    assert figure.steps[1].value == 60
    assert transferable_value(Decimal(0), Decimal(0)).value == 0
    assert transferable_value(Decimal(3), Decimal(2)).steps[1].value == Decimal("66.666666")


def test_bad_input_is_refused() -> None:
    with pytest.raises(OutOfRange, match="asset worth"):
        transferable_value(Decimal(1), Decimal(2))
    with pytest.raises(OutOfRange, match="furnished is -1"):
        included_share([by_spouse(-1, date(1990, 1, 1))])
    with pytest.raises(OutOfRange, match="gift is -1"):
        included_share([by_decedent(1, date(1987, 1, 1), gift=-1)])
    with pytest.raises(OutOfRange, match="gift of 2 out of 1"):
        included_share([by_decedent(1, date(1987, 1, 1), gift=2)])
    with pytest.raises(OutOfRange, match="joint property is -1"):
        included_value(Decimal(-1))
    for value, included in ((-1, 0), (1, -1)):
        with pytest.raises(OutOfRange, match="is -1"):
            transferable_value(Decimal(value), Decimal(included))


@given(MONEY, MONEY.filter(bool), MONEY)
def test_the_more_the_spouse_furnished_the_less_is_included(value: Decimal, own: Decimal, spouse: Decimal) -> None:
    day = date(1990, 1, 1)
    half = [Consideration(True, own, day), Consideration(False, spouse, day)]
    more = [*half, Consideration(False, Decimal(1), day)]

    included = included_value(value, half).number

    assert 0 <= included_value(value, more).number <= included <= value
