"""Every blank of an assignment or an annuity is filled with the case's own words, or says what is missing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from assembler.blanks.items import ITEM_LISTS, ITEM_NAMES, fill_item

from assembler.blanks import NAMES, Blanks, OpenPoint
from assembler.casefile import read
from assembler.casefile.shape import Annuity, Assignment, Case, Spouse
from assembler.casefile.shape_annuities import MeasuringLife, Receipt

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def sample(name: str) -> Case:
    case = read(SAMPLES / f"{name}.yaml").case
    assert case is not None
    return case


def item(name: str, identity: str) -> tuple[Case, Assignment | Annuity]:
    case = sample(name)
    items: tuple[Assignment | Annuity, ...] = (*case.assignments, *case.annuities)
    return case, next(one for one in items if one.id == identity)


def filled(name: str, identity: str) -> Blanks:
    return fill_item(*item(name, identity))


@pytest.mark.parametrize(
    ("name", "identity", "blank", "words"),
    [
        ("example-1-transfers", "legacy", "assigned_assets",
         "The right to the pecuniary bequest under Article 4 of the will"),
        ("example-1-transfers", "legacy", "assigned_amount", "$400,000.00"),
        ("example-1-transfers", "legacy", "assigned_amount_words", "Four hundred thousand and 00/100 dollars"),
        ("example-1-transfers", "legacy", "assigned_fraction", "100 percent"),
        ("example-1-transfers", "legacy", "passing_source", "under the decedent’s will"),
        ("example-1-transfers", "legacy", "assignor_name", "Ngọc Ánh Ashgrove"),
        ("example-1-transfers", "legacy", "assignor_capacity", "surviving spouse"),
        ("example-1-transfers", "legacy", "assignee_trust_name", "Ashgrove Qualified Domestic Trust"),
        ("example-1-transfers", "legacy", "assignee_trustee_names", "Philippa Ashgrove-Tran"),
        ("example-1-transfers", "legacy", "assignment_signed", "November 10, 2026"),
        ("example-1-transfers", "legacy", "assignment_deadline", "December 4, 2026"),
        ("example-1-transfers", "house", "transfer_deadline", "December 3, 2026"),
        ("example-1-transfers", "legacy", "conveyance_deadline", "September 29, 2027"),
        ("example-1-transfers", "insurance", "passing_source", "by beneficiary designation"),
        ("example-2-formula", "estate", "formula_amount", "$3,400,000.00"),
        ("example-2-formula", "estate", "formula_share", "54.8388 percent"),
        ("formula-representative", "estate", "formula_amount_words",
         "Two million one hundred fifty thousand and 00/100 dollars"),
        ("formula-representative", "estate", "formula_share", "43 percent"),
        ("example-3-joint-house", "lake-house", "assigned_fraction", "60 percent"),
        ("example-3-joint-house", "lake-house", "included_share", "60 percent"),
        ("example-3-joint-house", "lake-house", "assigned_total", "$300,000.00"),
        ("example-3-joint-house", "lake-house", "conveyance_deadline", "January 18, 2028"),
        ("will-contest", "residue", "protective_assets",
         "Listed shares, custody account 5520 and Store building at 40 River Street, Savannah, Georgia"),
        ("will-contest", "residue", "protective_issue",
         "the amount or nature of the property the surviving spouse is entitled to receive"),
        ("spouse-incompetent", "accounts", "assignor_name", "Rosalind Peralta Kirk"),
        ("spouse-incompetent", "accounts", "assignor_capacity",
         "conservator of Guillermo Vásquez y Peralta, legal representative of the surviving spouse"),
        ("spouse-incompetent", "pension", "signer_name", "Rosalind Peralta Kirk"),
        ("example-4-pension", "pension", "annuity_plan", "Buckeye & Sons Pension Plan"),
        ("example-4-pension", "pension", "annuity_annual_payment", "$72,000"),
        ("example-4-pension", "pension", "annuity_interval", "monthly"),
        ("example-4-pension", "pension", "annuity_rate", "9.0 percent"),
        ("example-4-pension", "pension", "annuity_table", "Table 80CNSMT"),
        ("example-4-pension", "pension", "annuity_adjusted_payment", "$74,923"),
        ("example-4-pension", "pension", "annuity_present_value", "$622,093"),
        ("example-4-pension", "pension", "annuity_quotient", "8.3031"),
        ("example-4-pension", "pension", "annuity_expected_term", "16 years"),
        ("example-4-pension", "pension", "annuity_corpus_amount", "$38,881"),
        ("example-4-pension", "pension", "annuity_corpus_percent", "52"),
        ("example-4-pension", "pension", "annuity_term", "for the life of Sørine Fitz-Hugh"),
        ("two-annuities", "pension", "annuity_term",
         "until the death of the survivor of Fatoumata Diallo and Aminata Armbruster"),
        ("two-annuities", "pension", "annuity_qdot_name", "Armbruster-Diallo Qualified Domestic Trust"),
        ("two-annuities", "pension", "annuity_qdot_tin", "98-7650044"),
        ("two-annuities", "pension", "annuity_qdot_address", "9 Lock Street, Appleton, Wisconsin 54911"),
        ("ira-roll-over", "ira", "annuity_term", "for 10 years"),
        ("ira-roll-over", "ira", "annuity_term_years", "10"),
        ("ira-roll-over", "ira", "annuity_acquired", "April 12, 2004"),
    ],
)  # fmt: skip
def test_a_blank_of_an_item_has_the_words_of_the_case(name: str, identity: str, blank: str, words: str) -> None:
    assert filled(name, identity).values[blank] == words


def test_a_ground_of_doubt_ends_without_its_full_stop() -> None:
    basis = filled("will-contest", "residue").values["protective_basis"]

    assert isinstance(basis, str)
    assert basis.endswith("on the day the will was signed")


def test_the_schedule_of_an_assignment_lists_each_asset_with_the_share_that_goes() -> None:
    rows = filled("spouse-incompetent", "accounts").lists["assigned"]

    assert [(row["number"], row["value"], row["share"], row["included"]) for row in rows] == [
        ("1", "$1,450,000.00", "50 percent", "100 percent"),
        ("2", "$260,000.00", "50 percent", "100 percent"),
    ]


def test_an_assignment_that_lists_no_asset_is_of_the_one_thing_it_describes() -> None:
    (row,) = fill_item(Case(), Assignment(description="A boat", value=Decimal(9))).lists["assigned"]

    assert (row["description"], row["value"]) == ("A boat", "$9.00")


def test_the_arithmetic_of_joint_property_and_of_a_formula_is_shown() -> None:
    included = filled("example-3-joint-house", "lake-house").lists["included_steps"]
    formula = filled("example-2-formula", "estate").lists["formula_steps"]

    assert [row["value"] for row in included][-1] == "0.6"
    assert "3,400,000" in [row["value"] for row in formula]


def test_the_arithmetic_of_example_4_is_shown_step_by_step() -> None:
    rows = filled("example-4-pension", "pension").lists["annuity_steps"]

    assert {"74,923", "622,093", "8.3031", "16", "38,881", "0.52"} <= {row["value"] for row in rows}


@pytest.mark.parametrize(
    ("name", "identity", "received", "corpus", "due"),
    [
        ("example-4-pension", "pension", "March 29, 1996", "$3,120.00", "April 15, 1997"),
        ("ira-roll-over", "ira", "October 28, 2026", "$66,360.00", "December 27, 2026"),
    ],
)
def test_a_payment_has_its_corpus_and_its_day(name: str, identity: str, received: str, corpus: str, due: str) -> None:
    row = filled(name, identity).lists["payments"][0]

    assert (row["received"], row["corpus"], row["due"]) == (received, corpus, due)


def test_what_hardship_relieves_is_not_in_the_corpus_that_is_taxed() -> None:
    first, *_, third = filled("pension-pay", "pension").lists["payments"]

    assert (first["hardship"], third["hardship"]) == ("$0.00", "$500.00")
    assert first["corpus"] != third["corpus"]


@pytest.mark.parametrize("one", [Assignment(id="a"), Annuity(id="a")], ids=["assignment", "annuity"])
def test_an_item_of_which_nothing_is_said_leaves_every_blank_open(one: Assignment | Annuity) -> None:
    said = {"assignor_capacity", "signer_capacity", "assigned_fraction", "included_share", "hardship"}
    blanks = fill_item(Case(), one)
    rows: list[tuple[str, object]] = [pair for found in blanks.lists.values() for row in found for pair in row.items()]
    for name, words in [*blanks.values.items(), *rows]:
        assert words != ""
        assert "None" not in (words.what if isinstance(words, OpenPoint) else str(words))
        if name not in said | {"number", "share", "included"}:
            assert isinstance(words, OpenPoint), name
            assert words.path
            assert not words.what.endswith(".")


def test_every_item_of_every_sample_has_every_blank_of_its_kind() -> None:
    names: set[str] = set()
    for path in SAMPLES.glob("*.yaml"):
        case = read(path).case or Case()
        items: list[Assignment | Annuity] = [*case.assignments, *case.annuities]
        for one in items:
            blanks = fill_item(case, one)
            names |= blanks.values.keys()
            assert {name: frozenset(row) for name, rows in blanks.lists.items() for row in rows}.items() <= (
                ITEM_LISTS.items()
            )
    assert names == ITEM_NAMES


def test_no_blank_of_an_item_is_one_of_a_trust_but_the_year_of_an_annuity_s_own_payments() -> None:
    assert {"tax_year"} == ITEM_NAMES & NAMES


def test_a_return_is_for_the_year_of_the_last_payment_and_lists_those_of_that_year() -> None:
    rows = tuple(Receipt(received=date(year, 12, 31), amount=Decimal(9)) for year in (2026, 2027, 2027, 2029))
    annuity = Annuity(receipts=rows)
    blanks = fill_item(Case(as_of=date(2028, 1, 2), annuities=(annuity,)), annuity)

    assert blanks.values["tax_year"] == "2027"
    assert [row["received"] for row in blanks.lists["year_payments"]] == ["December 31, 2027"] * 2
    assert len(blanks.lists["payments"]) == 4


def test_what_the_tables_do_not_reach_is_an_open_point() -> None:
    case, one = item("example-4-pension", "pension")
    assert isinstance(one, Annuity)
    changing = replace(one, has_scheduled_changes=True)
    blanks = fill_item(replace(case, annuities=(changing,)), changing)

    assert isinstance(blanks.values["annuity_corpus_percent"], OpenPoint)
    assert isinstance(blanks.lists["payments"][0]["corpus"], OpenPoint)


def test_a_spouse_who_died_is_followed_by_the_personal_representative() -> None:
    case, one = item("example-1-transfers", "legacy")
    late = replace(case.spouse, died=date(2026, 11, 1), representative="Björk Ng", representative_title="executor")
    blanks = fill_item(replace(case, spouse=late), one)

    assert blanks.values["assignor_name"] == "Björk Ng"
    assert blanks.values["assignor_capacity"] == "executor of the estate of Ngọc Ánh Ashgrove, the surviving spouse"


def test_the_year_of_a_payment_after_the_spouse_s_death_has_no_day() -> None:
    annuity = Annuity(receipts=(Receipt(received=date(2029, 1, 2)),), measuring_lives=(MeasuringLife(),))
    case = replace(sample("pension-pay"), annuities=(annuity,), spouse=Spouse(died=date(2028, 1, 2)))

    assert isinstance(fill_item(case, annuity).lists["payments"][0]["due"], OpenPoint)
