"""Land abroad, held directly or looked through to, against 35 percent of the trust."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assembler.casefile.shape import AssetKind, ResidenceExclusion
from assembler.findings import find
from findings.one_case import BONDS, HOME, one_case
from findings.written_case import CASH, figured, holding, steps, value, values


def test_the_foreign_share_counts_the_home_that_the_threshold_leaves_out() -> None:
    trust = {"assets": (replace(BONDS, value=Decimal(1_300_000)), HOME)}
    case = one_case(trust={**trust, "residence_exclusion": ResidenceExclusion(True, True)})

    assert value(find(case).figures, "foreign real property share") == "35.00"


def test_an_interest_that_may_be_looked_through_is_said_to_be_left_aside() -> None:
    company = replace(BONDS, kind=AssetKind.CLOSELY_HELD)
    figures = find(one_case(trust={"assets": (company,)})).figures

    assert "foreign real property share, held directly" in {one.figure.name for one in figures.figures}


LOOP = """\
trusts:
  - {id: a, assets: [{kind: closely-held-corporation, country: PT, value: 5, entity: alpha, stake: {value: 50}}]}
entities:
  - {id: alpha, kind: corporation, holders: 2, assets: [{value: 5, entity: beta, stake: {value: 100}}]}
  - {id: beta, kind: corporation, holders: 2, assets: [{value: 5, entity: alpha, stake: {value: 100}}]}
"""


def test_a_company_that_owns_the_trusts_own_company_is_a_loop() -> None:
    (problem,) = figured(LOOP).problems

    assert problem.where == "trusts[a].assets"
    assert problem.what == "alpha owns beta owns alpha: an entity owns itself."


def test_an_interest_in_an_entity_that_nobody_described_is_a_problem() -> None:
    text = LOOP[: LOOP.index("entities:")]

    assert [problem.what for problem in figured(text).problems] == ["alpha is not described."]


LAND = "{kind: real-property, country: PT, value: 400000, is_residence: false}"


@pytest.mark.parametrize(
    ("abroad", "share", "verdict"), [("350000", "35.00", "at most"), ("350000.01", "35.01", "more")]
)
def test_exactly_35_percent_passes_at_a_years_end(abroad: str, share: str, verdict: str) -> None:
    found = figured(holding(f", year_ends: [{{ended: 2021-12-31, value: 1000000, foreign_real_property: {abroad}}}]"))

    assert value(found, "foreign real property share at the end of the year") == share
    assert steps(found, "foreign real property share at the end of the year")[-1].startswith(verdict)


def test_an_excused_excess_has_a_year_to_be_cured_and_a_purchase_has_none() -> None:
    year = ", year_ends: [{{ended: 2021-12-31, value: 1000000, foreign_real_property: 400000, causes: [{}]}}]"
    excused, bought = figured(holding(year.format("currency"))), figured(holding(year.format("currency, acquisition")))

    assert value(excused, "last day to cure the excess") == "2022-12-31"
    assert values(bought, "last day to cure the excess") == {}
    assert any("is not excused" in note and "acquisition" in note for note in bought.notes)


INSIDE = "{is_real_property: true, country: PT, value: 2000000}"

LDA = f"entities:\n  - {{id: lda, kind: corporation, holders: 15, assets: [{INSIDE}]}}\n"


@pytest.mark.parametrize(("part", "share"), [("20", "0.00"), ("20.01", "40.02"), ("25", "45.46")])
def test_more_than_a_fifth_of_a_company_is_looked_through(part: str, share: str) -> None:
    interest = f"{{kind: closely-held-corporation, country: PT, value: 500000, entity: lda, stake: {{value: {part}}}}}"
    found = figured(holding("", assets=f"{CASH}, {interest}", rest=LDA))

    assert value(found, "foreign real property share, looked through") == share


def test_the_familys_part_counts_for_the_test_and_not_for_the_share() -> None:
    interest = "{kind: closely-held-corporation, country: PT, value: 200000, entity: lda, stake: {value: 10}}"
    family = LDA.replace("kind: corporation,", "kind: corporation, family: {value: 11}, family_holders: 1,")

    found = figured(holding("", assets=f"{CASH}, {interest}", rest=family))

    assert value(found, "foreign real property share, looked through") == "25.00"


def test_holdings_of_a_year_end_are_looked_through_too() -> None:
    held = "{is_real_property: false, value: 600000}, {entity: lda, value: 500000, stake: {value: 25}}"
    found = figured(holding(f", year_ends: [{{ended: 2021-12-31, holdings: [{held}]}}]", rest=LDA))

    assert value(found, "foreign real property share at the end of the year") == "45.46"


def test_land_held_directly_is_measured_without_any_entity() -> None:
    assert value(figured(holding("", assets=f"{CASH}, {LAND}")), "foreign real property share") == "40.00"


def test_a_share_within_the_limit_has_nothing_to_cure() -> None:
    year = ", year_ends: [{ended: 2021-12-31, value: 1000000, foreign_real_property: 350000, causes: [currency]}]"
    found = figured(holding(year))

    assert values(found, "last day to cure the excess") == {}
    assert found.notes == ()


def test_the_family_counts_as_one_holder_with_the_trust() -> None:
    interest = "{kind: closely-held-corporation, country: PT, value: 500000, entity: lda, stake: {value: 25}}"
    many = LDA.replace("holders: 15", "holders: 16")
    alone = figured(holding("", assets=f"{CASH}, {interest}", rest=many))
    with_family = figured(holding("", assets=f"{CASH}, {interest}", rest=many.replace("16", "16, family_holders: 1")))

    assert value(alone, "foreign real property share, looked through") == "0.00"
    assert value(with_family, "foreign real property share, looked through") == "45.46"


def test_an_interest_nobody_described_is_measured_as_it_is_held() -> None:
    interest = "{kind: partnership, country: PT, value: 400000}"

    assert (
        value(figured(holding("", assets=f"{CASH}, {interest}")), "foreign real property share, held directly")
        == "0.00"
    )
