"""Annuities are valued, and their corpus found, as 26 CFR 20.2056A-4(d), Example 4, works them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assembler.law.actuarial import term_annuity
from assembler.law.annuity import Interval, Terms, Timing, present_value
from assembler.law.annuity_corpus import annuity_figures, expected_term
from assembler.law.figure import OutOfRange

DIED = date(1996, 2, 1)
EXAMPLE = Terms(Decimal(72000), Interval.MONTHLY, born=(date(1936, 2, 1),))
NOW = date(2026, 6, 15)


def test_example_4_prints_the_regulations_own_numbers() -> None:
    found = annuity_figures(EXAMPLE, DIED, rate=Decimal("9.0"))

    assert [(figure.name, str(figure.value), figure.unit) for figure in found.figures] == [
        ("Section 7520 rate", "9.0", "percent"),
        ("Annuity factor", "8.3031", "factor"),
        ("Adjustment factor", "1.0406", "factor"),
        ("Annual payment, adjusted for frequency", "74923", "dollars"),
        ("Present value of the annuity", "622093", "dollars"),
        ("Annuity factor for the expected term", "8.3031", "factor"),
        ("Expected annuity term", "16", "years"),
        ("Corpus amount of the annual payment", "38881", "dollars"),
        ("Corpus portion of each payment", "0.52", "fraction"),
        ("Marital deduction the annuity supports", "622093", "dollars"),
    ]


def test_example_4_shows_its_arithmetic() -> None:
    found = annuity_figures(EXAMPLE, DIED, rate=Decimal("9.0"))
    steps = [f"{step.text} = {step.value}" for figure in found.figures for step in figure.steps]

    for line in (
        "Mortality table = Table 80CNSMT",
        "Remainder factor after one life at 9.0 percent = 0.25272",
        "1 less 0.25272, divided by 0.09 = 8.3031",
        "$72,000 × 1.0406 = 74923",
        "$74,923 × 8.3031 = 622093",
        "$622,093 ÷ $74,923 = 8.3031",
        "Table B, column 1: 15 years at 9.0 percent = 8.0607",
        "Table B, column 1: 16 years at 9.0 percent = 8.3126",
        "8.3031 is less: the longer term is used = 16",
        "$622,093 ÷ 16 = 38881",
        "$38,881 ($38,880.8226 before rounding) ÷ $74,923 = 0.518944",
        "For comparison only, the corpus amount divided by the annual payment before adjustment = 0.540011",
    ):
        assert line in steps


def test_every_figure_and_step_cites_its_paragraph() -> None:
    for figure in annuity_figures(EXAMPLE, DIED, rate=Decimal("9.0")).figures:
        assert figure.law
        assert all(step.law for step in figure.steps)


def test_the_example_of_2009_reaches_a_term_of_19_years_and_a_portion_of_58_percent() -> None:
    found = annuity_figures(replace(EXAMPLE, born=(date(1949, 6, 1),)), date(2009, 6, 1), rate=Decimal("6.0"))

    assert found.factor.value == Decimal("11.0625")
    assert found.adjustment.value == Decimal("1.0272")
    assert (found.present_value.value, found.expected_term.value) == (818160, 19)
    assert (found.corpus_amount.value, found.corpus_portion.value) == (43061, Decimal("0.58"))


def test_a_stated_rate_and_an_unconfirmed_table_are_told() -> None:
    notes = annuity_figures(EXAMPLE, DIED, rate=Decimal("9.0")).unconfirmed

    assert [("as stated" in note, "80CNSMT" in note) for note in notes] == [(True, False), (False, True)]
    for rate in (None, Decimal("5.0")):  # found in the table, or stated as the table has it
        assert annuity_figures(replace(EXAMPLE, born=(date(1960, 1, 1),)), NOW, rate=rate).unconfirmed == ()


def test_the_interest_and_the_choice_of_table_bring_their_own_notes() -> None:
    disputed = present_value(EXAMPLE, date(1991, 12, 5), date(1991, 12, 5)).unconfirmed
    spring = date(2009, 5, 15)
    chosen = present_value(EXAMPLE, spring, spring, table="90CM").unconfirmed
    ordinary = present_value(EXAMPLE, spring, spring).unconfirmed
    term = Terms(Decimal(1), Interval.ANNUAL, Timing.BEGINNING, years=5)

    assert [note.partition(",")[0] for note in disputed] == ["section 7520 rates", "mortality"]
    assert [note.partition(",")[0] for note in chosen] == ["mortality periods"]
    assert ordinary == ()
    assert [
        note.partition(",")[0] for note in present_value(term, DIED, DIED, rate=Decimal("9.4")).unconfirmed[1:]
    ] == ["table j"]


def test_the_rate_and_the_table_are_those_of_the_month_of_death() -> None:
    found = annuity_figures(replace(EXAMPLE, born=(date(1960, 1, 1),)), NOW)

    assert found.rate.value == Decimal("5.0")
    assert found.factor.steps[0].value == "Table 2010CM"


def test_a_term_certain_lasts_its_own_years() -> None:
    terms = Terms(Decimal(10000), Interval.QUARTERLY, years=5)

    value = present_value(terms, date(1996, 2, 1), date(1996, 2, 1), rate=Decimal("9.8"))

    # 26 CFR 20.2031-7(d)(5), Example 4, as in force in 1996, carries cents: 10,000 × 3.8102 × 1.0360 = 39,473.67.
    assert (value.factor.value, value.adjustment.value) == (Decimal("3.8102"), Decimal("1.0360"))
    assert value.present_value.value == 39474
    assert annuity_figures(terms, date(1996, 2, 1), rate=Decimal("9.8")).expected_term.value == 5


def test_a_long_term_at_a_high_rate_is_not_mistaken_for_a_shorter_one_with_the_same_factor() -> None:
    found = annuity_figures(Terms(Decimal(1000), Interval.ANNUAL, years=60), DIED, rate=Decimal("20.0"))

    assert found.expected_term.value == 60


def test_beginning_of_the_period_uses_table_j_for_a_term_and_adds_a_payment_for_a_life() -> None:
    term = Terms(Decimal(12000), Interval.MONTHLY, Timing.BEGINNING, years=10)
    life = Terms(Decimal(12000), Interval.MONTHLY, Timing.BEGINNING, born=(date(1960, 1, 1),))

    at_end = present_value(replace(life, timing=Timing.END), NOW, NOW)
    at_beginning = present_value(life, NOW, NOW)

    assert present_value(term, NOW, NOW).adjustment.steps[0].text.startswith("Table J")
    assert at_beginning.adjustment == at_end.adjustment
    assert at_beginning.exact - at_end.exact == 1000


@pytest.mark.parametrize("interval", list(Interval))
def test_payments_more_frequent_than_annual_are_worth_more(interval: Interval) -> None:
    life = Terms(Decimal(52000), interval, born=(date(1960, 1, 1),))
    annual = present_value(replace(life, interval=Interval.ANNUAL), NOW, NOW).exact

    value = present_value(life, NOW, NOW)

    assert value.exact == annual if interval is Interval.ANNUAL else value.exact > annual


def test_two_lives_are_valued_until_the_survivor_dies() -> None:
    one = Terms(Decimal(72000), born=(date(1960, 1, 1),))
    two = replace(one, born=(date(1960, 1, 1), date(1966, 1, 1)))

    value = present_value(two, NOW, NOW)

    # Born 1960 and 1966: ages 66 and 60 on June 15, 2026, at 5.0 percent, where Table R(2) prints .29663.
    assert [step.value for step in value.factor.steps[1:4]] == [66, 60, Decimal(".29663")]
    assert value.exact > present_value(one, NOW, NOW).exact


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"annual_payment": Decimal(0)}, "0 dollars"),
        ({"annual_payment": Decimal(-1)}, "-1 dollars"),
        ({"born": (), "years": 0}, "1 to 60 years"),
        ({"born": (), "years": 61}, "1 to 60 years"),
        ({"born": ()}, "neither a measuring life nor a term"),
        ({"years": 10}, "both a life and a term"),
        ({"has_scheduled_changes": True}, "scheduled to change"),
        ({"has_terminal_illness": True}, "terminally ill"),
        ({"born": (date(1886, 1, 1),)}, "ends at age 109"),
        ({"born": (date(2027, 1, 1),)}, "after the valuation date"),
        ({"born": (date(1960, 1, 1),) * 3}, "3 lives"),
    ],
)
def test_what_the_standard_factors_do_not_fit_is_a_clear_problem(changed: dict[str, object], what: str) -> None:
    terms = replace(Terms(Decimal(72000), born=(date(1960, 1, 1),)), **changed)  # type: ignore[arg-type]

    with pytest.raises(OutOfRange, match=what) as caught:
        annuity_figures(terms, NOW)
    assert caught.value.fix
    assert caught.value.law


def test_a_death_in_a_month_without_a_rate_needs_one_stated() -> None:
    terms = Terms(Decimal(72000), born=(date(1960, 1, 1),))

    with pytest.raises(OutOfRange, match="2026-12"):
        annuity_figures(terms, date(2026, 12, 1))
    assert annuity_figures(terms, date(2026, 12, 1), rate=Decimal("5.4")).rate.value == Decimal("5.4")


@pytest.mark.parametrize(
    ("quotient", "years"), [("8.0607", 15), ("8.0608", 16), ("8.3126", 16), ("8.3127", 17), ("0.5", 1)]
)
def test_the_expected_term_is_exact_or_the_longer_of_two(quotient: str, years: int) -> None:
    assert expected_term(Decimal("9.0"), Decimal(quotient)) == years


def test_table_b_is_used_to_its_last_year() -> None:
    assert expected_term(Decimal("5.0"), term_annuity(Decimal("5.0"), 60)) == 60
    assert expected_term(Decimal("5.0"), term_annuity(Decimal("5.0"), 59)) == 59


def test_a_quotient_past_sixty_years_is_outside() -> None:
    with pytest.raises(OutOfRange, match="60 years"):
        expected_term(Decimal("0.2"), Decimal(59))


@given(
    st.decimals(1, 10_000_000, places=2),
    st.sampled_from(Interval),
    st.dates(date(1925, 1, 1), date(2000, 1, 1)),
    st.integers(10, 110).map(lambda fifths: Decimal(fifths * 2).scaleb(-1)),
)
def test_a_corpus_portion_lies_between_nothing_and_the_whole(
    payment: Decimal, interval: Interval, born: date, rate: Decimal
) -> None:
    found = annuity_figures(Terms(payment, interval, Timing.END, (born,)), NOW, rate=rate)

    assert isinstance(found.corpus_portion.value, Decimal)
    assert 0 < found.corpus_portion.value <= 1


@given(st.dates(date(1930, 1, 1), date(1980, 1, 1)), st.integers(10, 30))
def test_paying_at_the_beginning_never_lowers_value_or_term(born: date, fifths: int) -> None:
    rate = Decimal(fifths * 2).scaleb(-1)
    ending, beginning = (
        annuity_figures(Terms(Decimal(72000), Interval.MONTHLY, t, (born,)), NOW, rate=rate) for t in Timing
    )

    assert beginning.present_value.value > ending.present_value.value  # type: ignore[operator]
    assert beginning.expected_term.value >= ending.expected_term.value  # type: ignore[operator]


def test_a_young_life_paid_yearly_in_advance_may_outlast_table_b() -> None:
    terms = Terms(Decimal(72000), Interval.ANNUAL, Timing.BEGINNING, (date(2000, 1, 1),))

    with pytest.raises(OutOfRange, match="more than 60 years"):
        annuity_figures(terms, NOW)
