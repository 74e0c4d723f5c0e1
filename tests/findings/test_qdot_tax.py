"""The section 2056A estate tax event by event, and among several trusts."""

import pytest

from findings.taxed_trust import AT_DEATH, FINAL, WITH_FILER, WITHOUT_FILER, paid, trust
from findings.written_case import HEAD, figured, steps, value, values


def test_an_unknown_distribution_leaves_the_computed_tax_out_and_says_what_it_waits_for() -> None:
    case = "return: {tax_determined: 2022-01-01, has_designated_filer: true}\nestate: {taxable_estate: 11000000}\n"
    known = "  - {id: a, distributions: [{made: 2023-01-01, kind: principal, amount: 1000000}]}\n"

    found = figured(case + "trusts:\n" + known + "  - {id: b}\n")

    assert values(found, "section 2056A estate tax") == {}
    assert "the section 2056A estate tax waits for an answer: trusts[b].distributions" in found.notes


def test_several_trusts_need_to_know_of_a_designated_filer() -> None:
    found = figured(
        "trusts:\n  - {id: a, distributions: [{made: 2023-01-01, kind: principal, amount: 9}]}\n  - {id: b}\n"
    )

    assert "the section 2056A estate tax waits for an answer: return.has_designated_filer" in found.notes


def test_a_death_before_the_tax_began_is_told_at_the_event() -> None:
    head = HEAD + "decedent: {died: 1988-11-10, status: citizen-domiciled-us}\n"
    case = "return: {tax_determined: 1990-01-01}\nestate: {taxable_estate: 1000000}\ntrusts:\n"
    found = figured(case + "  - {id: a, distributions: [{made: 1989-05-01, kind: principal, amount: 9}]}\n", head)

    assert [problem.where for problem in found.problems] == ["trusts[a].distributions[0]"]


def test_a_taxable_distribution_says_what_its_tax_waits_for() -> None:
    paid = "trusts: [{id: a, distributions: [{made: 2023-01-01, kind: principal, amount: 9}]}]\n"
    none = "trusts: [{id: a, distributions: [{made: 2023-01-01, kind: income, amount: 9}]}]\n"

    assert "the section 2056A estate tax waits for an answer: estate.taxable_estate" in figured(paid).notes
    assert figured(none).notes == ()
    assert (
        "the section 2056A estate tax waits for an answer: decedent.status"
        in figured(paid, HEAD + "decedent: {died: 2020-02-01}\n").notes
    )


def test_each_distribution_is_taxed_after_those_before_it_of_whatever_trust() -> None:
    case = WITH_FILER + "trusts:\n"
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
    case = WITHOUT_FILER + "trusts:\n"
    found = figured(case + trust(paid("2023-03-01", "100", "hardship")) + trust(paid("2023-03-01", "100"), id_="b"))

    assert values(found, "section 2056A estate tax at the highest rate") == {
        "Trust a: distribution of 2023-03-01": "40",
        "Trust b: distribution of 2023-03-01": "40",
    }
    assert not any(one.figure.name.startswith("share of") for one in found.figures)


def test_the_tax_of_a_year_is_shared_among_the_trusts_in_the_ratio_of_their_distributions() -> None:
    case = WITH_FILER + "trusts:\n"
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


def test_of_two_distributions_of_one_day_the_second_counts_the_first() -> None:
    twice = (paid("2023-03-01", "500000"), paid("2023-03-01", "500000"))
    found = figured(FINAL + "trusts:\n" + trust(*twice))

    taxes = [one.figure.value for one in found.figures if one.figure.name == "section 2056A estate tax"]
    assert taxes == [0, 168000]


@pytest.mark.parametrize(("day", "shown"), [("2026-11-21", {}), ("2026-11-22", {"tentative tax": 1})])
def test_the_tax_is_final_on_the_day_it_is_determined(day: str, shown: dict[str, int]) -> None:
    found = figured(FINAL.replace("2022-01-01", day) + "trusts:\n" + trust(paid("2023-03-01", "1000000")))

    assert len(values(found, "tentative tax")) == shown.get("tentative tax", 0)
