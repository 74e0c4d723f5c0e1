"""Values as words: money, dates, lists, States and countries, at their edges."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.casefile.choices import CODES
from assembler.wording import (
    country,
    day,
    days_in_words,
    dollars,
    dollars_in_words,
    figure,
    listed,
    month_day,
    on_lines,
    on_one_line,
    percent,
    percentage,
    place,
    state,
)


@pytest.mark.parametrize(
    ("value", "figures", "words"),
    [
        ("0", "$0.00", "Zero and 00/100 dollars"),
        ("0.05", "$0.05", "Zero and 05/100 dollars"),
        ("1", "$1.00", "One and 00/100 dollars"),
        ("21.10", "$21.10", "Twenty-one and 10/100 dollars"),
        ("101", "$101.00", "One hundred one and 00/100 dollars"),
        ("999999.99", "$999,999.99", "Nine hundred ninety-nine thousand nine hundred ninety-nine and 99/100 dollars"),
        ("1000000", "$1,000,000.00", "One million and 00/100 dollars"),
        ("1000001", "$1,000,001.00", "One million one and 00/100 dollars"),
        ("2000000", "$2,000,000.00", "Two million and 00/100 dollars"),
        ("2000000.01", "$2,000,000.01", "Two million and 01/100 dollars"),
        ("2730000", "$2,730,000.00", "Two million seven hundred thirty thousand and 00/100 dollars"),
        ("1E+9", "$1,000,000,000.00", "One billion and 00/100 dollars"),
    ],
)
def test_money_in_figures_and_in_words(value: str, figures: str, words: str) -> None:
    assert dollars(Decimal(value)) == figures
    assert dollars_in_words(Decimal(value)) == words


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_the_figures_are_the_amount_to_the_cent(value: Decimal) -> None:
    assert Decimal(dollars(value).replace("$", "").replace(",", "")) == value


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_the_words_end_in_the_cents(value: Decimal) -> None:
    words = dollars_in_words(value)

    assert words.endswith(f" and {str(value % 1)[2:]:0<2}/100 dollars")
    assert words.count(" and ") == 1
    assert "," not in words


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 21), "November 21, 2026"),
        (date(2026, 7, 9), "July 9, 2026"),
        (date(2024, 2, 29), "February 29, 2024"),
        (date(1988, 11, 11), "November 11, 1988"),
    ],
)
def test_a_date_is_written_with_its_month_in_words(value: date, written: str) -> None:
    assert day(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [("12-31", "December 31"), ("01-01", "January 1"), ("02-29", "February 29")]
)
def test_a_day_of_the_year_has_no_year(value: str, written: str) -> None:
    assert month_day(value) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (Decimal("1234"), "dollars", "$1,234.00"),
        (Decimal("-390000"), "dollars", "−$390,000.00"),
        (Decimal("34.90"), "percent", "34.9 percent"),
        (Decimal("60.000000"), "percent", "60 percent"),
        (Decimal("8.3031"), "factor", "8.3031"),
        (Decimal("0.52"), "fraction", "0.52"),
        (16, "years", "16 years"),
        (65, "dollars", "65"),  # an age, or another count
        (date(2028, 6, 14), "dollars", "June 14, 2028"),
    ],
)
def test_a_value_is_written_in_its_unit(value: Decimal | int | date, unit: str, written: str) -> None:
    assert figure(value, unit) == written


@pytest.mark.parametrize(
    ("items", "written"),
    [
        ([], ""),
        (["Siobhán Reyes Okafor"], "Siobhán Reyes Okafor"),
        (["Smith & Sons", "陈建国"], "Smith & Sons and 陈建国"),
        (["A", "B", "C"], "A, B, and C"),
        (["A", "B", "C", "D"], "A, B, C, and D"),
    ],
)
def test_a_list_reads_as_a_sentence_does(items: list[str], written: str) -> None:
    assert listed(items) == written


def test_a_list_may_end_in_or() -> None:
    assert listed(["a bond", "a letter of credit"], "or") == "a bond or a letter of credit"
    assert listed(["A", "B", "C"], "or") == "A, B, or C"


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Ohio", "the State of Ohio"),
        ("New York", "the State of New York"),
        ("Kentucky", "the Commonwealth of Kentucky"),
        ("Massachusetts", "the Commonwealth of Massachusetts"),
        ("Pennsylvania", "the Commonwealth of Pennsylvania"),
        ("Virginia", "the Commonwealth of Virginia"),
        ("West Virginia", "the State of West Virginia"),
        ("District of Columbia", "the District of Columbia"),
    ],
)
def test_a_state_is_named_with_its_style(name: str, written: str) -> None:
    assert state(name) == written


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("PT", "Portugal"),
        ("BR", "Brazil"),
        ("CI", "Côte d’Ivoire"),
        ("CZ", "Czechia"),
        ("VA", "Vatican City"),
        ("US", "the United States"),
        ("GB", "the United Kingdom"),
        ("NL", "the Netherlands"),
        ("PH", "the Philippines"),
        ("CF", "the Central African Republic"),
        ("CD", "the Democratic Republic of the Congo"),
        ("KY", "the Cayman Islands"),
        ("MM", "Myanmar"),
        ("HK", "Hong Kong"),
        ("QQ", "QQ"),
    ],
)
def test_a_country_is_named_as_a_sentence_names_it(code: str, name: str) -> None:
    assert country(code) == name


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_country_a_case_may_name_has_a_name_without_brackets(code: str) -> None:
    name = country(code)

    assert name != code
    assert name in {"Guinea-Bissau", "Timor-Leste", "the Cocos (Keeling) Islands"} or not set("()[]-") & set(name)


@pytest.mark.parametrize("code", sorted(CODES))
def test_islands_states_and_republics_take_the(code: str) -> None:
    name = country(code)

    plural = name.endswith(("Islands", "Republic", "States", "Kingdom", "Emirates", "Territories", "Territory"))
    assert name.startswith("the ") or not plural, name


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("418 Alder Court, Pasadena", "418 Alder Court, Pasadena"),
        ("418 Alder Court\nPasadena, California 91101\n", "418 Alder Court, Pasadena, California 91101"),
        ("418 Alder Court,\n  Pasadena", "418 Alder Court, Pasadena"),
        ("Lot 3;\n\nthe house:\ta cottage", "Lot 3; the house: a cottage"),
        ("Quinta da Fonte,", "Quinta da Fonte"),
        ("", ""),
        (None, ""),
    ],
)
def test_lines_are_written_on_one_line(text: str | None, written: str) -> None:
    assert on_one_line(text) == written


@pytest.mark.parametrize(
    ("value", "written"), [("60", "60"), ("33.3333", "33.3333"), ("34.90", "34.9"), ("5.00", "5"), ("100", "100")]
)
def test_a_percentage_as_stated_keeps_its_places_but_no_zeros(value: str, written: str) -> None:
    assert percentage(Decimal(value)) == written


def test_a_country_stands_in_a_table_without_its_article() -> None:
    assert [place(code) for code in ("PT", "US", "GB")] == ["Portugal", "United States", "United Kingdom"]


@pytest.mark.parametrize(
    ("fraction", "written"), [("0", "0"), ("0.05", "5"), ("0.349", "34.9"), ("0.350001", "35.0001"), ("1", "100")]
)
def test_a_fraction_is_written_as_a_percentage_exactly(fraction: str, written: str) -> None:
    assert percent(Decimal(fraction)) == written


def test_days_within_a_text_are_written_in_words() -> None:
    text = "paid on 2026-09-15, filed by Monday 2027-02-22; account 1234-56-78"

    assert days_in_words("the rate for 2026-06, of section 2056-10") == "the rate for June 2026, of section 2056-10"
    assert days_in_words(text) == "paid on September 15, 2026, filed by Monday, February 22, 2027; account 1234-56-78"


def test_the_lines_of_an_address_stay_lines() -> None:
    assert on_lines("12  Quay Street\n\nPortland, Maine 04101\n") == "12 Quay Street\vPortland, Maine 04101"
