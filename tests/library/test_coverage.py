"""Coverage: which clause discharges what, and the case in which none does."""

from pathlib import Path

import pytest
from library_folder import LibraryFolder

from assembler.library.coverage import Coverage, coverage
from assembler.library.vocabulary import Vocabulary

NAMES = Vocabulary(
    facts=frozenset({"a", "b", "c", "one", "two", "three"}),
    fields=frozenset(),
    groups=(("one", "two", "three"),),
    never=(("a", "not b"),),
)


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    return LibraryFolder(tmp_path)


def covered(folder: LibraryFolder, *clauses: str) -> Coverage:
    folder.outline(*clauses)
    return coverage(folder.read(), "agreement", NAMES)


def whats(folder: LibraryFolder, *clauses: str) -> list[str]:
    return [hole.what for hole in covered(folder, *clauses).holes]


def test_the_matrix_reads_both_ways(folder: LibraryFolder) -> None:
    folder.requires("rule")
    folder.requires("other")
    folder.clause("x", more="discharges: [rule, other]")
    folder.clause("y", more="discharges: [rule]")
    folder.clause("z")

    found = covered(folder, "x", "y", "z")

    assert found.by_requirement == {"rule": ("x", "y"), "other": ("x",)}
    assert found.by_clause == {"x": ("rule", "other"), "y": ("rule",), "z": ()}
    assert found.holes == ()


def test_a_requirement_that_no_clause_discharges_is_a_hole_with_its_law(folder: LibraryFolder) -> None:
    folder.requires("rule")

    (hole,) = covered(folder).holes

    assert (hole.where, hole.what) == ("requirement rule", "no clause that discharges it is in.")
    assert hole.law == "26 CFR 20.2056A-2(c)"


def test_a_clause_that_is_in_only_sometimes_leaves_a_hole_that_names_the_case(folder: LibraryFolder) -> None:
    folder.requires("rule", "[a]")
    folder.clause("x", more="when: [a, c]\ndischarges: [rule]")

    assert whats(folder, "x") == ["no clause that discharges it is in when a, not c."]


def test_a_clause_whose_facts_the_requirement_calls_for_is_always_in(folder: LibraryFolder) -> None:
    folder.requires("rule", "[a, c]")
    folder.clause("x", more="when: [a]\ndischarges: [rule]")

    assert whats(folder, "x") == []


def test_what_follows_from_a_fact_is_as_good_as_the_fact(folder: LibraryFolder) -> None:
    folder.requires("rule", "[a]")
    folder.clause("x", more="when: [b]\ndischarges: [rule]")

    assert whats(folder, "x") == []


def test_variants_of_a_group_discharge_together_and_not_without_one_of_them(folder: LibraryFolder) -> None:
    folder.requires("rule")
    for name in ("one", "two", "three"):
        folder.clause(f"by-{name}", more=f"when: [{name}]\ndischarges: [rule]")

    assert whats(folder, "by-one", "by-two", "by-three") == []
    assert whats(folder, "by-one", "by-three") == ["no clause that discharges it is in when not one, not three."]


def test_a_clause_and_the_one_for_its_opposite_discharge_together(folder: LibraryFolder) -> None:
    folder.requires("rule")
    folder.clause("yes", more="when: [c]\ndischarges: [rule]")
    folder.clause("no", more="when: [not c]\ndischarges: [rule]")

    assert whats(folder, "yes", "no") == []


def test_a_probe_has_to_be_found_in_every_case_that_calls_for_the_requirement(folder: LibraryFolder) -> None:
    folder.requires("rule", probes='["65 percent", "furnish | deliver"]')
    folder.clause("yes", "Shall furnish 65\npercent.", "when: [c]\ndischarges: [rule]")
    folder.clause("no", "Shall deliver 60 percent.", "when: [not c]\ndischarges: [rule]")

    assert whats(folder, "yes", "no") == ['nothing that discharges it says "65 percent" when not c.']


def test_a_probe_may_stand_in_any_of_the_clauses_that_discharge_together(folder: LibraryFolder) -> None:
    folder.requires("rule", probes="[furnish, 65 percent]")
    folder.clause("duty", "Shall furnish it.", "discharges: [rule]")
    folder.clause("amount", "It is 65 percent.", "discharges: [rule]")

    assert whats(folder, "duty", "amount") == []


def test_a_probe_in_words_that_do_not_discharge_is_not_found(folder: LibraryFolder) -> None:
    folder.requires("rule", probes="[65 percent]")
    folder.clause("duty", "Shall furnish it.", "discharges: [rule]")
    folder.clause("amount", "It is 65 percent.")

    assert whats(folder, "duty", "amount") == ['nothing that discharges it says "65 percent".']


def test_a_definition_counts_where_a_clause_that_uses_its_term_is_in(folder: LibraryFolder) -> None:
    folder.requires("rule", "[a]", "[thing]")
    folder.definition("Bond", more="discharges: [rule]")
    folder.clause("user", "A Bond.", "when: [a]")

    assert whats(folder, "user") == []

    folder.clause("user", "A Bond.", "when: [c]")

    assert whats(folder, "user") == ["no clause that discharges it is in when a."]


def test_a_definition_used_only_by_a_definition_that_is_used_counts(folder: LibraryFolder) -> None:
    folder.requires("rule", probes="[thing]")
    folder.definition("Surety", more="discharges: [rule]")
    folder.definition("Bond", "means a bond of a Surety")
    folder.clause("user", "A Bond.")

    assert whats(folder, "user") == []


def test_an_edition_that_ends_without_a_next_one_leaves_a_hole_from_that_day(folder: LibraryFolder) -> None:
    folder.requires("rule")
    folder.clause("old", more="in_force: {from: 1996-08-22, to: 2026-07-09}\ndischarges: [rule]")
    folder.clause("new", more="in_force: {from: 2026-07-10}\ndischarges: [rule]")

    assert whats(folder, "old", "new") == []

    folder.clause("new", more="in_force: {from: 2026-07-11}\ndischarges: [rule]")

    assert whats(folder, "old", "new") == ["no clause that discharges it is in on 2026-07-10."]


def test_a_firm_that_replaces_a_clause_with_one_that_discharges_nothing_makes_a_hole(
    folder: LibraryFolder, tmp_path: Path
) -> None:
    folder.requires("rule")
    folder.clause("x", more="discharges: [rule]")
    folder.outline("x")
    firm = LibraryFolder(tmp_path / "firm")
    firm.clause("x")

    assert coverage(folder.read(), "agreement", NAMES).holes == ()
    assert coverage(folder.read(firm.root), "agreement", NAMES).holes != ()
