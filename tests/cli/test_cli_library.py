"""`qdot library`: list, show, lint, coverage; and what becomes of a library with a hole in it."""

import json
import shutil
from pathlib import Path

import pytest
from command_line import ROOT, firm, qdot, sample

from assembler.library.reading import read
from assembler.matter import engine
from assembler.matter.library_checks import unfillable

CLAUSES = ROOT / "clauses"
FILES = sorted(path.relative_to(CLAUSES) for path in CLAUSES.glob("*/*.md"))
APART = 8
"""Every eighth clause is taken out at once, for a library is slow to read."""


def test_every_clause_is_listed_in_the_order_of_the_files() -> None:
    result = qdot("library", "list")

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line.split(":")[0] for line in lines] == [path.stem for path in FILES]
    assert "hardship: Hardship (26 USC 2056A(b)(3)(B); 26 CFR 20.2056A-5(c)(1)" in result.stdout
    assert any(line.startswith("foreign-limit: ") and " when small_limb (" in line for line in lines)


def test_a_list_in_json_has_the_whole_of_every_clause() -> None:
    clauses = json.loads(qdot("library", "list", "--json").stdout)

    assert {clause["id"] for clause in clauses} == {path.stem for path in FILES}
    assert all(clause["body"] and clause["authority"] for clause in clauses)


def test_every_paper_is_listed_with_when_it_is_called_for_who_signs_it_and_when_it_is_due() -> None:
    result = qdot("library", "papers")

    lines = result.stdout.splitlines()
    listed = {line.split(":")[0] for line in lines if not line.startswith(" ")}
    outlines = {path.stem for path in (CLAUSES / "outlines").glob("*.yaml")}
    assert (result.exit_code, result.stderr) == (0, "")
    assert outlines < listed
    assert "trust-amendment" in listed
    start = lines.index("bond: Bond, for each trust")
    assert lines[start + 1 : start + 5] == [
        "    when: The trust has a bond, described in the case or in use. [has_bond]",
        "    signed by: U.S. Trustee as principal, and surety",
        "    due: by the later of the filing and the due date of the return; in the edition of 1996, with the return",
        "    drafted with it: bond-asset-statement, bond-application, security-cover-letter",
    ]


def test_the_papers_in_json_say_of_each_fact_whether_it_has_to_hold() -> None:
    papers = {paper["id"]: paper for paper in json.loads(qdot("library", "papers", "--json").stdout)}

    facts = {fact["fact"]: fact["holds"] for fact in papers["designated-filer"]["when"]}
    assert facts == {"after_death": True, "several_qdots": True, "filer_designated": False}
    assert papers["court-order"]["made_elsewhere"].startswith("The court gives a certified copy")


def test_a_clause_is_shown_whole() -> None:
    result = qdot("library", "show", "right-to-withhold")

    assert result.exit_code == 0
    assert result.stdout.startswith(
        "Right to withhold (section right-to-withhold, qdot/right-to-withhold.md)\nwhen: always\nauthority: 26 USC"
    )
    assert "\ndischarges: us-trustee-withholding\n" in result.stdout
    assert "\nnote: Hardship is exempt from the tax, never from the right to withhold." in result.stdout
    assert "\n\nNo distribution from the Trust, other than a distribution of Income, may be" in result.stdout


def test_a_clause_in_json_says_since_when_it_is_in_force() -> None:
    clause = json.loads(qdot("library", "show", "def-finally-determined-1996", "--json").stdout)

    assert clause["in_force"]["to"] == "2026-07-09"
    assert clause["file"] == "definitions/def-finally-determined-1996.md"


def test_a_requirement_is_shown_with_what_is_easily_got_wrong_and_the_clauses_that_discharge_it() -> None:
    result = qdot("library", "requirement", "security-incorporation-by-reference")

    assert result.exit_code == 0
    assert result.stdout.startswith("id: security-incorporation-by-reference\ncite: 26 CFR 20.2056A-2(d)")
    assert "\nedge cases:\n  - " in result.stdout
    assert "\ndischarged by:\n  - " in result.stdout


def test_a_requirement_in_json_tells_always_from_not_yet_put_into_facts() -> None:
    always = json.loads(qdot("library", "requirement", "us-trustee-required", "--json").stdout)
    not_yet = json.loads(qdot("library", "requirement", "finally-determined", "--json").stdout)

    assert (always["called_for"], not_yet["called_for"]) == ([], None)
    assert "us-trustee-succession" in always["discharged_by"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "nowhere"), "there is no clause 'nowhere'; see `qdot library list`."),
        (("requirement", "nowhere"), "there is no requirement 'nowhere'; see `qdot library coverage`."),
        (("coverage", "writ-of-mandamus"), "there is no document 'writ-of-mandamus'; there are "),
        (("show",), "Missing argument 'ID'."),
        (("burn",), "No such command 'burn'."),
    ],
)
def test_a_thing_that_there_is_not_is_a_wrong_call(arguments: tuple[str, ...], told: str) -> None:
    result = qdot("library", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_our_library_is_clean() -> None:
    result = qdot("library", "lint")

    assert (result.exit_code, result.stdout, result.stderr) == (0, "The library is clean.\n", "")
    assert json.loads(qdot("library", "lint", "--json").stdout) == []


def test_lint_gives_the_same_as_json(tmp_path: Path) -> None:
    clause = firm(tmp_path, "hardship") / "clauses" / "hardship.md"
    clause.write_text(clause.read_text(encoding="utf-8").replace("reviewed: ", "revued: "), encoding="utf-8")

    result = qdot("library", "lint", "--json", "--firm", tmp_path / "firm")

    answer = json.loads(result.stdout)
    assert result.exit_code == 1
    assert answer[0]["where"].startswith("firm/clauses/hardship.md:")
    assert result.stderr.startswith(f"{answer[0]['where']}: {answer[0]['what']}\n  fix: {answer[0]['fix']}\n")


def test_the_coverage_of_the_trust_agreement_has_no_hole_either_way() -> None:
    result = qdot("library", "coverage")

    lines = result.stdout.splitlines()
    assert (result.exit_code, result.stderr) == (0, "")
    assert "us-trustee-withholding: right-to-withhold" in lines
    assert "right-to-withhold -> us-trustee-withholding" in lines
    assert lines[-1].endswith(" requirements, 0 holes.")
    assert "NO CLAUSE" not in result.stdout


def test_the_coverage_in_json_goes_both_ways() -> None:
    answer = json.loads(qdot("library", "coverage", "trust-agreement", "--json").stdout)

    assert answer["by_requirement"]["us-trustee-withholding"] == ["right-to-withhold"]
    assert answer["by_clause"]["right-to-withhold"] == ["us-trustee-withholding"]
    assert answer["holes"] == []


@pytest.fixture(scope="module")
def clauses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of our clauses that a test may take a file from, and put back."""
    return Path(shutil.copytree(CLAUSES, tmp_path_factory.mktemp("library") / "clauses"))


@pytest.mark.parametrize("first", range(APART))
def test_no_clause_can_be_gone_without_being_missed(first: int, clauses: Path) -> None:
    gone = {file: (clauses / file).read_bytes() for file in FILES[first::APART]}
    for file in gone:
        (clauses / file).unlink()

    found = read(clauses)
    stops_every_draft = unfillable(found)

    for file, text in gone.items():
        (clauses / file).write_bytes(text)
        (problem, *_) = [told for told in found.problems if told.what == f"`{file.stem}` is not a clause."]
        assert problem.where.startswith("outline ")  # found.problems keep the coverage from passing
        assert problem in stops_every_draft


def test_a_clause_that_is_gone_makes_the_coverage_the_draft_and_the_check_fail(
    clauses: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    holed = tmp_path / "clauses"
    shutil.copytree(clauses, holed)
    (holed / "qdot" / "right-to-withhold.md").unlink()
    monkeypatch.setattr(engine, "folder", lambda name: tmp_path / name)

    runs = [
        qdot("library", "coverage"),
        qdot("library", "lint"),
        qdot("draft", sample("bond"), "-o", tmp_path / "out"),
        qdot("check", sample("bond")),
        qdot("explain", sample("bond")),
    ]

    assert [run.exit_code for run in runs] == [1] * len(runs)
    assert all("outline trust-agreement: `right-to-withhold` is not a clause." in run.stderr for run in runs)
    assert "us-trustee-withholding: NO CLAUSE" in runs[0].stdout
    assert not (tmp_path / "out").exists()
