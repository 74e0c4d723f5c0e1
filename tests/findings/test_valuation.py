"""What is missing of one asset is named by its own question; what is known is decided without it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape import Asset, AssetKind, Case, Decedent, Operative, ResidenceExclusion, Security, Trust
from assembler.casefile.shape_values import Reinvestment, ResidenceSale, Valuation
from assembler.findings import Findings, Subject, find
from assembler.findings.foreign_limit import foreign_share
from assembler.findings.residence import excluded
from assembler.findings.residence_sale import exclusion_left
from assembler.findings.security_amount import adjusted_amount, amount_to_secure
from assembler.findings.threshold import threshold_value

HOME = Asset("home", "Home", AssetKind.REAL_PROPERTY, "PT", Decimal(700_000), is_residence=True)
BONDS = Asset("bonds", "Bonds", AssetKind.MARKETABLE, "US", Decimal(1_500_000))
ELECTED = ResidenceExclusion(threshold=True, security=True)
DIED = date(2026, 2, 11)


def found(*trusts: Trust, died: date | None = DIED) -> Findings:
    return find(Case(decedent=Decedent(died=died), trusts=trusts))


def trust(*assets: Asset, elected: ResidenceExclusion = ELECTED, id_: str = "a") -> Trust:
    return Trust(id=id_, assets=assets, residence_exclusion=elected)


def only(one: Trust) -> Subject:
    return found(one).trusts[0]


@pytest.mark.parametrize("answer", ["value", "kind", "country"])
def test_the_foreign_share_names_each_answer_that_it_lacks(answer: str) -> None:
    without: dict[str, Any] = {answer: None}
    share = foreign_share(only(trust(replace(HOME, **without), BONDS)))

    assert (share.value, share.rests_on) == (None, (f"trusts[a].assets[home].{answer}",))


def test_the_foreign_share_is_that_of_the_worksheet_and_speaks_of_the_death() -> None:
    one = only(trust(HOME, BONDS))
    share = foreign_share(one)

    assert share.value is not None
    assert share.day == DIED
    assert not share.value.is_exact()
    shown = [line.figure.value for line in found(trust(HOME, BONDS)).figures.figures if "foreign" in line.figure.name]
    assert shown == [share.value.percent()] == [Decimal("31.82")]


def test_the_threshold_value_names_the_values_that_it_lacks_in_every_trust() -> None:
    trusts = (trust(replace(BONDS, value=None)), trust(HOME, replace(BONDS, value=None), id_="b"))
    value = threshold_value(found(*trusts).whole)

    assert (value.value, value.rests_on) == (None, ("trusts[a].assets[bonds].value", "trusts[b].assets[bonds].value"))


def test_the_threshold_value_names_the_election_and_what_may_be_a_residence() -> None:
    undecided = (replace(HOME, is_residence=None), BONDS)

    def rests_on(one: Trust) -> tuple[str, ...]:
        return threshold_value(found(one).whole).rests_on

    election, residence = "trusts[a].residence_exclusion.threshold", "trusts[a].assets[home].is_residence"
    assert rests_on(trust(HOME, BONDS, elected=ResidenceExclusion())) == (election,)
    assert rests_on(trust(*undecided)) == (residence,)
    assert rests_on(trust(*undecided, elected=ResidenceExclusion())) == (election, residence)


def test_where_no_asset_is_stated_the_value_of_the_first_is_missing() -> None:
    assert threshold_value(found(Trust(id="a")).whole).rests_on == ("trusts[a].assets[0].value",)
    assert threshold_value(found().whole).rests_on == ("trusts[0].assets[0].value",)


def test_the_trusts_share_one_exclusion_in_their_order() -> None:
    trusts = found(trust(replace(HOME, value=Decimal(450_000))), trust(HOME, id_="b"), trust(HOME, id_="c")).trusts

    assert [excluded(one, "security").value for one in trusts] == [450_000, 150_000, 0]


def test_a_later_trust_waits_for_what_an_earlier_one_leaves_out() -> None:
    undecided = replace(HOME, is_residence=None)
    second = found(trust(undecided), trust(HOME, id_="b"), trust(BONDS, id_="c")).trusts

    assert excluded(second[1], "security").rests_on == ("trusts[a].assets[home].is_residence",)
    assert excluded(second[2], "security").value == 0


def test_a_residence_of_no_stated_kind_is_not_taken_for_none() -> None:
    assert excluded(only(trust(replace(HOME, kind=None))), "security").rests_on == ("trusts[a].assets[home].kind",)


def test_the_amount_to_secure_names_everything_that_it_lacks() -> None:
    amount = amount_to_secure(only(trust(replace(HOME, is_residence=None), replace(BONDS, value=None))))

    assert amount.value is None
    assert amount.rests_on == ("trusts[a].assets[home].is_residence", "trusts[a].assets[bonds].value")


def test_the_adjusted_amount_names_what_a_sale_lacks() -> None:
    sale = ResidenceSale(
        sold=date(2027, 5, 3), amount_realized=Decimal(700_000), reinvestments=(Reinvestment(date(2027, 6, 1)),)
    )
    chosen = replace(ELECTED, sales=(sale,))
    at = "trusts[a].residence_exclusion.sales[0]"

    assert exclusion_left(sale, at).rests_on == (f"{at}.excluded", f"{at}.reinvestments[0].amount")
    assert adjusted_amount(only(trust(HOME, BONDS, elected=chosen))).rests_on == (
        f"{at}.excluded",
        f"{at}.reinvestments[0].amount",
    )


def test_a_determined_value_is_not_compared_with_values_that_are_missing() -> None:
    one = replace(
        trust(replace(BONDS, value=None)),
        security=Security(operative=Operative.BOND),
        valuation=Valuation(final=Decimal(3_000_000)),
    )
    fact = only(one).fact("adjusted_by_determination")

    assert (fact.value, fact.rests_on) == (None, ("trusts[a].assets[bonds].value",))


def test_a_size_that_is_unknown_asks_for_the_one_value_that_is_missing() -> None:
    one = only(trust(HOME, replace(BONDS, value=None)))

    assert one.fact("is_large").rests_on == ("trusts[a].assets[bonds].value",)
    assert only(trust(replace(HOME, country=None))).fact("holds_foreign_real_property").rests_on == (
        "trusts[a].assets[home].country",
    )
