"""The assignments say their clock, one sentence on value and never two, and nothing of what the spouse owned."""

import pytest
from prescribed import chosen

AMOUNTS = ("assignment-pecuniary", "assignment-formula")
ASSIGNED = ("assignment-specific", *AMOUNTS, "protective-assignment")
SENTENCES = {
    "funding_date_value": "an aggregate fair market value on the date of actual transfer to the QDOT",
    "funding_fairly_representative": "must be fairly representative of appreciation or depreciation",
}
"""The fact on which each sentence stands, and words of it that the other lacks."""

SIGNERS = ("assignor_is_spouse", "assignor_is_representative", "assignor_is_estate")


def words(document: str, *facts: str) -> str:
    return " ".join(" ".join(clause.body for clause in chosen(document, "2026", facts)).split())


@pytest.mark.parametrize("document", [*AMOUNTS, "protective-assignment"])
@pytest.mark.parametrize("funding", SENTENCES)
def test_an_assignment_of_an_amount_has_one_sentence_on_value(document: str, funding: str) -> None:
    text = words(document, "assignor_is_spouse", "assignment_by_amount", funding)

    assert [fact for fact, sentence in SENTENCES.items() if sentence in text] == [funding]


def test_an_assignment_of_assets_has_no_sentence_on_value() -> None:
    text = words("assignment-specific", "assignor_is_spouse", "assignment_fraction")

    assert not any(sentence in text for sentence in SENTENCES.values())


@pytest.mark.parametrize("document", ASSIGNED)
@pytest.mark.parametrize(
    ("administered", "clock"),
    [(("has_administration",), "before the administration of the decedent's estate is completed"),
     ((), "the date that is one year after the due date (including extensions)")],
)  # fmt: skip
def test_an_assignment_states_its_own_clock(document: str, administered: tuple[str, ...], clock: str) -> None:
    text = words(document, "assignor_is_spouse", *administered)

    assert "on or before the date on which the decedent's estate tax return is filed" in text
    assert clock in text


@pytest.mark.parametrize("document", [*ASSIGNED, "transfer-instrument"])
def test_no_paper_is_bound_to_a_day_that_an_extension_moves(document: str) -> None:
    for administered in ((), ("has_administration",)):
        assert "_deadline }}" not in words(document, "assignor_is_spouse", *administered)


@pytest.mark.parametrize("document", ASSIGNED)
def test_an_assignment_is_enforceable_without_a_condition_and_leaves_the_income_to_the_spouse(document: str) -> None:
    text = words(document, "assignor_is_spouse")

    assert "is irrevocable when signed and is enforceable by the trustee under local law. To the extent" in text
    assert "the income from what this assignment reaches belongs to the spouse" in text
    assert "every other receipt of principal, apart and for the trustee" in text


@pytest.mark.parametrize("document", [*ASSIGNED, "transfer-instrument"])
@pytest.mark.parametrize("signer", SIGNERS)
def test_one_assignor_is_named_and_the_same_one_signs(document: str, signer: str) -> None:
    ids = [clause.id for clause in chosen(document, "2026", (signer,))]
    role = signer.removeprefix("assignor_is_")

    assert [one.rsplit("-", 1)[1] for one in ids if "-party-" in one or "-sign-" in one] == [role, role]


@pytest.mark.parametrize("document", ["assignment-specific", *AMOUNTS, "transfer-instrument"])
def test_nothing_the_spouse_owned_and_no_more_than_the_includible_share_passes(document: str) -> None:
    by_amount = ("assignment_by_amount",) if document in AMOUNTS else ()
    text = words(document, "assignor_is_spouse", "assigned_joint_property", *by_amount)
    share = "{{ assigned.included }}" if by_amount else "{{ assigned.share }}"

    assert "No property that the spouse owned at the time of the decedent's death" in text
    assert f"an undivided interest of {share}, and no more" in text


@pytest.mark.parametrize("document", ASSIGNED)
def test_a_paper_by_amount_gives_no_share_of_any_asset_and_says_from_what_it_is_satisfied(document: str) -> None:
    by_amount = words(document, "assignor_is_spouse", "assignment_by_amount")
    by_asset = words(document, "assignor_is_spouse")

    assert "whatever the rest" not in by_amount + by_asset
    if document in (*AMOUNTS, "protective-assignment"):
        assert "No asset and no share of an asset passes by this instrument" in by_amount
        assert "{{ assigned.share }}" not in by_amount
    if document not in AMOUNTS:
        assert "of which {{ assigned_amount }} passes by this instrument" in by_asset
