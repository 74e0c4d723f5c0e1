"""A base lies under a case: the case's own answer stands, and each answer is found where it is written."""

import pytest

from assembler.casefile import Base, Reading, faults, read, read_row
from assembler.casefile.shape import Case

HEAD = "format: 1\nas_of: 2026-11-21\n"


def on(base: str, case: str) -> Reading:
    return read(case.encode(), "a.yaml", Base("base.yaml", base.encode()))


def merged(base: str, case: str) -> Case:
    found = on(HEAD + base, case)
    assert found.problems == ()
    assert found.case
    return found.case


def test_the_case_answers_and_the_base_answers_the_rest() -> None:
    found = merged("decedent: {name: Ana, domicile: Ohio}\n", "decedent: {name: Eva}\nspouse: {name: Jo}\n")

    assert (found.decedent.name, found.decedent.domicile, found.spouse.name) == ("Eva", "Ohio", "Jo")


def test_a_question_left_open_is_left_to_the_base() -> None:
    found = merged("decedent: {name: Ana}\nspouse: {name: Jo}\n", "decedent: {name: }\nspouse: ~\n")

    assert (found.decedent.name, found.spouse.name) == ("Ana", "Jo")


def test_trusts_with_one_id_are_laid_over_each_other_and_others_stay() -> None:
    base = "trusts: [{id: a, name: A, foreign_law: Ohio}, {id: b, name: B}]\n"
    found = merged(base, "trusts: [{id: c, name: C}, {id: a, name: AA}]\n")

    assert [(one.id, one.name, one.foreign_law) for one in found.trusts] == [
        ("a", "AA", "Ohio"),
        ("b", "B", None),
        ("c", "C", None),
    ]


@pytest.mark.parametrize(("base", "case", "id_"), [("", "", None), ("id: a, ", "", "a"), ("", "id: b, ", "b")])
def test_a_trust_without_an_id_goes_by_its_place(base: str, case: str, id_: str | None) -> None:
    found = merged(f"trusts: [{{{base}name: A, foreign_law: Ohio}}]\n", f"trusts: [{{{case}name: B}}]\n")

    assert [(one.id, one.name, one.foreign_law) for one in found.trusts] == [(id_, "B", "Ohio")]


def test_a_trust_without_an_id_does_not_take_the_place_of_one_that_is_named() -> None:
    found = merged("trusts: [{id: a, foreign_law: Ohio}]\n", "trusts: [{name: N}, {id: a, name: A}]\n")

    assert [(one.id, one.name, one.foreign_law) for one in found.trusts] == [("a", "A", "Ohio"), (None, "N", None)]


def test_trusts_with_different_ids_are_different_trusts() -> None:
    found = merged("trusts: [{id: a, name: A}]\n", "trusts: [{id: b}]\n")

    assert [(one.id, one.name) for one in found.trusts] == [("a", "A"), ("b", None)]


def test_an_id_given_twice_is_told_though_the_base_has_it_too() -> None:
    found = on(HEAD + "trusts: [{id: a}]\n", "trusts: [{id: a}, {id: a}]\n")

    assert [problem.what for problem in found.problems] == ["the id `a` is given twice; the first time on line 1."]


def test_any_other_list_of_the_case_stands_alone() -> None:
    base = "executor: [{name: A, title: T}, {name: B}]\nspouse: {citizenships: [DE, CH]}\ntrusts: [{id: a}]\n"
    found = merged(base, "executor: [{name: C}]\nspouse: {citizenships: [PT]}\ntrusts: []\n")

    assert [(one.name, one.title) for one in found.executor or ()] == [("C", None)]
    assert found.spouse.citizenships == ("PT",)
    assert found.trusts == ()


def test_an_answer_is_found_in_the_file_that_gives_it() -> None:
    found = on(HEAD + "trusts:\n- id: a\n  name: A\nexecutor:\n- name: E\n", "trusts:\n- foreign_law: Ohio\n")

    assert found.where("trusts[a].foreign_law") == "a.yaml:2: trusts[a].foreign_law"
    assert found.where("trusts[a].name") == "base.yaml:5: trusts[a].name"
    assert found.where("as_of") == "base.yaml:2: as_of"
    assert found.where("executor[0].title") == "base.yaml:7: executor[0].title"
    assert found.where("trusts[a].source") == "a.yaml:2: trusts[a].source"


def test_a_row_lies_over_a_base_too() -> None:
    base = Base("base.yaml", (HEAD + "trusts: [{name: A, foreign_law: Ohio}]\n").encode())
    found = read_row({"trusts.1.name": "B"}, 7, "cases.csv", base)

    assert found.problems == ()
    assert found.where("trusts[0].name") == "cases.csv:7: trusts[0].name"
    assert found.where("trusts[0].foreign_law") == "base.yaml:3: trusts[0].foreign_law"


def test_a_base_need_not_answer_anything_and_may_speak_of_trusts_it_lacks() -> None:
    assert faults(Base("base.yaml", b"spouse: {name: Jo}\nassignments: [{trust: qdot}]\n")) == ()


def test_a_mention_of_a_trust_that_nobody_has_is_told_where_it_is_written() -> None:
    found = on(HEAD + "assignments: [{trust: qdot}]\n", "trusts: [{id: a}]\n")

    assert [problem.where for problem in found.problems] == ["base.yaml:3: assignments[0].trust"]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("spouse:\n  nmae: Jo\n", "base.yaml:2: spouse.nmae"),
        ("as_of: soon\n", "base.yaml:1: as_of"),
        ("", "base.yaml:1"),
        ("- a\n", "base.yaml:1"),
        ("a: [\n", "base.yaml:2"),
        ("# \ufffd\nformat: 1\n", "base.yaml:1"),
    ],
)
def test_a_fault_of_the_base_is_told_at_its_own_line(text: str, where: str) -> None:
    assert [problem.where for problem in faults(Base("base.yaml", text.encode()))][:1] == [where]


def test_a_base_that_is_not_text_is_a_fault() -> None:
    assert faults(Base("base.yaml", b"\xff\xfe"))[0].what == "the byte 0xFF is not UTF-8."


@pytest.mark.parametrize(
    "base", [b"\n", b"\xff", b"[", b"a: &b 1\n", b"trusts: {a: 1}\n", b"? [a]\n: 1\n", b"as_of: \xef\xbf\xbd"]
)
def test_a_faulty_base_under_a_case_raises_nothing(base: bytes) -> None:
    found = read(b"trusts: [{id: a}]\nas_of: 2026-01-01\nformat: 1\n", "a.yaml", Base("base.yaml", base))

    assert (found.case is None) == bool(found.problems)
