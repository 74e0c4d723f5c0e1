"""The trust agreement and the papers beside it say one thing once, and none says more than is so."""

from pathlib import Path

import pytest
from prescribed import chosen

from assembler.matter import Engine, Matter

SAMPLES = Path(__file__).parents[2] / "samples"


def ids(document: str, *facts: str) -> list[str]:
    return [clause.id for clause in chosen(document, "2026", facts)]


def words(document: str, *facts: str) -> str:
    return " ".join(" ".join(clause.body for clause in chosen(document, "2026", facts)).split())


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        (("relief_of_form_706qdt",), "trustee"),
        (("relief_of_form_706qdt", "several_qdots"), "filer"),
        (("relief_for_conveyance",), "executor"),
        (("relief_for_bond_or_letter", "several_qdots"), "executor"),
    ],
)
def test_the_one_who_files_asks_for_more_time_to_file_and_signs(facts: tuple[str, ...], who: str) -> None:
    found = ids("extension-request", *facts)
    of = {"executor": ("relief-opening", "relief-sign")}.get(who, (f"relief-opening-{who}", f"relief-sign-{who}"))

    signers = [one for one in found if one.startswith("relief-sign")]
    assert (found[0], signers[0]) == of
    assert len([one for one in found if one.startswith("relief-opening")]) == 1
    assert {one.removesuffix("-entity") for one in signers} == {of[1]}


def test_the_election_statement_names_the_form_of_the_instrument_and_no_other(engine: Engine) -> None:
    matter = Matter.open(SAMPLES / "us-branch.yaml", engine)
    (document,) = matter.draft("qdot-election-statement").documents
    assert document.rendered is not None
    text = dict(document.rendered.expected.clauses)["election-marital-passing"]

    assert "2056(b)(7)" in text
    assert not any(other in text for other in ("2056(b)(5)", "2056(b)(8)", "20.2056(c)-2(b)(1)"))


def test_the_election_as_to_gifts_is_made_for_every_qdot() -> None:
    assert "gift-election-qdots" in ids("citizenship-gift-election", "several_qdots")
    assert "gift-election-qdots" not in ids("citizenship-gift-election")


def test_one_arrangement_is_operative_and_its_replacement_is_no_breach() -> None:
    text = words("trust-agreement", "security_in_full", "bond_permitted")

    assert "at any given time one Security Arrangement must be operative" in text
    assert "and only one" not in text
    assert "for filing with the Internal Revenue Service an instrument of security that is in effect" in text


def test_the_agreement_sets_the_days_that_the_assignment_does() -> None:
    text = words("trust-agreement", "funded_by_spouse")

    assert "before the date on which the Estate Tax Return is filed" in text
    assert "must be made on or before that date" in text


@pytest.mark.parametrize("form", ["form_estate_trust", "form_charitable_remainder"])
def test_a_trust_without_the_income_speaks_of_no_right_to_productive_property(form: str) -> None:
    assert "productive" not in words("trust-agreement", form)


def test_a_charitable_remainder_trust_takes_no_addition_and_deals_with_the_spouse_on_no_terms() -> None:
    text = words("trust-agreement", "form_charitable_remainder", "charitable_unitrust")

    assert "shall refuse every addition, from the Spouse or any other person" in text
    assert "100 percent of the value of the Trust" not in text
    assert "shall not lend, sell, exchange, or lease Trust Property to or with the Spouse" in text


def test_who_may_be_a_us_trustee_stands_in_one_place() -> None:
    text = words("trust-agreement", "security_in_full")

    assert text.count("of the Code, in the United States; or 2. a domestic") == 1
    assert text.count("insubstantial") == 1


@pytest.mark.parametrize(
    ("wording", "drawn"),
    [
        ("security_in_full", ["residence-exclusion", "residence-cessation"]),
        ("security_by_reference", ["residence-by-reference"]),
    ],
)
def test_the_residence_and_the_filing_go_by_reference_where_the_arrangements_do(wording: str, drawn: list[str]) -> None:
    found = ids("trust-agreement", wording, "residence_exclusion_possible", "bond_or_letter_permitted")

    assert [one for one in found if one.startswith("residence-")] == drawn
    assert ("security-filing" in found) is (wording == "security_in_full")


@pytest.mark.parametrize(
    ("fact", "topic"), [("security_in_full", "memo-full-form"), ("security_by_reference", "memo-by-reference")]
)
def test_the_memo_says_what_the_form_by_reference_saves_or_leaves_out(fact: str, topic: str) -> None:
    found = ids("drafting-memo", "has_agreement", fact)

    assert [one for one in found if one in ("memo-full-form", "memo-by-reference")] == [topic]


def test_the_decedents_own_land_may_always_come_in() -> None:
    text = words("trust-agreement", "small_limb", "security_in_full")

    assert "This Section does not apply to property that passes to the Trust from the Decedent" in text
