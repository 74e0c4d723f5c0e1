"""The size of a trust, its security, what it holds abroad, and what a residence leaves when it is sold."""

import pytest
from figured import figured, steps, value, values

CASH = "{kind: cash, country: US, value: 600000}"
LAND = "{kind: real-property, country: PT, value: 400000, is_residence: false}"


def trust(answers: str, assets: str = CASH, rest: str = "") -> str:
    exclusion = "" if "residence_exclusion" in answers else ", residence_exclusion: {threshold: false, security: false}"
    return f"trusts:\n  - {{id: a, name: Ó Briain QDOT, assets: [{assets}]{exclusion}{answers}}}\n{rest}"


@pytest.mark.parametrize(
    ("cents", "verdict"), [("00", "not more than $2,000,000"), ("01", "threshold value, more than $2,000,000")]
)
def test_two_million_is_small_and_a_cent_more_is_large(cents: str, verdict: str) -> None:
    found = figured(trust("", assets=f"{{kind: cash, country: US, value: 2000000.{cents}}}"))

    assert verdict in steps(found, "threshold value")[-1]


def test_several_trusts_are_measured_together_and_secured_apart() -> None:
    found = figured(
        "trusts:\n"
        "  - {id: a, assets: [{kind: cash, country: US, value: 1500000}],"
        " residence_exclusion: {threshold: false, security: false}}\n"
        "  - {id: b, assets: [{kind: cash, country: US, value: 700000.01}],"
        " residence_exclusion: {threshold: false, security: false}}\n"
    )

    assert values(found, "threshold value") == {"all QDOTs": "2200000.01"}
    assert values(found, "security amount") == {"a": "975000.00", "b": "455000.01"}


def test_a_living_clients_trust_has_no_threshold_value() -> None:
    planning = "format: 1\nas_of: 2026-11-21\ndecedent: {name: Ana}\nspouse: {is_us_citizen: false}\n"

    assert [one.figure.name for one in figured(trust(""), planning).figures] == ["foreign real property share"]


def test_a_final_value_changes_the_security() -> None:
    found = figured(
        trust(", security: {operative: bond, amount_furnished: 700000}, valuation: {reported: 1200000, final: 1000000}")
    )

    assert value(found, "security amount") == "390000.00"
    assert value(found, "adjusted security amount") == "650000.00"
    assert value(found, "change in security") == "-50000.00"
    assert values(found, "threshold value")["Ó Briain QDOT, as finally determined"] == "1000000"


@pytest.mark.parametrize(
    ("reported", "cause", "part", "deduction"),
    [
        ("600000", "", "50.00", "not decided by the answers"),
        ("600000.01", "", "50.01", None),
        ("600000", ", has_reasonable_cause: false", "50.00", "disallowed"),
        ("600000", ", has_reasonable_cause: true, is_in_good_faith: true", "50.00", "kept"),
    ],
)
def test_half_the_value_is_too_little(reported: str, cause: str, part: str, deduction: str | None) -> None:
    found = figured(
        trust(f", security: {{operative: bond}}, valuation: {{reported: {reported}, final: 1200000{cause}}}")
    )

    assert value(found, "part of the final value that was reported") == part
    said = [step for step in steps(found, "part of the final value that was reported") if "marital" in step]
    assert said == ([f"the marital deduction = {deduction}"] if deduction else [])


@pytest.mark.parametrize(
    ("abroad", "share", "verdict"), [("350000", "35.00", "at most"), ("350000.01", "35.01", "more")]
)
def test_exactly_35_percent_passes_at_a_years_end(abroad: str, share: str, verdict: str) -> None:
    found = figured(trust(f", year_ends: [{{ended: 2021-12-31, value: 1000000, foreign_real_property: {abroad}}}]"))

    assert value(found, "foreign real property share at the end of the year") == share
    assert steps(found, "foreign real property share at the end of the year")[-1].startswith(verdict)


def test_an_excused_excess_has_a_year_to_be_cured_and_a_purchase_has_none() -> None:
    year = ", year_ends: [{{ended: 2021-12-31, value: 1000000, foreign_real_property: 400000, causes: [{}]}}]"
    excused, bought = figured(trust(year.format("currency"))), figured(trust(year.format("currency, acquisition")))

    assert value(excused, "last day to cure the excess") == "2022-12-31"
    assert values(bought, "last day to cure the excess") == {}
    assert any("is not excused" in note and "acquisition" in note for note in bought.notes)


INSIDE = "{is_real_property: true, country: PT, value: 2000000}"
LDA = f"entities:\n  - {{id: lda, kind: corporation, holders: 15, assets: [{INSIDE}]}}\n"


@pytest.mark.parametrize(("part", "share"), [("20", "0.00"), ("20.01", "40.02"), ("25", "45.46")])
def test_more_than_a_fifth_of_a_company_is_looked_through(part: str, share: str) -> None:
    interest = f"{{kind: closely-held-corporation, country: PT, value: 500000, entity: lda, stake: {{value: {part}}}}}"
    found = figured(trust("", assets=f"{CASH}, {interest}", rest=LDA))

    assert value(found, "foreign real property share, looked through") == share


def test_the_familys_part_counts_for_the_test_and_not_for_the_share() -> None:
    interest = "{kind: closely-held-corporation, country: PT, value: 200000, entity: lda, stake: {value: 10}}"
    family = LDA.replace("kind: corporation,", "kind: corporation, family: {value: 11}, family_holders: 1,")

    found = figured(trust("", assets=f"{CASH}, {interest}", rest=family))

    assert value(found, "foreign real property share, looked through") == "25.00"


def test_holdings_of_a_year_end_are_looked_through_too() -> None:
    held = "{is_real_property: false, value: 600000}, {entity: lda, value: 500000, stake: {value: 25}}"
    found = figured(trust(f", year_ends: [{{ended: 2021-12-31, holdings: [{held}]}}]", rest=LDA))

    assert value(found, "foreign real property share at the end of the year") == "45.46"


def test_land_held_directly_is_measured_without_any_entity() -> None:
    assert value(figured(trust("", assets=f"{CASH}, {LAND}")), "foreign real property share") == "40.00"


SALE = (
    ", security: {{amount_furnished: 260000}}, residence_exclusion: {{threshold: false, security: true, sales: [{{"
    "sold: 2023-06-01, contracted: 2023-05-01, amount_realized: 501000, excluded: 500000,"
    " fixing_up: [{{amount: 1000, done: 2023-04-15, paid: 2023-06-30}}], reinvestments: [{}]}}]}}"
)


@pytest.mark.parametrize(
    ("bought", "left", "change"),
    [
        ("{made: 2024-06-01, amount: 500000}", "500000", "65000.00"),
        ("{made: 2024-06-02, amount: 500000}", "0", "390000.00"),
        ("{made: 2024-01-02, amount: 300000}", "300000", "195000.00"),
        ("", "0", "390000.00"),
    ],
)
def test_what_is_put_into_a_new_home_in_twelve_months_keeps_the_exclusion(bought: str, left: str, change: str) -> None:
    home = "{kind: real-property, country: US, value: 500000, is_residence: true}"
    found = figured(trust(SALE.format(bought), assets=f"{home}, {{kind: cash, country: US, value: 500000}}"))

    assert value(found, "adjusted sales price") == "500000"
    assert value(found, "residence exclusion") == left
    assert value(found, "change in security") == change


def test_a_home_that_is_let_loses_the_exclusion() -> None:
    home = "{kind: real-property, country: US, value: 500000, is_residence: true}"
    answers = ", events: {residence_ceased: 2023-06-01}"

    assert value(figured(trust(answers, assets=home)), "residence exclusion") == "0"


def test_a_share_within_the_limit_has_nothing_to_cure() -> None:
    year = ", year_ends: [{ended: 2021-12-31, value: 1000000, foreign_real_property: 350000, causes: [currency]}]"
    found = figured(trust(year))

    assert values(found, "last day to cure the excess") == {}
    assert found.notes == ()


def test_the_family_counts_as_one_holder_with_the_trust() -> None:
    interest = "{kind: closely-held-corporation, country: PT, value: 500000, entity: lda, stake: {value: 25}}"
    many = LDA.replace("holders: 15", "holders: 16")
    alone = figured(trust("", assets=f"{CASH}, {interest}", rest=many))
    with_family = figured(trust("", assets=f"{CASH}, {interest}", rest=many.replace("16", "16, family_holders: 1")))

    assert value(alone, "foreign real property share, looked through") == "0.00"
    assert value(with_family, "foreign real property share, looked through") == "45.46"


def test_a_final_threshold_value_waits_for_the_election() -> None:
    found = figured(trust(", residence_exclusion: {security: false}, valuation: {final: 1000000}"))

    assert list(values(found, "threshold value")) == ["Ó Briain QDOT"]


def test_an_interest_nobody_described_is_measured_as_it_is_held() -> None:
    interest = "{kind: partnership, country: PT, value: 400000}"

    assert (
        value(figured(trust("", assets=f"{CASH}, {interest}")), "foreign real property share, held directly") == "0.00"
    )
