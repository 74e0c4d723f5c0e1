"""Each rule of the lint, on a library that breaks it and on one that does not."""

from pathlib import Path

import pytest
from library_folder import LibraryFolder

from assembler.library.lint import RULES, lint
from assembler.library.lint_references import CITATIONS
from assembler.library.vocabulary import Vocabulary
from assembler.problem import Problem

NAMES = Vocabulary(
    facts=frozenset({"is_large", "planning", "after_death", "bond_permitted"}),
    fields=frozenset({"trust_name", "governing_law"}),
    lists={"individual_us_trustees": frozenset({"name"}), "assets": frozenset({"value"})},
    groups=(("planning", "after_death"),),
    never=(("planning", "is_large"),),
    days=frozenset({"trusts.events.drawn"}),
    pictures=frozenset({"trust_name"}),
)
SIGNED = "kind: signature\neach: {}\n"


@pytest.fixture
def folder(tmp_path: Path) -> LibraryFolder:
    """Give a library in which nothing is wrong."""
    folder = LibraryFolder(tmp_path)
    folder.clause("first", more="discharges: [some-rule]")
    folder.requires("some-rule")
    return folder


def found(folder: LibraryFolder, *clauses: str, more: str = "") -> tuple[Problem, ...]:
    folder.outline("first", *clauses, more=more)
    return lint(folder.read(), NAMES)


def only(problems: tuple[Problem, ...]) -> tuple[str, str]:
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0].where, problems[0].what


def test_a_sound_library_has_nothing_wrong_with_it(folder: LibraryFolder) -> None:
    folder.definition("Trust Property", "means what the trustee holds for the Spouse")
    folder.definition("Spouse")
    words = 'See Section {{ ref("first") }} of {{ ref("article-one") }}: Trust Property.'
    folder.clause("second", words, "when: [is_large]")

    assert found(folder, "second") == ()


def test_what_reading_found_is_part_of_the_lint(folder: LibraryFolder) -> None:
    folder.clause("second", "- a bullet")

    assert "bulleted" in only(found(folder, "second"))[1]


def test_every_rule_is_in_the_table_once_and_says_what_it_requires() -> None:
    assert len(set(RULES)) == len(RULES)
    assert all((rule.__doc__ or "").startswith("Require") for rule in RULES)


def test_a_fact_has_to_exist_and_the_near_one_is_named(folder: LibraryFolder) -> None:
    folder.clause("second", more="when: [not is_lagre]")

    (problem,) = found(folder, "second")

    assert problem.what == "`when` names `is_lagre`, which is not a fact."
    assert problem.fix == "did you mean `is_large`?"


def test_what_a_requirement_is_called_for_by_has_to_exist_too(folder: LibraryFolder) -> None:
    folder.requires("other-rule", "[bond_permited]")
    folder.clause("second", more="discharges: [other-rule]")

    assert only(found(folder, "second"))[0] == "requirement other-rule"


@pytest.mark.parametrize("when", ["[is_large, not is_large]", "[planning, after_death]", "[is_large, planning]"])
def test_a_condition_that_no_case_has_is_found(folder: LibraryFolder, when: str) -> None:
    folder.clause("second", more=f"when: {when}")

    assert "no case can have" in only(found(folder, "second"))[1]


@pytest.mark.parametrize(
    ("citation", "good"),
    [
        ("26 USC 2056A(a)(1)(A)", True),
        ("26 CFR 20.2056A-2(d)(1)(i)(B)(3)", True),
        ("26 CFR 20.2056(b)-5(f)(4)", True),
        ("26 CFR 20.2056A-2(d)(1)(iv)(A)-(G)", True),
        ("26 CFR 301.7701-4(a)", True),
        ("T.D. 10050, 91 FR 42659", True),
        ("Pub. L. 105-34, section 1303", True),
        ("Rev. Rul. 72-333", True),
        ("Uniform Trust Code section 703(a)", True),
        ("drafting practice", True),
        ("section 2056A", False),
        ("26 U.S.C. 2056A", False),
        ("26 CFR § 20.2056A-2", False),
        ("Treas. Reg. 20.2056A-2(c)", False),
        ("26 USC 2056A(a)(1)(A), (B)", False),
    ],
)
def test_a_citation_has_one_form(citation: str, good: bool) -> None:
    assert any(form.fullmatch(citation) for form in CITATIONS) is good


def test_a_clause_without_authority_or_with_it_in_another_form_is_found(folder: LibraryFolder) -> None:
    folder.clause("second", more="authority: []")
    folder.clause("third", more='authority: ["s. 2056A"]')

    assert [p.what for p in found(folder, "second", "third")] == [
        "`authority` is empty.",
        "`s. 2056A` is not in the form of a citation.",
    ]


def test_a_clause_discharges_what_the_catalogue_has(folder: LibraryFolder) -> None:
    folder.clause("second", more="discharges: [some-rul]")

    assert only(found(folder, "second"))[1] == "`some-rul` is not a requirement."


def test_a_requirement_depends_on_what_the_catalogue_has(folder: LibraryFolder) -> None:
    folder.requires("other-rule", more="depends_on: [some-rule, some-rul]")
    folder.clause("second", more="discharges: [other-rule]")

    assert only(found(folder, "second")) == ("requirement other-rule", "`some-rul` is not a requirement.")


def test_a_requirement_without_a_clause_or_probes_is_found(folder: LibraryFolder) -> None:
    folder.requires("other-rule", probes="[]")

    assert [p.what for p in found(folder)] == ["no clause of Agreement discharges it.", "it has no probes."]


def test_a_reference_resolves_in_the_same_outline(folder: LibraryFolder) -> None:
    folder.clause("second", 'Under {{ ref("artcle-one") }}.')

    assert only(found(folder, "second"))[1] == "`artcle-one` does not stand in Agreement."


def test_a_reference_to_what_bears_no_number_is_found(folder: LibraryFolder) -> None:
    folder.definition("Spouse")
    folder.clause("second", 'Under Section {{ ref("def-spouse") }} the Spouse.')

    assert only(found(folder, "second"))[1] == "`def-spouse` has no number: it is a definition."


def test_a_clause_refers_only_to_what_is_in_whenever_it_is(folder: LibraryFolder) -> None:
    folder.clause("bond", more="when: [bond_permitted, is_large]")
    folder.clause("careful", 'Under Section {{ ref("bond") }}.', "when: [is_large, bond_permitted, after_death]")
    folder.clause("careless", 'Under Section {{ ref("bond") }}.', "when: [is_large]")

    where, what = only(found(folder, "bond", "careful", "careless"))

    assert where.startswith("clauses/part/careless.md:")
    assert what == "it refers to `bond`, which may be out: bond_permitted need not hold."


def test_a_picture_is_known_and_stands_in_a_topic(folder: LibraryFolder) -> None:
    folder.clause("shown", "See.\n\n![{{ trust_name }}](trust_name)", "kind: topic")
    folder.clause("unknown", "See.\n\n![{{ governing_law }}](governing_law)", "kind: topic")
    folder.clause("second", "See.\n\n![{{ trust_name }}](trust_name)")
    more = "  - part: group\n    id: topics\n    title: Topics\n    clauses: [shown, unknown]\n"

    assert sorted(p.what for p in found(folder, "second", more=more)) == [
        "`governing_law` is not a picture.",
        "the clause has a picture, and is a section.",
    ]


def test_a_field_is_known_or_a_field_of_the_item_repeated(folder: LibraryFolder) -> None:
    folder.clause("second", "{{ trust_name }} and {{ trust_nam }} and {{ trustee.name }}.")
    folder.clause("sign", "{{ trustee.name }} {{ trustee.adress }}", SIGNED.format("individual_us_trustees"))
    more = "  - part: signatures\n    clauses: [sign]\n"

    assert sorted(p.what for p in found(folder, "second", more=more)) == [
        "`trust_nam` is not a field.",
        "`trustee.adress` is not a field.",
        "`trustee.name` is not a field.",
    ]


def test_a_list_is_known(folder: LibraryFolder) -> None:
    folder.clause("sign", "Words.", SIGNED.format("trustes"))

    assert only(found(folder, more="  - part: signatures\n    clauses: [sign]\n"))[1] == "`trustes` is not a list."


def test_two_editions_of_a_definition_do_not_share_a_day(folder: LibraryFolder) -> None:
    folder.definition("Finally Determined", more="in_force: {from: 1996-08-22, to: 2026-07-09}")
    later = folder.definition("Finally Determined", more="in_force: {from: 2026-07-10}")
    newer = later.with_name("def-finally-determined-later.md")
    later.rename(newer)
    text = newer.read_text().replace("id: def-finally-determined", "id: def-finally-determined-later")
    newer.write_text(text)
    folder.definition("Finally Determined", more="in_force: {from: 1996-08-22, to: 2026-07-09}")
    folder.clause("second", "Until Finally Determined.")

    assert found(folder, "second") == ()

    newer.write_text(text.replace("2026-07-10", "2026-07-09"))

    assert "defines Finally Determined too" in only(found(folder, "second"))[1]


def test_an_id_has_at_most_thirty_four_characters(folder: LibraryFolder) -> None:
    fits, long = "a" * 34, "a" * 35
    folder.clause(fits)
    folder.clause(long)

    assert only(found(folder, fits, long))[1] == "the id has 35 characters."


def test_a_clause_in_no_outline_and_an_entry_without_a_clause_are_found(folder: LibraryFolder) -> None:
    folder.clause("orphan")

    assert [p.what for p in found(folder, "ghost")] == ["`ghost` is not a clause.", "no outline names it."]


def test_a_clause_stands_once(folder: LibraryFolder) -> None:
    assert only(found(folder, "first"))[1] == "`first` stands 2 times."


def test_a_clause_fits_its_part(folder: LibraryFolder) -> None:
    folder.clause("recital", more="kind: recital")

    assert only(found(folder, "recital"))[1] == "a recital does not stand in the part article of Agreement."


def test_a_definition_begins_with_its_term_and_is_used_by_another_clause(folder: LibraryFolder) -> None:
    folder.definition("Trust", "means the trust; the Trust is its own only user")
    path = folder.definition("Bond")
    path.write_text(path.read_text().replace('**"Bond"** means', "A Bond means"))
    folder.clause("second", "The Bonds.")

    assert [p.what for p in found(folder, "second")] == [
        "the words do not begin with the term.",
        "no other clause uses the term Trust.",
    ]


def test_a_short_term_is_not_used_by_standing_inside_a_longer_one(folder: LibraryFolder) -> None:
    folder.definition("Trust")
    folder.definition("Trust Property")
    folder.clause("second", "The Trust Property.")

    assert only(found(folder, "second"))[1] == "no other clause uses the term Trust."


@pytest.mark.parametrize(
    ("words", "phrases"),
    [
        ("The trustee holds the Protected Fund.", ["Protected Fund"]),
        ("Whenever the Protector acts.", ["Protector"]),
        ("Protected Fund first.", ["Fund"]),
        ("On April 15 the Internal Revenue Code and Section 5, of the District of Columbia.", []),
        ("The Letters of Credit, the Letter of Credit's amount; a Letter of Credit.", []),
        ("See section 20.2056A-2 and Form 706.", []),
        ("First sentence. Second sentence: Third; the fourth.", []),
        ("A list:\n\n1. Income; and\n2. other.", []),
        ("the State of New York", ["State of New York"]),
    ],
)
def test_what_is_capitalised_within_a_sentence_is_a_term_or_a_name(
    folder: LibraryFolder, words: str, phrases: list[str]
) -> None:
    folder.definition("Letter of Credit")
    folder.clause("second", words)
    folder.clause("third", "A Letter of Credit.")

    problems = found(folder, "second", "third")

    assert [p.what.removesuffix(" is capitalised and not defined.") for p in problems] == phrases


def test_the_line_of_an_undefined_phrase_is_that_of_the_file(folder: LibraryFolder) -> None:
    path = folder.clause("second", "One line.\nOf two, the Protected Fund.")
    line = path.read_text().split("\n").index("Of two, the Protected Fund.") + 1

    assert only(found(folder, "second"))[0] == f"clauses/part/second.md:{line}"


@pytest.mark.parametrize(
    "words",
    [
        "the trustee and/or the bank",
        "the trustee hereinafter named",
        "said trustee",
        "the trustee shall be responsible to see to it",
        "in the event of a draw",
        "prior to the draw",
        "null and void",
        "provided, however, that it pays",
        "as described above, or otherwise",
        "if she survives",
        "26 CFR 20.2056A-2T",
    ],
)
def test_words_we_do_not_write_are_found(folder: LibraryFolder, words: str) -> None:
    folder.clause("second", f"So it is: {words}.".replace("CFR", "cfr"))

    assert only(found(folder, "second"))[1].startswith("it says")


def test_words_we_do_not_write_are_found_beside_the_clauses_too(folder: LibraryFolder) -> None:
    folder.file("words/legends.yaml", "draft:\n  cover: Draft\nbond:\n  note: [Sent, File it prior to the draw]")

    assert only(found(folder)) == ("clauses/words/legends.yaml:3", 'it says "prior to".')


def test_words_that_only_look_like_those_are_left_alone(folder: LibraryFolder) -> None:
    words = "As the trustee said to the bank, the same amount, over and above it, is theirs; the sheriff's; a priority."
    folder.clause("second", words)

    assert found(folder, "second") == ()


def test_a_document_follows_and_precedes_only_questions_that_a_date_answers(folder: LibraryFolder) -> None:
    where, what = only(found(folder, more="follows: [trusts.events.drawn]\nprecedes: [trusts.events.drwan]"))

    assert (where, what) == ("outline agreement", "`trusts.events.drwan` is not a question that a date answers.")
