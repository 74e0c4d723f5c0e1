from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.figure import Figure, OutOfRange
from assembler.law.tenancy import Tenancy, creation_gift, termination_gift

MONEY = st.decimals(min_value=0, max_value=10**8, places=2)


def real(created: date, by_donor: int, by_donee: int, gift: int = 0) -> Tenancy:
    return Tenancy(True, created, Decimal(by_donor), Decimal(by_donee), Decimal(gift))


def personal(created: date, by_donor: int, by_donee: int) -> Tenancy:
    return Tenancy(False, created, Decimal(by_donor), Decimal(by_donee))


def ended(tenancy: Tenancy, day: date, proceeds: int, received: int) -> Figure:
    return termination_gift(tenancy, day, Decimal(proceeds), Decimal(received))


def shown(figure: Figure) -> list[tuple[str, object]]:
    return [(step.text, step.value) for step in figure.steps]


def test_example_1_comes_to_a_gift_of_15000() -> None:
    tenancy = real(date(1992, 5, 1), 200_000, 50_000)

    assert creation_gift(tenancy).value == 0
    assert shown(ended(tenancy, date(1998, 5, 1), 300_000, 225_000)) == [
        ("Consideration furnished by the donor", 200_000),
        ("Total consideration furnished by both spouses", 250_000),
        ("Proceeds attributable to the donor: $200,000 ÷ $250,000 × $300,000", 240_000),
        ("Less: proceeds received by the donor", 225_000),
        ("Gift by the donor to the donee", 15_000),
    ]


def test_example_2_comes_to_a_gift_of_200000() -> None:
    created = real(date(1986, 5, 1), 300_000, 0)
    assert creation_gift(created).value == 150_000

    assert shown(ended(real(date(1986, 5, 1), 300_000, 0, gift=150_000), date(1995, 5, 1), 400_000, 0)) == [
        ("Consideration furnished by the donor", 300_000),
        ("Less: gift on creation, treated as the donee's", 150_000),
        ("Consideration deemed furnished by the donor", 150_000),
        ("Total consideration furnished by both spouses", 300_000),
        ("Proceeds attributable to the donor: $150,000 ÷ $300,000 × $400,000", 200_000),
        ("Less: proceeds received by the donor", 0),
        ("Gift by the donor to the donee", 200_000),
    ]


@pytest.mark.parametrize(
    ("created", "gift"),
    [
        pytest.param(date(1955, 1, 1), 0, id="1955: no gift unless elected"),
        pytest.param(date(1981, 12, 31), 0, id="the last day of section 2515"),
        pytest.param(date(1982, 1, 1), 50_000, id="general principles from 1982"),
        pytest.param(date(1988, 7, 13), 50_000, id="to July 13, 1988"),
        pytest.param(date(1988, 7, 14), 0, id="no gift from July 14, 1988"),
    ],
)
def test_creating_a_tenancy_in_real_property_is_a_gift_by_its_date(created: date, gift: int) -> None:
    assert creation_gift(real(created, 150_000, 50_000)).value == gift


def test_in_personal_property_what_the_donor_furnished_above_one_half_is_a_gift() -> None:
    assert shown(creation_gift(personal(date(1988, 7, 14), 150_000, 50_000))) == [
        ("Furnished by the donor", 150_000),
        ("Less: interest retained by the donor, one-half of $200,000", 100_000),
        ("Gift by the donor to the donee", 50_000),
    ]
    assert creation_gift(personal(date(2026, 1, 1), 50_000, 50_000)).value == 0
    assert creation_gift(personal(date(2026, 1, 1), 50_000, 150_000)).value == 0


def test_personal_property_before_july_14_1988_and_interests_for_an_actuary_are_refused() -> None:
    with pytest.raises(OutOfRange, match="1988-07-13"):
        creation_gift(personal(date(1988, 7, 13), 1, 0))
    with pytest.raises(OutOfRange, match="life expectancy"):
        creation_gift(personal(date(1990, 1, 1), 1, 0), needs_actuary=True)


def test_an_elected_creation_before_1982_is_taken_from_the_return_then_filed() -> None:
    with pytest.raises(OutOfRange, match="elected"):
        creation_gift(real(date(1981, 12, 31), 1, 0), was_elected=True)
    assert ended(real(date(1981, 12, 31), 100, 0, gift=40), date(1990, 1, 1), 200, 0).value == 120


def test_a_donor_who_receives_his_share_or_more_gives_nothing() -> None:
    tenancy = real(date(1992, 5, 1), 200_000, 50_000)

    assert ended(tenancy, date(1998, 5, 1), 300_000, 240_000).value == 0
    assert ended(tenancy, date(1998, 5, 1), 300_000, 300_000).value == 0


def test_a_tenancy_that_ends_by_death_is_no_gift() -> None:
    tenancy = real(date(1992, 5, 1), 200_000, 50_000)

    assert termination_gift(tenancy, date(1998, 1, 1), Decimal(300_000), Decimal(0), is_by_death=True).value == 0


@pytest.mark.parametrize(
    ("tenancy", "day", "proceeds", "received", "match"),
    [
        (real(date(1954, 12, 31), 1, 0), date(1990, 1, 1), 1, 0, "before 1955|1954-12-31"),
        (real(date(1970, 1, 1), 1, 0), date(1988, 7, 13), 1, 0, "1988-07-13"),
        (real(date(1992, 1, 2), 1, 0), date(1992, 1, 1), 1, 0, "1992-01-01"),
        (real(date(1992, 1, 1), 0, 0), date(1993, 1, 1), 1, 0, "0 furnished"),
        (real(date(1992, 1, 1), 1, 3), date(1993, 1, 1), 1, 2, "2 received of 1, and 4 furnished"),
        (real(date(1992, 1, 1), 1, 0), date(1993, 1, 1), -1, 0, "proceeds is -1"),
        (real(date(1992, 1, 1), 1, 0), date(1993, 1, 1), 1, -1, "by the donor is -1"),
        (real(date(1992, 1, 1), -1, 0), date(1993, 1, 1), 1, 0, "donor's consideration is -1"),
        (real(date(1992, 1, 1), 1, -1), date(1993, 1, 1), 1, 0, "donee's consideration is -1"),
        (real(date(1986, 1, 1), 1, 0, -1), date(1993, 1, 1), 1, 0, "gift on creation is -1"),
        (real(date(1986, 1, 1), 1, 0, 2), date(1993, 1, 1), 1, 0, "gift of 2"),
        (real(date(1988, 7, 14), 1, 0, 1), date(1993, 1, 1), 1, 0, "was no gift"),
        (personal(date(1992, 1, 1), 1, 0), date(1993, 1, 1), 1, 0, "personal property"),
    ],
)
def test_bad_input_is_refused(tenancy: Tenancy, day: date, proceeds: int, received: int, match: str) -> None:
    with pytest.raises(OutOfRange, match=match):
        ended(tenancy, day, proceeds, received)


def test_the_first_and_last_days_are_within() -> None:
    ended(real(date(1955, 1, 1), 1, 0), date(1988, 7, 14), 1, 0)
    ended(real(date(1988, 7, 13), 1, 0, 1), date(1992, 1, 1), 1, 0)
    ended(real(date(1992, 1, 1), 1, 0), date(1992, 1, 1), 1, 0)


@given(MONEY.filter(bool), MONEY, MONEY, st.decimals(min_value=0, max_value=1, places=2))
def test_a_gift_is_never_more_than_the_donee_received(
    by_donor: Decimal, by_donee: Decimal, proceeds: Decimal, part: Decimal
) -> None:
    tenancy = Tenancy(True, date(1992, 1, 1), by_donor, by_donee)
    received = (proceeds * part).quantize(Decimal("0.01"), rounding="ROUND_FLOOR")

    gift = termination_gift(tenancy, date(2020, 1, 1), proceeds, received).number

    assert 0 <= gift <= proceeds - received
