"""The section 2056A estate tax event by event, among several trusts, and in the spouse's own estate."""

import pytest
from figured import figured, steps, value, values

FINAL = "return: {tax_determined: 2022-01-01}\nestate: {taxable_estate: 11000000}\n"


def trust(*distributions: str, id_: str = "a", more: str = "") -> str:
    return f"  - {{id: {id_}, name: Trust {id_}, distributions: [{', '.join(distributions)}]{more}}}\n"


def paid(day: str, amount: str, kind: str = "principal", more: str = "") -> str:
    return f"{{made: {day}, kind: {kind}, amount: {amount}{more}}}"


def test_each_distribution_is_taxed_after_those_before_it_of_whatever_trust() -> None:
    case = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: true}") + "trusts:\n"
    found = figured(
        case
        + trust(paid("2023-03-01", "100000"))
        + trust(paid("2021-03-01", "500000"), paid("2024-03-01", "100000"), id_="b")
    )

    assert values(found, "section 2056A estate tax") == {
        "Trust b: distribution of 2021-03-01": "0",  # 80,000 of the exclusion of 11,580,000 is left after it
        "Trust a: distribution of 2023-03-01": "8000",
        "Trust b: distribution of 2024-03-01": "40000",
    }


def test_income_and_hardship_and_expenses_are_not_taxed() -> None:
    kinds = [paid("2023-03-01", "100000", kind) for kind in ("income", "hardship", "exempt")]
    found = figured(FINAL + "trusts:\n" + trust(*kinds))

    assert {one.figure.value for one in found.figures if one.figure.name == "taxable distribution"} == {0}
    assert values(found, "section 2056A estate tax") == {}


def test_until_the_estate_tax_is_final_the_tax_is_tentative_and_shown_as_it_will_be() -> None:
    found = figured(FINAL.replace("2022-01-01", "2027-01-01") + "trusts:\n" + trust(paid("2023-03-01", "1000000")))

    assert value(found, "tentative tax") == "400000"
    assert value(found, "section 2056A estate tax") == "168000"
    assert any("tentative, at the highest rate" in note for note in found.notes)


def test_what_was_paid_tentatively_comes_back_and_does_not_raise_the_basis() -> None:
    one = paid("2021-03-01", "1000000", more=", tax_paid: 400000, adjusted_basis: 500000")
    found = figured(FINAL + "trusts:\n" + trust(one))

    assert value(found, "excess of the tentative tax") == "232000"
    assert value(found, "basis") == "584000"  # 500,000 and half of 168,000


def test_tax_paid_out_of_the_trust_is_a_distribution_of_the_next_year() -> None:
    first = paid("2021-03-01", "1000000", more=", tax_from_trust: true")
    found = figured(FINAL + "trusts:\n" + trust(first, paid("2023-03-01", "100000"), paid("2024-05-01", "1")))

    assert value(found, "tax paid out of other assets of the QDOT") == "280000"
    assert value(found, "distribution with its tax") == "1280000"
    before = [step for step in steps(found, "section 2056A estate tax") if step.startswith("Amounts involved in prior")]
    # 168,000 was paid on April 15, 2022; 67,200 and 26,880 on those of 2023 and 2024.
    assert [step.rpartition(" = ")[2] for step in before] == ["1168000", "1362080"]


def test_several_trusts_without_a_filer_pay_the_highest_rate_for_good_and_hardship_too() -> None:
    case = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: false}") + "trusts:\n"
    found = figured(case + trust(paid("2023-03-01", "100", "hardship")) + trust(paid("2023-03-01", "100"), id_="b"))

    assert values(found, "section 2056A estate tax at the highest rate") == {
        "Trust a: distribution of 2023-03-01": "40",
        "Trust b: distribution of 2023-03-01": "40",
    }
    assert not any(one.figure.name.startswith("share of") for one in found.figures)


def test_the_tax_of_a_year_is_shared_among_the_trusts_in_the_ratio_of_their_distributions() -> None:
    case = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: true}") + "trusts:\n"
    found = figured(case + trust(paid("2023-03-01", "600000")) + trust(paid("2023-06-01", "300000"), id_="b"))

    shares = {one.figure.name: str(one.figure.value) for one in found.figures if one.subject == "all QDOTs: 2023"}
    assert shares == {
        "share of the section 2056A estate tax: Trust a": "85333.33",
        "share of the section 2056A estate tax: Trust b": "42666.67",
    }


def test_a_trust_that_ceases_to_qualify_is_taxed_whole_and_not_again_at_the_death() -> None:
    ended = ", disqualification: {ceased: 2023-01-01, value: 1000000}, at_spouse_death: {value: 9000000}"
    found = figured(FINAL + "trusts:\n" + trust(more=ended), AT_DEATH).figures

    assert [(one.subject, one.figure.value) for one in found if one.figure.name == "section 2056A estate tax"] == [
        ("Trust a: disqualification on 2023-01-01", 168000)
    ]


DEAD = "decedent: {died: 2020-02-01, status: citizen-domiciled-us}\nspouse: {is_us_citizen: false, died: 2025-01-01}\n"
AT_DEATH = "format: 1\nas_of: 2026-11-21\n" + DEAD


def test_at_the_death_the_trusts_are_taxed_together_and_share_the_tax() -> None:
    case = FINAL.replace("2022-01-01}", "2022-01-01, has_designated_filer: true}") + "trusts:\n"
    parts = [
        trust(id_=id_, more=f", at_spouse_death: {{value: {value}}}") for id_, value in (("a", 3000000), ("b", 1000000))
    ]
    found = figured(case + "".join(parts), AT_DEATH)

    assert value(found, "section 2056A estate tax") == "1368000"
    assert value(found, "share of the section 2056A estate tax: Trust a") == "1026000"


def test_the_tax_in_life_and_at_death_is_the_first_limitation_of_the_credit() -> None:
    spouse = AT_DEATH.replace("is_us_citizen: false", "is_us_citizen: false, is_resident: true")
    estate = "spouse_estate: {taxable_estate: 20000000}\n"
    one = trust(paid("2021-03-01", "1000000"), more=", at_spouse_death: {value: 3000000}")
    found = figured(FINAL + estate + "trusts:\n" + one, spouse)

    assert values(found, "section 2056A estate tax").popitem()[1] == "1200000"
    first = [step for step in steps(found, "credit for tax on prior transfers") if step.startswith("First limitation")]
    assert first == ["First limitation = 1368000"]
    assert value(found, "credit for tax on prior transfers") == "1200000"


def test_property_that_no_election_reached_has_its_own_credit() -> None:
    spouse = AT_DEATH.replace("is_us_citizen: false", "is_us_citizen: false, is_resident: true")
    case = "return: {tax_determined: 2022-01-01}\nestate: {taxable_estate: 12580000, unelected_property: 1000000}\n"
    found = figured(case + "spouse_estate: {taxable_estate: 20000000}\n", spouse)

    assert values(found, "federal estate tax")["estate of the decedent"] == "400000"
    # 400,000 × 1,000,000 ÷ (12,580,000 − 400,000), below 40 percent of 1,000,000.
    assert value(found, "credit for tax on prior transfers") == "32840.72"


def test_a_nonresidents_estate_has_the_small_credit() -> None:
    head = "format: 1\nas_of: 2026-11-21\ndecedent: {died: 2020-02-01, status: nonresident-noncitizen}\n"
    found = figured("estate: {taxable_estate: 60000}\n", head)

    assert "Unified credit of a nonresident not a citizen = 13000" in steps(found, "federal estate tax")
    assert value(found, "federal estate tax") == "0"


@pytest.mark.parametrize(("tenant", "share"), [("us_citizen: true", None), ("us_citizen: false", "0.75")])
def test_joint_property_is_included_by_what_each_furnished_where_the_survivor_is_no_citizen(
    tenant: str, share: str | None
) -> None:
    head = f"format: 1\nas_of: 2026-11-21\ndecedent: {{died: 2020-02-01}}\nspouse: {{is_{tenant}}}\n"
    found = figured(
        "joint_property:\n  - {id: flat, value: 400000, consideration:"
        " [{by: decedent, amount: 3, furnished: 2001-01-01}, {by: spouse, amount: 1, furnished: 2001-01-01}]}\n",
        head,
    )

    assert values(found, "share included in the gross estate") == ({} if share is None else {"flat": share})


def test_joint_property_of_unknown_origin_is_included_whole() -> None:
    found = figured("joint_property: [{id: flat, value: 400000, consideration: []}]\n")

    assert value(found, "joint property included in the gross estate") == "400000"


def test_a_survivor_naturalized_in_time_takes_half() -> None:
    head = (
        "format: 1\nas_of: 2026-11-21\ndecedent: {died: 2020-02-01}\nreturn: {filed: 2020-11-01}\n"
        "spouse: {is_us_citizen: false, became_citizen: 2020-10-31, resident_throughout: true}\n"
    )
    found = figured("joint_property: [{id: flat, value: 400000, consideration: []}]\n", head)

    assert value(found, "share included in the gross estate") == "0.5"


def test_the_exclusion_of_a_year_falls_on_all_gifts_of_it_ending_a_tenancy_among_them() -> None:
    found = figured(
        "gifts: [{given: 2019-01-05, value: 100000, present_interest: 100000, would_qualify: true}]\n"
        "joint_property:\n  - {id: flat, is_real_property: true, created: 2001-01-01, terminated: 2019-06-01,"
        " proceeds: 400000, decedent_received: 200000, spouse_received: 200000,"
        " consideration: [{by: decedent, amount: 300000, furnished: 2001-01-01}]}\n"
    )

    assert value(found, "gift on ending the tenancy") == "200000"
    assert values(found, "gifts to the spouse included for the year") == {"gifts to the spouse in 2019": "145000"}


def test_two_gifts_to_one_donee_need_their_exclusion_stated() -> None:
    gifts = "{{donee: Zoë, value: 9000{}}}, {{donee: Zoë, value: 9000{}}}"
    two = f"gift_taxes: [{{{{year: 1995, tax_paid: 100, gifts: [{gifts}]}}}}]\n"

    assert figured(two.format("", "")).figures == ()
    assert len(figured(two.format(", exclusion: 9000", ", exclusion: 1000")).figures) == 4


def test_a_pecuniary_assignment_may_fall_short_or_be_met_with_its_share_of_the_gain() -> None:
    found = figured(
        "assignments: [{id: legacy, value: 400000, manner: assigned-pecuniary, conveyed_value: 390000,"
        " available_then: 800000, available_now: 1000000}]\n"
    )

    assert value(found, "shortfall of the pecuniary assignment") == "10000"
    assert value(found, "value to be transferred") == "500000"


def test_of_two_distributions_of_one_day_the_second_counts_the_first() -> None:
    twice = (paid("2023-03-01", "500000"), paid("2023-03-01", "500000"))
    found = figured(FINAL + "trusts:\n" + trust(*twice))

    taxes = [one.figure.value for one in found.figures if one.figure.name == "section 2056A estate tax"]
    assert taxes == [0, 168000]


def test_tax_of_the_last_year_that_is_paid_after_the_death_is_not_counted_before_it() -> None:
    last = paid("2024-03-01", "1000000", more=", tax_from_trust: true")
    found = figured(FINAL + "trusts:\n" + trust(last, more=", at_spouse_death: {value: 100}"), AT_DEATH)

    before = [step for step in steps(found, "section 2056A estate tax") if step.startswith("Amounts involved in prior")]
    assert before == ["Amounts involved in prior taxable events = 1000000"]


@pytest.mark.parametrize(("day", "shown"), [("2026-11-21", {}), ("2026-11-22", {"tentative tax": 1})])
def test_the_tax_is_final_on_the_day_it_is_determined(day: str, shown: dict[str, int]) -> None:
    found = figured(FINAL.replace("2022-01-01", day) + "trusts:\n" + trust(paid("2023-03-01", "1000000")))

    assert len(values(found, "tentative tax")) == shown.get("tentative tax", 0)


def test_a_tenancy_that_ended_in_life_is_no_part_of_the_estate() -> None:
    found = figured("joint_property: [{id: flat, value: 400000, consideration: [], terminated: 2019-01-01}]\n")

    assert found.figures == ()
