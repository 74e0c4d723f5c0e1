"""Sheets that others made: a mapping of their columns, a workbook to key into, and a check of many cases at once."""

import json
import re
from pathlib import Path

import openpyxl
import pytest
from command_line import ROOT, names, paragraphs, qdot, sample

BATCH = ROOT / "samples" / "batch"
EXPORT, MAP = BATCH / "export.csv", BATCH / "export-map.yaml"
SHEET = "Matter,Client Name,Died\n2026-7,Ann Roe,3/1/2026\n"
WHOLE = 'columns:\n  Matter: matter.number\n  Client Name: decedent.name\n  Died: decedent.died\n'

TWICE = "constants: {decedent.name: Bo}\n", "map.yaml:5: `decedent.name` is answered twice; the first time on line 3."


def mapped(folder: Path, mapping: str, sheet: str = SHEET) -> tuple[list[str], str]:
    """Check a sheet through a mapping; give what is said in problems, and in answers."""
    (folder / "sheet.csv").write_text(sheet, encoding="utf-8")
    (folder / "map.yaml").write_text(mapping, encoding="utf-8")
    result = qdot("check", folder / "sheet.csv", "--map", folder / "map.yaml")
    problems = [line.replace(f"{folder}/", "") for line in result.stderr.splitlines() if line[0] != " "]
    return problems, result.stdout


def test_thirty_families_of_a_practice_system_are_judged_through_a_mapping() -> None:
    result = qdot("check", EXPORT, "--map", MAP)

    lines = result.stdout.splitlines()
    clean = [line for line in lines if re.fullmatch(r"011\d\d-\S+: 0 problems, \d+ open points", line)]
    assert (result.exit_code, len(clean)) == (1, 28)
    assert lines[16] == "01117-Sharpe: 1 problem, 0 open points"
    assert re.fullmatch(r"30 cases, 2 problems, \d+ open points", lines[-1])
    assert result.stderr == (
        f"01117-Sharpe: {EXPORT}:18: spouse.born: there is no day `2/30/1951`.\n"
        "  fix: write the month in words, as March 14, 2026.\n"
        f"01128-Quill: {EXPORT}:29: spouse.citizenships: `Congo` may mean Congo - Kinshasa or Congo - Brazzaville.\n"
        "  fix: write CD or CG.\n"
    )


def test_thirty_families_are_drafted_through_the_same_mapping(tmp_path: Path) -> None:
    call = ("batch", EXPORT, "--map", MAP, "--document", "trust-agreement", "--jobs", "1", "-o", tmp_path)

    result = qdot(*call)

    assert (result.exit_code, result.stderr.count("\n  fix: ")) == (1, 2)
    assert "30 cases: 28 with open points, 2 refused; 28 documents, " in result.stdout
    text = "\n".join(paragraphs(tmp_path / "01103-O-Rourke" / "qdot-trust-agreement.docx"))
    for said in ("Samuel O’Rourke", "Aoife Ní Bhriain", "Commonwealth of Massachusetts", "$346,000.00"):
        assert said in text or said.replace("’", "'") in text, said
    assert "Nothing was drafted" not in qdot(*call, "--resume").stdout


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("", ["map.yaml:1: the mapping is empty."]),
        ("columns:\n", ["map.yaml:1: the mapping maps no column."]),
        ("colums: {}\n" + WHOLE, ["map.yaml:1: `colums` is nothing that a mapping says."]),
        (WHOLE + "  Died: spouse.died\n", ["map.yaml:5: `Died` stands twice; the first time on line 4."]),
        (WHOLE + TWICE[0], [TWICE[1]]),
        (WHOLE.replace("decedent.died", "decedent.dyed"), ["map.yaml:4: `decedent.dyed` is not a question we ask."]),
        (WHOLE.replace("decedent.died", ""), ["map.yaml:4: the column `Died` is mapped to nothing."]),
        (WHOLE.replace("decedent.died", "executor"), ["map.yaml:4: `executor` is a whole list of several questions."]),
        (WHOLE + "ignored: [Died]\n", ["map.yaml:5: `Died` is ignored, and mapped on line 4."]),
        (WHOLE + "dates: us\n", ["map.yaml:5: `us` is no order of dates."]),
        (WHOLE + "constants: {as_of: 3/1/26}\n", ["map.yaml:5: `3/1/26` has a year of two figures."]),
        (WHOLE + "values: {Type: {A: b}}\n", ["map.yaml:5: no line under `columns` maps `Type`."]),
        ("columns: [a, b]\n", ["map.yaml:1: a set of lines is missing here."]),
        ("columns:\n  Matter #: matter.number\n", ["map.yaml:2: a set of lines is missing here."]),
        (
            WHOLE.replace("  Died: decedent.died\n", "  Deid: decedent.died\n"),
            [
                "map.yaml:1: nobody maps the column `Died` of sheet.csv:1.",
                "map.yaml:4: sheet.csv:1 has no column `Deid`.",
            ],
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_mapping_is_told_at_its_line(mapping: str, said: list[str], tmp_path: Path) -> None:
    problems, shown = mapped(tmp_path, mapping)

    assert problems == said
    assert shown.startswith("0 cases, ")


def test_a_date_in_figures_needs_the_mapping_to_say_how_it_begins(tmp_path: Path) -> None:
    told = "2026-7: sheet.csv:2: decedent.died: `3/1/2026` may mean March 1, 2026 or January 3, 2026."
    whole = WHOLE + "constants: {as_of: 2026-11-16, trusts.1.id: t}\n"

    assert mapped(tmp_path, whole)[0] == [told]
    assert mapped(tmp_path, whole + "dates: month-first\n") == ([], mapped(tmp_path, whole + "dates: day-first\n")[1])


def test_a_workbook_is_read_through_a_mapping_as_a_csv_is(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("Matter", "Client Name", "Died"), ("2026-7", "Ann Roe", "3/1/2026")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "sheet.xlsx")
    mapped(tmp_path, WHOLE + "constants: {as_of: 2026-11-16, trusts.1.id: t}\ndates: month-first\n")

    result = qdot("check", tmp_path / "sheet.xlsx", "--map", tmp_path / "map.yaml")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == qdot("check", tmp_path / "sheet.csv", "--map", tmp_path / "map.yaml").stdout


def test_what_people_type_is_understood_in_a_sheet_of_our_own_too(tmp_path: Path) -> None:
    heads = "as_of,spouse.is_us_citizen,spouse.citizenships,trusts.1.id,trusts.1.assets.1.value"
    row = '"November 16, 2026",No,DE; Switzerland,t,"$1,250,000"'
    (tmp_path / "ours.csv").write_text(f"{heads}\n{row}\n", encoding="utf-8")

    assert qdot("check", tmp_path / "ours.csv").exit_code == 0


def test_a_folder_of_cases_is_judged_without_a_draft(tmp_path: Path) -> None:
    for name in ("bond", "incomplete", "refused-case"):
        (tmp_path / f"{name}.yaml").write_bytes(sample(name).read_bytes())

    result = qdot("check", tmp_path)
    values = {one["case"]: one for one in json.loads(qdot("check", tmp_path, "--json").stdout)}

    assert result.exit_code == 1
    assert "bond: 0 problems, 0 open points\n" in result.stdout
    assert (len(values["refused-case"]["problems"]), values["bond"]["open_points"]) == (23, [])
    assert names(tmp_path) == ["bond.yaml", "incomplete.yaml", "refused-case.yaml"]


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the workbook to key cases into."""
    path = tmp_path_factory.mktemp("table") / "sheet.xlsx"
    assert qdot("table", "new", "-o", path).exit_code == 0
    return path


def test_the_workbook_has_titles_lists_to_choose_from_and_examples(workbook: Path) -> None:
    cases = openpyxl.load_workbook(workbook)["cases"]

    headings = [str(cell.value) for cell in cases[1]]
    assert "Citizenship and domicile, in one of four classes.\ndecedent.status" in headings
    offered = {str(rule.sqref).rstrip("0123456789:"): rule.formula1 for rule in cases.data_validations.dataValidation}
    assert '"yes,no"' in offered.values()
    assert any(str(source).startswith("'# choices'!") for source in offered.values())


def test_the_workbook_as_it_is_holds_no_case(workbook: Path) -> None:
    result = qdot("check", workbook)

    assert (result.exit_code, result.stderr.partition("\n")[0]) == (1, f"{workbook}: there is no case in the table.")


def test_the_examples_keyed_into_the_workbook_are_a_case_without_a_problem(workbook: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(workbook)
    for shown in (sheet for sheet in book.worksheets if sheet.title.startswith("# example of ")):
        (sheet,) = (one for one in book.worksheets if one.title == shown.title.removeprefix("# example of "))
        for number, row in enumerate(shown.iter_rows(min_row=2, values_only=True), 2):
            for column, value in enumerate(row, 1):
                sheet.cell(number, column).value = value
    book.save(tmp_path / "keyed.xlsx")

    result = qdot("check", tmp_path / "keyed.xlsx")

    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("Okonkwo-Brandt: 0 problems, ")


def test_the_same_workbook_is_the_same_bytes_and_overwrites_nothing(workbook: Path, tmp_path: Path) -> None:
    qdot("table", "new", "-o", tmp_path / "again.xlsx")

    assert (tmp_path / "again.xlsx").read_bytes() == workbook.read_bytes()
    assert f"{workbook}: the file is there already." in qdot("table", "new", "-o", workbook).stderr
    assert "a workbook has a name that ends in .xlsx." in qdot("table", "new", "-o", tmp_path / "sheet.csv").stderr
