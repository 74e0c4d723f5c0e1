"""Clauses are chosen by the facts, by the paper's date and by the terms in use."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from assembler.casefile.shape import Case, Trust
from assembler.findings import Fact, Finding, Kind, Subject
from assembler.library.clause import Clause, InForce, Library, Outline, Part, Requirement
from assembler.selection import Plan, conjunction, holds, select
from assembler.terms import edition, every

TODAY = date(2026, 11, 21)
FIRST = InForce(date(1996, 8, 22), date(2026, 7, 9))
SECOND = InForce(date(2026, 7, 10))


def facts(**values: bool | None) -> Subject:
    """Give a trust of which these facts are found."""

    def found(_: Subject) -> Iterator[tuple[str, Fact]]:
        yield from ((name, Finding(value, f"{name} is so")) for name, value in values.items())

    return Subject(Kind.TRUST, Case(), Trust(id="share"), find=dict.fromkeys(values, found))


def clause(identity: str, body: str = "Words.", *when: str, term: str = "", in_force: InForce = InForce()) -> Clause:  # noqa: B008
    kind = "definition" if term else "section"
    return Clause(
        identity, kind, identity, when, (), (), False, in_force, TODAY, "", term or None, None, None, body, "a.md"
    )


def requirement(identity: str, *called_for: str, document: str = "agreement") -> Requirement:
    return Requirement(identity, "26 CFR 20.2056A-2(c)", "duty", (document,), "Always", called_for, "Words", (), ())


def library(*clauses: Clause, requirements: tuple[Requirement, ...] = ()) -> Library:
    definitions = tuple(c.id for c in clauses if c.kind == "definition")
    named = tuple(c.id for c in clauses if c.kind != "definition")
    parts = (
        Part("article", "article-definitions", "Definitions", definitions, ("opening",)),
        Part("article", "article-one", "One", None, named),
    )
    held = {c.id: c for c in (clause("opening"), *clauses)}
    return Library(held, {"agreement": Outline("agreement", "Agreement", parts)}, {r.id: r for r in requirements})


def plan(held: Library, found: Subject | None = None, day: date = TODAY) -> Plan:
    return select(held, held.outlines["agreement"], replace(found or facts(), case=Case(as_of=day)))


def values(held: Library, found: Subject | None = None, day: date = TODAY) -> Mapping[str, bool | None]:
    return {name: choice.value for name, choice in plan(held, found, day).choices.items() if name != "opening"}


@pytest.mark.parametrize(("one", "two"), list(product((True, False, None), repeat=2)))
def test_a_conjunction_is_kleene_s(one: bool | None, two: bool | None) -> None:
    assert conjunction(("a", "b"), facts(a=one, b=two)) is every((one, two))


def test_of_no_conditions_all_hold() -> None:
    assert conjunction((), facts()) is True


@pytest.mark.parametrize(("value", "opposite"), [(True, False), (False, True), (None, None)])
def test_not_turns_a_fact_and_leaves_the_unknown_unknown(value: bool | None, opposite: bool | None) -> None:
    assert holds("planning", facts(planning=value)) is value
    assert holds("not planning", facts(planning=value)) is opposite


def test_a_fact_that_nobody_found_is_an_error_and_not_no() -> None:
    with pytest.raises(KeyError, match="plannning"):
        conjunction(("plannning",), facts(planning=True))


def test_a_clause_is_in_out_or_undecided_by_its_facts() -> None:
    held = library(
        clause("always"), clause("yes", "W.", "a"), clause("no", "W.", "a", "not a"), clause("un", "W.", "a", "b")
    )

    assert values(held, facts(a=True, b=None)) == {"always": True, "yes": True, "no": False, "un": None}
    assert plan(held, facts(a=True, b=None)).chosen == ("opening", "always", "yes", "un")


def test_one_fact_that_fails_outweighs_one_that_is_unknown() -> None:
    assert values(library(clause("one", "W.", "a", "b")), facts(a=None, b=False)) == {"one": False}


TERMS = (
    clause("def-bank", "means a bank.", term="Bank Trustee"),
    clause("def-trustee", "means one who serves with the Bank Trustee.", term="Trustee"),
    clause("def-bond", "means a paper of the Trustee.", term="Bond"),
    clause("def-idle", "means a thing nobody names.", term="Letter of Credit"),
)


def test_a_definition_is_in_when_its_term_is_used_and_never_else() -> None:
    found = values(library(*TERMS, clause("one", "The Bank Trustee signs.")))

    assert found == {"def-bank": True, "def-bond": False, "def-idle": False, "def-trustee": False, "one": True}


def test_a_definition_brings_in_the_terms_that_it_uses() -> None:
    found = plan(library(*TERMS, clause("one", "A Bond is filed."))).choices

    assert [name for name in found if found[name].value] == ["opening", "def-bank", "def-bond", "def-trustee", "one"]
    assert found["def-bond"].because == "the clause one uses the term Bond"
    assert found["def-trustee"].because == "the definition of Bond uses the term Trustee"
    assert found["def-bank"].because == "the definition of Trustee uses the term Bank Trustee"
    assert found["def-idle"].because == "no clause of the document uses the term Letter of Credit"


def test_a_term_in_the_plural_is_used() -> None:
    assert values(library(*TERMS, clause("one", "Letters of Credit are filed.")))["def-idle"]


def test_a_clause_that_is_out_brings_no_definition_in_and_an_undecided_one_does() -> None:
    held = library(*TERMS, clause("one", "A Letter of Credit is filed.", "a"))

    assert values(held, facts(a=False))["def-idle"] is False
    assert values(held, facts(a=None))["def-idle"] is True


EDITIONS = library(clause("old", in_force=FIRST), clause("new", in_force=SECOND))


@pytest.mark.parametrize(
    ("day", "chosen", "name"),
    [
        pytest.param(date(1996, 8, 21), (), "1996", id="before either"),
        pytest.param(date(1996, 8, 22), ("old",), "1996", id="the first day of the first"),
        pytest.param(date(2026, 7, 9), ("old",), "1996", id="the last day of the first"),
        pytest.param(date(2026, 7, 10), ("new",), "2026", id="the first day of the second"),
        pytest.param(date(2030, 1, 1), ("new",), "2026", id="long after"),
    ],
)
def test_the_paper_s_date_chooses_the_edition(day: date, chosen: tuple[str, ...], name: str) -> None:
    assert plan(EDITIONS, day=day).chosen == ("opening", *chosen)
    assert edition(day) == name


def test_a_clause_out_of_force_says_so_whatever_its_facts() -> None:
    held = library(clause("old", "W.", "a", in_force=FIRST), clause("new", "W.", "a", in_force=SECOND))

    late = plan(held, facts(a=True), date(2026, 7, 10)).choices
    early = plan(held, facts(a=True), date(2026, 7, 9)).choices
    assert late["old"].because == "its words are in force from 1996-08-22 to 2026-07-09, and the paper is of 2026-07-10"
    assert early["new"].because == "its words are in force from 2026-07-10, and the paper is of 2026-07-09"


def test_two_editions_of_a_definition_never_stand_together() -> None:
    held = library(
        clause("def-value", "means the old way.", term="Value", in_force=FIRST),
        clause("def-value-new", "means the new way.", term="Value", in_force=SECOND),
        clause("one", "The Value is final."),
    )

    for day, name in ((date(2026, 7, 9), "def-value"), (date(2026, 7, 10), "def-value-new")):
        assert plan(held, day=day).chosen == ("opening", name, "one")


def test_requirements_are_those_of_the_document_that_the_facts_call_for_or_may() -> None:
    asked = (
        requirement("always"),
        requirement("yes", "a"),
        requirement("perhaps", "b"),
        requirement("no", "not a"),
        requirement("other-paper", document="schedule-m"),
        replace(requirement("not-in-facts"), called_for=None),
    )
    found = plan(library(clause("one"), requirements=asked), facts(a=True, b=None))

    assert [r.id for r in found.requirements] == ["always", "yes", "perhaps"]
