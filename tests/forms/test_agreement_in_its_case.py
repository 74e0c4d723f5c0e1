"""The trust agreement speaks of no provision, power, person or property that its case does not have."""

import pytest
from prescribed import chosen

EXECUTOR = ("settled_by_executor", "funded_by_spouse", "form_none_required", "spouse_takes_all_income")
LIFETIME = (
    "settled_by_decedent", "takes_effect_at_death", "funded_by_decedent", "spouse_takes_all_income", "planning",
    "small_limb",
)  # fmt: skip


def words(*facts: str) -> str:
    return " ".join(" ".join(clause.body for clause in chosen("trust-agreement", "2026", facts)).split())


def test_a_trust_that_only_the_spouse_funds_speaks_of_nothing_that_passes_to_it_from_the_decedent() -> None:
    passes = "passes from the Decedent to the Trust"

    assert passes not in words(*EXECUTOR)
    assert words(*EXECUTOR, "funded_by_decedent").count(passes) > 1


def test_the_schedule_does_not_say_that_the_trust_holds_what_is_still_to_be_conveyed() -> None:
    assert "The Trust Property on the date of this Agreement" not in words(*EXECUTOR)
    assert "until property that the Spouse irrevocably assigns is conveyed" in words(*EXECUTOR)
    assert "irrevocably assigns is conveyed" not in words(*LIFETIME)
    assert "passes to the Trust by reason of the Decedent's death" in words(*LIFETIME)


@pytest.mark.parametrize(
    "implied",
    [
        "not subject to a power of appointment",
        "that no power of appointment has disposed of",
        "a power of appointment or withdrawal that this Agreement gives",
        "without exercising any power of appointment",
        "to an appointee",
    ],
)
def test_no_words_imply_a_power_that_the_agreement_does_not_give(implied: str) -> None:
    text = words(*EXECUTOR, "remainder_to_descendants") + words(*LIFETIME, "remainder_to_descendants")

    assert implied not in text
    assert "only if this Agreement gives it to that person in express words" in text


@pytest.mark.parametrize(
    "absent",
    [
        "states conditions on which those Articles take effect",
        "has not taken effect",
        "power of the Settlor to do so",
        "in life and after death",
        "After the Decedent's death",
        "unless this Article states another requirement",
        "The Decedent, the Executor, or the U.S. Trustee may adopt",
    ],
)
def test_a_trust_made_after_the_death_refers_to_nothing_that_was_before_it(absent: str) -> None:
    assert absent not in words(*EXECUTOR, "principal_by_discretion")


def test_a_lifetime_agreement_waits_for_the_conditions_that_its_own_section_states() -> None:
    text = words(*LIFETIME)

    assert 'the conditions in Section {{ ref("operation-at-death") }} are met' in text
    assert "take effect on the date of this Agreement" not in text
    assert "the Spouse has no power to remove a Trustee" in text


def test_security_for_a_large_trust_does_not_turn_on_a_choice_that_only_a_small_one_has() -> None:
    assert "whether or not the Threshold Value exceeds $2,000,000" in words(*EXECUTOR)
    assert "whether or not the Threshold Value exceeds $2,000,000" not in words(*LIFETIME)
    assert 'Section {{ ref("small-trust-choice") }} states what the Trust must meet' in words(*LIFETIME)


def test_one_law_decides_what_is_income() -> None:
    income = next(c.body for c in chosen("trust-agreement", "2026", EXECUTOR) if c.id == "income-and-principal")

    assert "governing_law" not in income
    assert income.count("the law that governs the administration of the Trust") == 3


def test_nobody_is_u_s_trustee_by_eligibility_alone() -> None:
    assert "a Trustee, other than the Spouse, who holds the office of U.S. Trustee and is eligible" in words(*EXECUTOR)


@pytest.mark.parametrize(
    ("facts", "consent"),
    [
        (("security_in_full", "bond_permitted"), "the surety's written consent"),
        (("security_in_full", "letter_permitted"), "the written consent of the issuer, and of any confirming bank"),
        (("security_by_reference",), "the written consent of each surety, issuer, or confirming bank"),
    ],
)
def test_security_follows_a_change_of_u_s_trustee(facts: tuple[str, ...], consent: str) -> None:
    assert consent in words(*facts)
    assert consent not in words(*EXECUTOR)


def test_an_instrument_of_security_is_in_effect_before_it_is_filed() -> None:
    assert "must be in effect from the time when the Trust is first funded" in words(*EXECUTOR)
    assert "for filing with the Internal Revenue Service an instrument of security that is in effect" in words()


def test_a_removal_is_not_held_up_by_a_named_successor_who_is_kin() -> None:
    assert "each person who is related or subordinate to the Spouse" in words(*EXECUTOR)
    assert "and only if the successor is eligible" not in words(*EXECUTOR)


def test_u_s_trustees_who_are_evenly_divided_have_one_who_decides() -> None:
    assert "the one of them who first took office" in words(*EXECUTOR)
