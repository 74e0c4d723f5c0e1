"""Documents and their report stand on disk whole, under the name they earned, or not at all."""

from pathlib import Path

from assembler.matter import Engine, Matter, Outcome, deliver
from matter.docx_text import paragraphs

CLEAN, UNCHECKED = "reyes-trust-agreement.docx", "reyes-trust-agreement.unchecked.docx"


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_checked_document_gets_its_name_and_its_report(california: Outcome, tmp_path: Path) -> None:
    written, problems = deliver(california, tmp_path / "new" / "out", may_overwrite=False)

    assert problems == ()
    assert written == (tmp_path / "new" / "out" / CLEAN,)
    assert listed(tmp_path / "new" / "out") == {CLEAN, "report.json", "report.md"}


def test_a_document_with_a_problem_keeps_unchecked_in_its_name(unchecked: Outcome, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written, problems = deliver(unchecked, out, may_overwrite=False)

    assert problems == ()
    assert [path.name for path in written] == [UNCHECKED]
    assert listed(out) == {UNCHECKED, "report.json", "report.md"}


def test_what_stands_there_is_not_overwritten_unless_it_may(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,) = deliver(california, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / CLEAN)
    assert "--force" in problem.fix
    assert listed(tmp_path) == {CLEAN}
    assert (tmp_path / CLEAN).read_bytes() == b"an attorney's work"

    written, problems = deliver(california, tmp_path, may_overwrite=True)
    assert problems == ()
    assert paragraphs(written[0])


def test_an_earlier_draft_under_its_other_name_is_not_removed_unless_it_may(
    unchecked: Outcome, california: Outcome, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,) = deliver(unchecked, out, may_overwrite=False)
    assert written == ()
    assert problem.where == str(out / CLEAN)
    assert (out / CLEAN).read_bytes() == b"an attorney's work"

    deliver(unchecked, out, may_overwrite=True)
    assert listed(out) == {UNCHECKED, "report.json", "report.md"}
    deliver(california, out, may_overwrite=True)
    assert listed(out) == {CLEAN, "report.json", "report.md"}


def test_a_report_that_stands_there_is_not_overwritten_either(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{}")

    written, (problem,) = deliver(california, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / "report.json")
    assert listed(tmp_path) == {"report.json"}


def test_where_there_is_no_document_nothing_is_written(engine: Engine, tmp_path: Path) -> None:
    outcome = Matter.open(tmp_path / "none.yaml", engine).draft()

    assert deliver(outcome, tmp_path / "out", may_overwrite=False) == ((), ())
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_a_problem(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    written, (problem,) = deliver(california, tmp_path / "out", may_overwrite=False)

    assert written == ()
    assert "cannot be written" in problem.what


def test_a_name_that_a_folder_has_is_a_problem_and_leaves_nothing_half_written(
    california: Outcome, tmp_path: Path
) -> None:
    (tmp_path / CLEAN).mkdir()

    written, (problem,) = deliver(california, tmp_path, may_overwrite=True)

    assert written == ()
    assert "cannot be written" in problem.what
    assert listed(tmp_path) == {CLEAN}
