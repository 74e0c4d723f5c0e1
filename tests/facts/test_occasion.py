from datetime import date

import pytest
from assembler.facts import find
from one_case import fact, one_case, refused

from assembler.casefile import shape

PAY = shape.Annuity(id="pension", undertaking=shape.Undertaking.PAY)
ROLL = shape.Annuity(id="ira", undertaking=shape.Undertaking.ROLL_OVER, trust="share")


def test_a_decedent_without_a_day_of_death_is_living() -> None:
    living = one_case(decedent={"died": None})

    assert fact("planning", living) is True
    assert fact("after_death", living) is False
    assert find(living).needs_qdot.value is True


def test_a_resident_who_is_no_citizen_needs_a_qdot() -> None:
    assert find(one_case(spouse={"is_resident": True})).needs_qdot.value is True


def test_citizenship_not_stated_is_unknown_and_not_refused() -> None:
    facts = find(one_case(spouse={"is_us_citizen": None}))

    assert facts.needs_qdot.value is None
    assert facts.needs_qdot.rests_on == ("spouse.is_us_citizen",)
    assert facts.problems == ()


def test_a_citizen_needs_no_qdot() -> None:
    case = one_case(spouse={"is_us_citizen": True})

    assert find(case).needs_qdot.value is False
    assert refused(case)["spouse.is_us_citizen"].law.startswith("26 USC 2056(d)(1)(A)")


NATURALIZED = {"became_citizen": date(2026, 10, 1), "resident_throughout": True}


def test_a_spouse_naturalized_before_the_return_needs_no_qdot() -> None:
    case = one_case(spouse=NATURALIZED, return_={"filed": date(2026, 7, 1)})

    assert find(case).needs_qdot.value is False
    assert "26 USC 2056(d)(4)" in refused(case)["spouse.became_citizen"].law


@pytest.mark.parametrize(
    ("spouse", "filed", "expected"),
    [
        pytest.param({"became_citizen": date(2026, 11, 11)}, date(2026, 7, 1), True, id="on the day it is due is late"),
        pytest.param({"became_citizen": date(2026, 11, 10)}, date(2026, 7, 1), False, id="the day before is not"),
        pytest.param({"resident_throughout": False}, date(2026, 7, 1), True, id="not resident throughout"),
        pytest.param({"resident_throughout": None}, date(2026, 7, 1), None, id="residence not stated"),
        pytest.param({"became_citizen": date(2026, 12, 1)}, None, None, id="the return not filed"),
    ],
)
def test_naturalization_counts_by_day_and_residence(
    spouse: dict[str, object], filed: date | None, expected: bool | None
) -> None:
    case = one_case(spouse={**NATURALIZED, **spouse}, return_={"filed": filed})

    assert find(case).needs_qdot.value is expected


def test_an_extension_gives_the_spouse_time_to_be_naturalized() -> None:
    case = one_case(
        spouse={**NATURALIZED, "became_citizen": date(2027, 5, 10)}, return_={"extended_to": date(2027, 5, 11)}
    )

    assert find(case).needs_qdot.value is False


def test_agreements_to_pay_alone_need_no_trust_and_are_not_refused() -> None:
    facts = find(one_case(trusts=(), annuities=(PAY,)))

    assert facts.needs_qdot.value is False
    assert "need no trust" in facts.needs_qdot.because
    assert facts.problems == ()


def test_a_roll_over_needs_a_trust() -> None:
    assert "trusts" in refused(one_case(trusts=(), annuities=(PAY, shape.Annuity(undertaking=ROLL.undertaking))))


@pytest.mark.parametrize(("died", "is_refused"), [(date(1988, 11, 10), True), (date(1988, 11, 11), False)])
def test_the_rules_reach_deaths_after_november_10_1988(died: date, is_refused: bool) -> None:
    case = one_case(decedent={"died": died}, trust={"source": shape.Source.SPOUSE_CREATED})

    assert ("decedent.died" in refused(case)) is is_refused
    assert find(case).needs_qdot.value is not is_refused


def test_a_treaty_and_a_qdot_are_not_both_to_be_had() -> None:
    treaty = {"status": shape.Status.NONRESIDENT_NONCITIZEN, "treaty_country": "DE"}
    returned = {"form": shape.ReturnForm.F706_NA, "treaty_benefit_claimed": True}
    case = one_case(decedent=treaty, return_=returned)

    assert find(case).needs_qdot.value is False
    assert refused(case)["return.treaty_benefit_claimed"].what.endswith("as well.")


def test_a_resident_has_no_treaty_to_choose() -> None:
    case = one_case(return_={"treaty_benefit_claimed": True})

    assert "citizen or resident" in refused(case)["return.treaty_benefit_claimed"].what


def test_a_deduction_that_is_not_sought_needs_no_qdot() -> None:
    case = one_case(return_={"deduction_sought": False})

    assert find(case).needs_qdot.value is False
    assert "return.deduction_sought" in refused(case)


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        pytest.param({"as_of": date(2026, 2, 10)}, "as_of", id="papers dated before the death"),
        pytest.param({"spouse": {"died": date(2026, 2, 10)}}, "spouse.died", id="the spouse died first"),
        pytest.param({"spouse": {"became_citizen": date(2026, 2, 11)}}, "spouse.became_citizen", id="citizen at death"),
        pytest.param({"return_": {"extended_to": date(2026, 11, 10)}}, "return.extended_to", id="a short extension"),
        pytest.param({"return_": {"filed": date(2026, 2, 10)}}, "return.filed", id="a return before the death"),
        pytest.param({"return_": {"filed": date(2027, 11, 12)}}, "return.filed", id="more than a year late"),
        pytest.param({"return_": {"form": shape.ReturnForm.F706_NA}}, "return.form", id="706-NA for a citizen"),
        pytest.param(
            {"decedent": {"status": shape.Status.NONRESIDENT_NONCITIZEN}}, "return.form", id="706 for a nonresident"
        ),
        pytest.param(
            {"annuities": (shape.Annuity(id="ira", trust="nil"),)}, "annuities[ira].trust", id="no such trust"
        ),
        pytest.param({"assignments": (shape.Assignment(trust="nil"),)}, "assignments[0].trust", id="none to assign to"),
    ],
)
def test_what_cannot_stand_together_is_refused(changes: dict[str, object], where: str) -> None:
    assert list(refused(one_case(**changes))) == [where]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"as_of": date(2026, 2, 11)}, id="papers dated on the day of death"),
        pytest.param({"return_": {"filed": date(2027, 11, 11)}}, id="exactly one year late"),
        pytest.param({"annuities": (ROLL,)}, id="a roll-over to a trust of the case"),
    ],
)
def test_what_is_just_within_the_law_is_not_refused(changes: dict[str, object]) -> None:
    assert refused(one_case(**changes)) == {}  # type: ignore[arg-type]
