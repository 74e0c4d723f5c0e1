"""An answer changes one place of the file, what follows changes with it, and no answer of another window is lost."""

from decimal import Decimal
from pathlib import Path

import pytest

from assembler import casefile
from assembler.casefile import Refusal, Unclear, understood, understood_list
from assembler.matter import Engine, Matter
from assembler.workbench.case_folder import CaseFolder
from assembler.workbench.cases import Cases
from assembler.workbench.questions import Entry, Group, groups
from workbench.conftest import SAMPLES, Browser


def entries(found: tuple[Group, ...]) -> list[Entry]:
    return [one for group in found for one in (*group.entries, *entries(group.groups))]


def lines_changed(before: str, after: str) -> list[str]:
    old, new = before.splitlines(), after.splitlines()
    return [line for line in new if line not in old] + [line for line in old if line not in new]


def test_an_answer_changes_one_line_of_the_file(browser: Browser, folder: Path) -> None:
    before = (folder / "bond.yaml").read_text()

    status, _ = browser.answer("bond.yaml", "matter.attorney", "Ana Amsel-Ruiz", "Miriam Amsel")

    assert status == 302
    assert len(lines_changed(before, (folder / "bond.yaml").read_text())) == 2


@pytest.mark.parametrize(
    ("path", "typed", "line"),
    [
        ("decedent.died", "February 20, 2026", "died: 2026-02-20"),
        ("trusts[katz].assets[cash].value", "$80,000", "value: 80000"),
        ("spouse.is_us_citizen", "true", "is_us_citizen: true"),
    ],
)
def test_what_a_person_types_is_written_as_the_file_has_it(
    browser: Browser, folder: Path, path: str, typed: str, line: str
) -> None:
    case = Matter.open(folder / "bond.yaml").case
    seen = casefile.paths.answer(case, path)
    now = {True: "true", False: "false"}.get(seen, str(seen)) if isinstance(seen, bool) else str(seen)

    browser.answer("bond.yaml", path, typed, now)

    assert line in (folder / "bond.yaml").read_text()


def test_a_date_with_two_meanings_is_asked_about_and_nothing_is_written(browser: Browser, folder: Path) -> None:
    before = (folder / "bond.yaml").read_text()

    status, page = browser.answer("bond.yaml", "decedent.died", "3/4/2026", "2026-05-22")

    assert status == 409
    assert "It is March 4, 2026" in page
    assert "It is April 3, 2026" in page
    assert (folder / "bond.yaml").read_text() == before


def test_a_meaning_that_is_chosen_goes_before_what_was_typed(browser: Browser, folder: Path) -> None:
    sent = {"path": "decedent.died", "typed": "3/4/2026", "meaning": "2026-03-04", "seen": "2026-05-22"}

    assert browser.post("/case/bond.yaml/answer", **sent)[0] == 302
    assert "died: 2026-03-04" in (folder / "bond.yaml").read_text()


def test_what_is_no_answer_is_said_at_its_question_and_kept(browser: Browser, folder: Path) -> None:
    before = (folder / "bond.yaml").read_text()

    status, page = browser.answer("bond.yaml", "decedent.died", "last spring", "2026-05-22")

    assert status == 409
    assert 'value="last spring"' in page
    assert 'role="alert"' in page
    assert (folder / "bond.yaml").read_text() == before


def test_an_answer_that_another_window_changed_is_told_and_not_overwritten(browser: Browser, folder: Path) -> None:
    browser.answer("bond.yaml", "matter.attorney", "Ana Ruiz", "Miriam Amsel")

    status, page = browser.answer("bond.yaml", "matter.attorney", "Noor Haddad", "Miriam Amsel")

    assert status == 409
    assert "The file now has: Ana Ruiz" in page
    assert "Ana Ruiz" in (folder / "bond.yaml").read_text()


def test_two_windows_answer_two_questions_and_both_stand(browser: Browser, folder: Path) -> None:
    browser.answer("bond.yaml", "matter.attorney", "Ana Ruiz", "Miriam Amsel")
    browser.answer("bond.yaml", "matter.firm", "Ruiz & Haddad", "Lindqvist Amsel LLP")

    text = (folder / "bond.yaml").read_text()
    assert "Ana Ruiz" in text
    assert "Ruiz & Haddad" in text


def test_the_last_answer_can_be_taken_back(browser: Browser, folder: Path) -> None:
    before = (folder / "bond.yaml").read_bytes()
    browser.answer("bond.yaml", "matter.attorney", "Ana Ruiz", "Miriam Amsel")

    browser.post("/case/bond.yaml/undo")

    assert (folder / "bond.yaml").read_bytes() == before


def test_nothing_is_taken_back_over_what_somebody_changed_on_disk(browser: Browser, folder: Path) -> None:
    browser.answer("bond.yaml", "matter.attorney", "Ana Ruiz", "Miriam Amsel")
    edited = (folder / "bond.yaml").read_text() + "# a note\n"
    (folder / "bond.yaml").write_text(edited)

    status, page = browser.post("/case/bond.yaml/undo")

    assert status == 409
    assert "changed meanwhile" in page
    assert (folder / "bond.yaml").read_text() == edited


def test_a_name_with_markup_is_text(browser: Browser) -> None:
    name = "{{ 7*7 }} & <script>alert(1)</script>"
    browser.answer("incomplete.yaml", "matter.attorney", name, "")

    page = browser.get("/case/incomplete.yaml?all=yes")[1]

    assert "<script>alert" not in page
    assert "{{ 7*7 }} &amp; &lt;script&gt;" in page


def test_a_case_is_begun_copied_and_listed(browser: Browser, folder: Path) -> None:
    assert browser.post("/cases", name="Reyes 2026", as_of="March 3, 2026")[0] == 302
    assert browser.post("/cases/bond.yaml/copy", name="Katz again")[0] == 302

    page = browser.get("/?words=reyes")[1]
    assert "Reyes 2026.yaml" in page
    assert "bond.yaml" not in page
    assert "as_of: 2026-03-03" in (folder / "Reyes 2026.yaml").read_text()
    assert (folder / "Katz again.yaml").read_bytes() == (folder / "bond.yaml").read_bytes()


@pytest.mark.parametrize("name", ["bond", "../bond", "a/b", "", ".hidden", "x" * 200, "nul\0"])
def test_a_case_is_never_begun_over_another_or_elsewhere(browser: Browser, folder: Path, name: str) -> None:
    before = sorted(folder.rglob("*"))

    assert browser.post("/cases", name=name, as_of="2026-03-03")[0] in {400, 409}
    assert sorted(folder.rglob("*")) == before


def test_a_trustee_is_added_and_taken_out(browser: Browser, folder: Path) -> None:
    before = (folder / "bond.yaml").read_text()
    number = len(Matter.open(folder / "bond.yaml").case.trusts[0].trustees or ())

    browser.answer("bond.yaml", f"trusts[katz].trustees[{number}].name", "Mohawk Trust Company")
    assert "Mohawk Trust Company" in (folder / "bond.yaml").read_text()

    browser.post("/case/bond.yaml/remove", path=f"trusts[katz].trustees[{number}]")
    assert (folder / "bond.yaml").read_text() == before


def test_rows_of_a_spreadsheet_become_assets_all_or_none(browser: Browser, folder: Path) -> None:
    columns = ["id", "description", "kind", "country", "value"]
    rows = "a9\tA field in Sintra\treal property\tPortugal\t$12,000\n\tA deposit\tcash\tUnited States\t5,000.50\n"
    before = len(Matter.open(folder / "bond.yaml").case.trusts[0].assets or ())

    assert browser.post("/case/bond.yaml/rows", path="trusts[katz].assets", rows=rows, column=columns)[0] == 302
    assets = Matter.open(folder / "bond.yaml").case.trusts[0].assets or ()
    assert [str(one.value) for one in assets[before:]] == ["12000", "5000.50"]

    stands = (folder / "bond.yaml").read_text()
    bad = "b1\tA house\treal property\tAtlantis\t1\n"
    assert browser.post("/case/bond.yaml/rows", path="trusts[katz].assets", rows=bad, column=columns)[0] == 409
    assert (folder / "bond.yaml").read_text() == stands


def test_a_file_that_cannot_be_read_is_shown_with_its_lines(browser: Browser, folder: Path) -> None:
    (folder / "broken.yaml").write_text("format: 1\nas_of: yesterday\ndecedent: {nam: X}\n")

    status, page = browser.get("/case/broken.yaml/text")

    assert status == 200
    assert "broken.yaml:2" in page
    assert browser.get("/case/broken.yaml")[0] == 302


def test_the_text_is_stored_only_over_the_version_that_was_read(browser: Browser, folder: Path) -> None:
    page = browser.get("/case/bond.yaml/text")[1]
    version = page.partition('name="version" value="')[2].partition('"')[0]
    text = (folder / "bond.yaml").read_text()

    assert browser.post("/case/bond.yaml/text", text=text + "# one\n", version=version)[0] == 302
    assert browser.post("/case/bond.yaml/text", text=text + "# two\n", version=version)[0] == 409
    assert (folder / "bond.yaml").read_text() == text + "# one\n"


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_is_shown_of_an_answer_is_understood_as_that_answer(sample: Path, engine: Engine) -> None:
    matter = Matter.open(sample, engine)
    for one in entries(groups(matter, everything=True)) if matter.is_read else ():
        if one.written:
            field = one.question.field
            read = understood_list if field.is_list else understood
            found = read(field, one.shown)
            assert not isinstance(found, Unclear | Refusal), one.path
            texts = (found,) if isinstance(found, str) else found
            assert texts == one.written or Decimal(texts[0]) == Decimal(one.written[0]), one.path


def test_an_answer_that_is_sent_as_it_stands_changes_no_byte(browser: Browser, folder: Path, engine: Engine) -> None:
    before = (folder / "several-qdots.yaml").read_bytes()
    for one in entries(groups(Matter.open(folder / "several-qdots.yaml", engine))):
        typed = list(one.written) if one.kind in ("yes-no", "choice", "choices") else one.shown
        assert browser.post("/case/several-qdots.yaml/answer", path=one.path, typed=typed, seen=one.seen)[0] == 302

    assert (folder / "several-qdots.yaml").read_bytes() == before


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_open_point_has_its_question_on_the_page(sample: Path, engine: Engine) -> None:
    matter = Matter.open(sample, engine)
    asked = {one.path for one in entries(groups(matter))}

    assert {one.path for one in matter.open_points} <= asked


def test_an_item_that_a_list_wants_is_asked_for(folder: Path, engine: Engine) -> None:
    text = (folder / "bond.yaml").read_text().replace("is_us_trustee: true", "is_us_trustee: false")
    number = len(Matter.open(text, engine).case.trusts[0].trustees or ())
    wanted = {one.path for one in Matter.open(text, engine).open_points}
    asked = {one.path for one in entries(groups(Matter.open(text, engine)))}

    assert any(path.startswith(f"trusts[katz].trustees[{number}].") for path in wanted)
    assert wanted <= asked


def test_two_hundred_cases_are_listed_without_working_each_out(folder: Path, engine: Engine) -> None:
    text = (folder / "bond.yaml").read_text()
    for number in range(200):
        (folder / f"case-{number}.yaml").write_text(text)
    cases = Cases(CaseFolder(folder), engine)

    listed = list(cases.listed("case-"))

    assert len(listed) == 200
    assert all(one.open_points is None and one.client for one in listed)
