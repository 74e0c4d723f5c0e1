"""Coverage: which clause discharges what, and the case in which none does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_shelf import Shelf

from assembler.library.body import holds, searchable
from assembler.library.coverage import Coverage, coverage
from assembler.library.satisfiability import satisfying
from assembler.library.vocabulary import Vocabulary

NAMES = Vocabulary(
    facts=frozenset({"a", "b", "c", "one", "two", "three"}),
    blanks=frozenset(),
    groups=(("one", "two", "three"),),
    never=(("a", "not b"),),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def covered(shelf: Shelf, *clauses: str) -> Coverage:
    shelf.outline(*clauses)
    return coverage(shelf.read(), "agreement", NAMES)


def whats(shelf: Shelf, *clauses: str) -> list[str]:
    return [hole.what for hole in covered(shelf, *clauses).holes]


def test_the_matrix_reads_both_ways(shelf: Shelf) -> None:
    shelf.requires("rule")
    shelf.requires("other")
    shelf.clause("x", more="discharges: [rule, other]")
    shelf.clause("y", more="discharges: [rule]")
    shelf.clause("z")

    found = covered(shelf, "x", "y", "z")

    assert found.by_requirement == {"rule": ("x", "y"), "other": ("x",)}
    assert found.by_clause == {"x": ("rule", "other"), "y": ("rule",), "z": ()}
    assert found.holes == ()


def test_a_requirement_that_no_clause_discharges_is_a_hole_with_its_law(shelf: Shelf) -> None:
    shelf.requires("rule")

    (hole,) = covered(shelf).holes

    assert (hole.where, hole.what) == ("requirement rule", "no clause that discharges it is in.")
    assert hole.law == "26 CFR 20.2056A-2(c)"


def test_a_clause_that_is_in_only_sometimes_leaves_a_hole_that_names_the_case(shelf: Shelf) -> None:
    shelf.requires("rule", "[a]")
    shelf.clause("x", more="when: [a, c]\ndischarges: [rule]")

    assert whats(shelf, "x") == ["no clause that discharges it is in when a, not c."]


def test_a_clause_whose_facts_the_requirement_calls_for_is_always_in(shelf: Shelf) -> None:
    shelf.requires("rule", "[a, c]")
    shelf.clause("x", more="when: [a]\ndischarges: [rule]")

    assert whats(shelf, "x") == []


def test_what_follows_from_a_fact_is_as_good_as_the_fact(shelf: Shelf) -> None:
    shelf.requires("rule", "[a]")
    shelf.clause("x", more="when: [b]\ndischarges: [rule]")

    assert whats(shelf, "x") == []


def test_variants_of_a_group_discharge_together_and_not_without_one_of_them(shelf: Shelf) -> None:
    shelf.requires("rule")
    for name in ("one", "two", "three"):
        shelf.clause(f"by-{name}", more=f"when: [{name}]\ndischarges: [rule]")

    assert whats(shelf, "by-one", "by-two", "by-three") == []
    assert whats(shelf, "by-one", "by-three") == ["no clause that discharges it is in when not one, not three."]


def test_a_clause_and_the_one_for_its_opposite_discharge_together(shelf: Shelf) -> None:
    shelf.requires("rule")
    shelf.clause("yes", more="when: [c]\ndischarges: [rule]")
    shelf.clause("no", more="when: [not c]\ndischarges: [rule]")

    assert whats(shelf, "yes", "no") == []


def test_a_probe_has_to_be_found_in_every_case_that_calls_for_the_requirement(shelf: Shelf) -> None:
    shelf.requires("rule", probes='["65 percent", "furnish | deliver"]')
    shelf.clause("yes", "Shall furnish 65\npercent.", "when: [c]\ndischarges: [rule]")
    shelf.clause("no", "Shall deliver 60 percent.", "when: [not c]\ndischarges: [rule]")

    assert whats(shelf, "yes", "no") == ['nothing that discharges it says "65 percent" when not c.']


def test_a_probe_may_stand_in_any_of_the_clauses_that_discharge_together(shelf: Shelf) -> None:
    shelf.requires("rule", probes="[furnish, 65 percent]")
    shelf.clause("duty", "Shall furnish it.", "discharges: [rule]")
    shelf.clause("amount", "It is 65 percent.", "discharges: [rule]")

    assert whats(shelf, "duty", "amount") == []


def test_a_probe_in_words_that_do_not_discharge_is_not_found(shelf: Shelf) -> None:
    shelf.requires("rule", probes="[65 percent]")
    shelf.clause("duty", "Shall furnish it.", "discharges: [rule]")
    shelf.clause("amount", "It is 65 percent.")

    assert whats(shelf, "duty", "amount") == ['nothing that discharges it says "65 percent".']


def test_a_definition_counts_where_a_clause_that_uses_its_term_is_in(shelf: Shelf) -> None:
    shelf.requires("rule", "[a]", "[thing]")
    shelf.definition("Bond", more="discharges: [rule]")
    shelf.clause("user", "A Bond.", "when: [a]")

    assert whats(shelf, "user") == []

    shelf.clause("user", "A Bond.", "when: [c]")

    assert whats(shelf, "user") == ["no clause that discharges it is in when a."]


def test_a_definition_used_only_by_a_definition_that_is_used_counts(shelf: Shelf) -> None:
    shelf.requires("rule", probes="[thing]")
    shelf.definition("Surety", more="discharges: [rule]")
    shelf.definition("Bond", "means a bond of a Surety")
    shelf.clause("user", "A Bond.")

    assert whats(shelf, "user") == []


def test_an_edition_that_ends_without_a_next_one_leaves_a_hole_from_that_day(shelf: Shelf) -> None:
    shelf.requires("rule")
    shelf.clause("old", more="in_force: {from: 1996-08-22, to: 2026-07-09}\ndischarges: [rule]")
    shelf.clause("new", more="in_force: {from: 2026-07-10}\ndischarges: [rule]")

    assert whats(shelf, "old", "new") == []

    shelf.clause("new", more="in_force: {from: 2026-07-11}\ndischarges: [rule]")

    assert whats(shelf, "old", "new") == ["no clause that discharges it is in on 2026-07-10."]


def test_a_firm_that_replaces_a_clause_with_one_that_discharges_nothing_makes_a_hole(
    shelf: Shelf, tmp_path: Path
) -> None:
    shelf.requires("rule")
    shelf.clause("x", more="discharges: [rule]")
    shelf.outline("x")
    firm = Shelf(tmp_path / "firm")
    firm.clause("x")

    assert coverage(shelf.read(), "agreement", NAMES).holes == ()
    assert coverage(shelf.read(firm.root), "agreement", NAMES).holes != ()


def test_text_is_compared_without_case_spacing_marks_or_the_shape_of_an_apostrophe() -> None:
    text = searchable("The **Spouse’s**\n  Estate; {{ trust_name }}.\n1. UNTIL  after April 15")

    assert holds(text, "the spouse's estate")
    assert holds(text, "never | until after April 15")
    assert not holds(text, "trust_name")


@given(
    st.lists(st.lists(st.sampled_from(["p", "q", "r", "not p", "not q", "not r"]), max_size=3).map(tuple), max_size=7),
    st.lists(st.sampled_from(["p", "not q"]), max_size=2, unique=True),
)
def test_a_state_of_the_facts_is_found_exactly_when_there_is_one(
    forbidden: list[tuple[str, ...]], assumed: list[str]
) -> None:
    def true(literal: str, values: dict[str, bool]) -> bool:
        return values[literal.removeprefix("not ")] != literal.startswith("not ")

    every = [{"p": p, "q": q, "r": r} for p in (True, False) for q in (True, False) for r in (True, False)]
    fitting = [
        values
        for values in every
        if all(true(literal, values) for literal in assumed)
        and not any(all(true(literal, values) for literal in each) for each in forbidden)
    ]

    found = satisfying(assumed, forbidden)

    assert (found is None) == (not fitting)
    assert found is None or any(found.items() <= values.items() for values in fitting)


@pytest.mark.parametrize(
    ("probe", "words", "expected"),
    [
        ("10 days", "within 110 days", False),
        ("10 days", "within 10 days.", True),
        ("2,000", "$2,000,000", False),
        ("$2,000,000", "more than $2,000,000, or", True),
        ("(d)(4)", "section 20.2056A-2(d)(4) of", True),
        ("2056A", "section 12056A", False),
        ("bond", "a bondsman", False),
    ],
)
def test_a_probe_is_whole_words_and_whole_numbers(probe: str, words: str, expected: bool) -> None:
    assert holds(searchable(words), probe) is expected
