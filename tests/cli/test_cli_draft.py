"""`qdot draft`: what it writes, what it says, and how it leaves."""

import json
import zipfile
from pathlib import Path

import pytest
from command_line import ROOT, changed, comments, draft, firm, names, paragraphs, part, qdot, sample

KATZ = ["katz-trust-agreement.docx", "report.json", "report.md"]
LINDSTROM = ["lindstrom-trust-agreement.docx", "report.json", "report.md"]


def test_a_case_becomes_a_checked_document_and_a_report(tmp_path: Path) -> None:
    result = draft(sample("bond"), tmp_path / "new" / "folder")

    out = tmp_path / "new" / "folder"
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"{out / 'katz-trust-agreement.docx'}: checked, 0 open points\n"
    assert names(out) == KATZ


def test_without_a_document_named_every_one_the_case_calls_for_is_drafted(tmp_path: Path) -> None:
    result = qdot("draft", sample("bond"), "-o", tmp_path, "--json")

    files = [document["file"] for document in json.loads(result.stdout)["documents"]]
    assert result.exit_code == 0
    assert names(tmp_path) == sorted([*files, "report.json", "report.md"])
    assert KATZ[0] in files


@pytest.mark.parametrize("command", [["draft", "-o", "out"], ["explain"]])
def test_a_document_that_there_is_not_is_a_wrong_call(command: list[str]) -> None:
    result = qdot(*command[:1], sample("bond"), "writ-of-mandamus", *command[1:])

    assert (result.exit_code, result.stdout) == (2, "")
    assert "there is no document 'writ-of-mandamus'; there are " in result.stderr
    assert "trust-agreement" in result.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param((), id="no case"),
        pytest.param(("case.yaml",), id="no folder"),
        pytest.param(("case.yaml", "-o", "out", "--notes", "some"), id="unknown notes"),
        pytest.param(("case.yaml", "-o", "out", "--firm", "nowhere"), id="no such firm"),
        pytest.param(("case.yaml", "-o", "out", "--finale"), id="unknown option"),
    ],
)
def test_a_wrong_call_exits_2_with_the_usage(arguments: tuple[str, ...]) -> None:
    result = qdot("draft", *arguments)

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: qdot draft")


def test_the_report_is_the_same_in_the_file_and_on_standard_output(tmp_path: Path) -> None:
    result = draft(sample("bond"), tmp_path, "--json")

    answer = json.loads(result.stdout)
    (document,) = answer["documents"]
    assert answer == json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert (document["file"], document["checked"], document["open_points"]) == (KATZ[0], True, [])
    assert document["edition"] == "2026"
    assert {clause["state"] for clause in document["clauses"]} == {"in", "out"}
    assert answer["problems"] == answer["overrides"] == []


def test_the_report_can_be_read(tmp_path: Path) -> None:
    draft(sample("incomplete"), tmp_path)

    report = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert "## lindstrom-trust-agreement.docx" in report
    assert "\n1. the name of the trust (Cover; client)\n" in report
    assert "| Right to withhold | in | every document of this kind has it |" in report
    assert report.endswith("## Problems\n\nNone.\n")


def test_what_stands_is_not_overwritten_without_force(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path)
    (tmp_path / KATZ[0]).write_bytes(b"an attorney's work")
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}

    again = draft(sample("bond"), tmp_path, "--notes", "none")

    assert (again.exit_code, again.stdout) == (1, "")
    assert again.stderr.splitlines()[:2] == [
        f"{tmp_path / KATZ[0]}: it was changed since it was drafted.",
        "  fix: move it away, or say --force to write over it.",
    ]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert draft(sample("bond"), tmp_path, "--notes", "none", "--force").exit_code == 0
    assert (tmp_path / KATZ[0]).read_bytes() != before[KATZ[0]]


def test_a_refusal_to_overwrite_is_in_the_json_too(tmp_path: Path) -> None:
    (tmp_path / "report.md").write_text("mine", encoding="utf-8")

    result = draft(sample("bond"), tmp_path, "--json")

    assert [problem["where"] for problem in json.loads(result.stdout)["problems"]] == [str(tmp_path / "report.md")]
    assert names(tmp_path) == ["report.md"]


def test_a_final_paper_is_refused_while_a_point_is_open_and_keeps_no_other_name(tmp_path: Path) -> None:
    final = draft(sample("incomplete"), tmp_path, "--final")

    assert final.exit_code == 1
    assert "Cover: still open: the name of the trust.\n  fix: answer trusts[lindstrom].name (client)." in final.stderr
    assert names(tmp_path) == []


def test_the_same_case_drafts_without_final(tmp_path: Path) -> None:
    draft(sample("incomplete"), tmp_path, "--final")

    assert draft(sample("incomplete"), tmp_path).exit_code == 0
    assert names(tmp_path) == LINDSTROM


def test_a_final_paper_with_nothing_open_bears_no_legend(tmp_path: Path) -> None:
    legend = "for review by an attorney"
    draft(sample("bond"), tmp_path / "draft")

    assert draft(sample("bond"), tmp_path / "final", "--final").exit_code == 0
    assert any(legend in text for text in paragraphs(tmp_path / "draft" / KATZ[0]))
    assert not any(legend in text for text in paragraphs(tmp_path / "final" / KATZ[0]))


def test_notes_are_none_those_the_facts_call_for_or_all(tmp_path: Path) -> None:
    counts = []
    for notes in ("none", "conditional", "all"):
        draft(sample("bond"), tmp_path / notes, "--notes", notes)
        counts.append(comments(tmp_path / notes / KATZ[0]))

    assert counts[0] == 0 < counts[1] < counts[2]


def test_without_notes_there_is_no_part_for_them(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path, "--notes", "none")

    with zipfile.ZipFile(tmp_path / KATZ[0]) as package:
        assert "word/comments.xml" not in package.namelist()
        assert b"comments" not in package.read("[Content_Types].xml")


def test_the_same_case_makes_the_same_bytes(tmp_path: Path) -> None:
    for out in ("one", "two"):
        draft(sample("us-branch"), tmp_path / out)

    one, two = ({path.name: path.read_bytes() for path in (tmp_path / out).iterdir()} for out in ("one", "two"))
    assert one == two


def test_a_firms_words_take_the_place_of_ours_and_are_reported(tmp_path: Path) -> None:
    house = firm(tmp_path, "right-to-withhold")
    clause = house / "clauses" / "right-to-withhold.md"
    ours = "whoever holds the power and whenever the power is exercised."
    text = clause.read_text(encoding="utf-8")
    assert ours in text
    clause.write_text(text.replace(ours, f"{ours}\nOur firm insists on it."), encoding="utf-8")

    result = draft(sample("bond"), tmp_path / "out", "--firm", house)

    line = "firm/clauses/right-to-withhold.md replaces clauses/qdot/right-to-withhold.md"
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, line)
    assert any("Our firm insists on it." in text for text in paragraphs(tmp_path / "out" / KATZ[0]))
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert report["overrides"] == [line]
    assert f"- {line}\n" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_a_firms_template_takes_the_place_of_ours_and_is_reported(tmp_path: Path) -> None:
    house = firm(tmp_path)
    with (
        zipfile.ZipFile(ROOT / "templates" / "house.docx") as ours,
        zipfile.ZipFile(house / "templates" / "house.docx", "w") as theirs,
    ):
        for name in ours.namelist():
            theirs.writestr(name, ours.read(name).replace(b"Drafting cover sheet", b"Before you sign"))

    result = draft(sample("bond"), tmp_path / "out", "--firm", house)

    assert result.stdout.splitlines()[0] == "firm/templates/house.docx replaces templates/house.docx"
    assert "Before you sign" in paragraphs(tmp_path / "out" / KATZ[0])


def test_a_firms_folder_that_changes_nothing_is_reported(tmp_path: Path) -> None:
    house = firm(tmp_path)
    (house / "templates" / "hause.docx").write_bytes(b"")

    unused = draft(sample("bond"), tmp_path / "one", "--firm", house).stdout
    (house / "templates" / "hause.docx").unlink()
    empty = draft(sample("bond"), tmp_path / "two", "--firm", house).stdout

    assert unused.startswith("firm/templates/hause.docx: no document uses a template of this name\n")
    assert empty.startswith(f"{house}: nothing of ours is replaced\n")


def test_a_case_that_calls_for_no_document_is_told_so(tmp_path: Path) -> None:
    case = changed(tmp_path, "incomplete", ("source: lifetime-agreement", "source: article-in-will"))

    result = draft(case, tmp_path / "out")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "is not called for: the trust comes into being as article-in-will" in result.stderr
    assert names(tmp_path / "out") == []


def test_two_trusts_without_an_id_are_refused_by_their_place_and_explained_apart(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    trust = "{source: lifetime-agreement, name: %s}"
    text = f"format: 1\nas_of: 2026-11-16\ntrusts: [{trust % 'Elm'}, {trust % 'Oak'}]\n"
    case.write_text(text, encoding="utf-8")

    result = draft(case, tmp_path / "out")
    explained = qdot("explain", case, "trust-agreement").stdout.splitlines()

    assert (result.exit_code, names(tmp_path / "out")) == (1, [])
    assert [line.split(": the id")[0] for line in result.stderr.splitlines() if "is not answered" in line] == [
        f"{case}:3: trusts[0].id",
        f"{case}:3: trusts[1].id",
    ]
    assert [line.split(":")[0] for line in explained if line.startswith("trust-")] == [
        "trust-1-trust-agreement",
        "trust-2-trust-agreement",
    ]


def test_a_refused_case_is_refused_with_the_law_and_writes_nothing(tmp_path: Path) -> None:
    result = draft(sample("refused-case"), tmp_path / "out")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "refused-case.yaml:29: trusts[widow].trustees: the spouse is the sole trustee.\n  fix: " in result.stderr
    assert "\n  law: 26 USC 2056A(a)(1)(A)\n" in result.stderr
    assert names(tmp_path / "out") == []


def test_the_document_carries_title_author_and_date_of_the_case(tmp_path: Path) -> None:
    draft(sample("bond"), tmp_path)

    said = [element.text for element in part(tmp_path / KATZ[0], "docProps/core.xml")]
    assert "Miriam Amsel" in said
    assert any("Katz Qualified Domestic Trust" in (text or "") for text in said)
    assert any((text or "").startswith("2026-11-16") for text in said)
