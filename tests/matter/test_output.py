"""Documents and their report stand on disk whole, under the name they earned, or not at all."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from assembler.matter import Engine, Matter, Outcome, deliver
from assembler.matter.paper_folder import ASIDE
from matter.docx_text import paragraphs

SAMPLE = Path(__file__).parents[2] / "samples" / "california-couple.yaml"
CLEAN, UNCHECKED = "reyes-trust-agreement.docx", "reyes-trust-agreement.unchecked.docx"


def listed(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_a_checked_document_gets_its_name_and_its_report(california: Outcome, tmp_path: Path) -> None:
    written, problems, _ = deliver(california, tmp_path / "new" / "out", may_overwrite=False)

    assert problems == ()
    assert written == (tmp_path / "new" / "out" / CLEAN,)
    assert listed(tmp_path / "new" / "out") == {CLEAN, "report.json", "report.md", ".qdot-written.json"}


def test_a_document_with_a_problem_keeps_unchecked_in_its_name(unchecked: Outcome, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written, problems, _ = deliver(unchecked, out, may_overwrite=False)

    assert problems == ()
    assert [path.name for path in written] == [UNCHECKED]
    assert listed(out) == {UNCHECKED, "report.json", "report.md", ".qdot-written.json"}


def test_what_stands_there_is_not_overwritten_unless_it_may(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,), _ = deliver(california, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / CLEAN)
    assert "--force" in problem.fix
    assert listed(tmp_path) == {CLEAN}
    assert (tmp_path / CLEAN).read_bytes() == b"an attorney's work"

    written, problems, _ = deliver(california, tmp_path, may_overwrite=True)
    assert problems == ()
    assert paragraphs(written[0])


def test_an_earlier_draft_under_its_other_name_is_not_removed_unless_it_may(
    unchecked: Outcome, california: Outcome, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / CLEAN).write_bytes(b"an attorney's work")

    written, (problem,), _ = deliver(unchecked, out, may_overwrite=False)
    assert written == ()
    assert problem.where == str(out / CLEAN)
    assert (out / CLEAN).read_bytes() == b"an attorney's work"

    deliver(unchecked, out, may_overwrite=True)
    assert listed(out) == {UNCHECKED, ASIDE, "report.json", "report.md", ".qdot-written.json"}
    assert (out / ASIDE / CLEAN).read_bytes() == b"an attorney's work"
    deliver(california, out, may_overwrite=True)
    assert listed(out) == {CLEAN, ASIDE, "report.json", "report.md", ".qdot-written.json"}


def test_a_report_that_stands_there_is_not_overwritten_either(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{}")

    written, (problem,), _ = deliver(california, tmp_path, may_overwrite=False)

    assert written == ()
    assert problem.where == str(tmp_path / "report.json")
    assert listed(tmp_path) == {"report.json"}


def test_where_there_is_no_document_nothing_is_written(engine: Engine, tmp_path: Path) -> None:
    outcome = Matter.open(tmp_path / "none.yaml", engine).draft()

    assert deliver(outcome, tmp_path / "out", may_overwrite=False) == ((), (), ())
    assert not (tmp_path / "out").exists()


def test_a_folder_that_is_a_file_is_a_problem(california: Outcome, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    written, (problem,), _ = deliver(california, tmp_path / "out", may_overwrite=False)

    assert written == ()
    assert "cannot be written" in problem.what


def test_a_name_that_a_folder_has_is_a_problem_and_leaves_nothing_half_written(
    california: Outcome, tmp_path: Path
) -> None:
    (tmp_path / CLEAN).mkdir()

    written, (problem,), _ = deliver(california, tmp_path, may_overwrite=True)

    assert written == ()
    assert "cannot be written" in problem.what
    assert listed(tmp_path) == {CLEAN}


def test_a_plain_redraft_of_what_nobody_changed_needs_no_leave(california: Outcome, tmp_path: Path) -> None:
    deliver(california, tmp_path, may_overwrite=False)

    assert deliver(california, tmp_path, may_overwrite=False).problems == ()


def test_a_paper_that_was_edited_since_it_was_drafted_is_named_and_kept(california: Outcome, tmp_path: Path) -> None:
    deliver(california, tmp_path, may_overwrite=False)
    (tmp_path / CLEAN).write_bytes(b"an attorney's work")

    _, (problem,), _ = deliver(california, tmp_path, may_overwrite=False)

    assert problem.where == str(tmp_path / CLEAN)
    assert "changed since it was drafted" in problem.what
    assert (tmp_path / CLEAN).read_bytes() == b"an attorney's work"


def test_a_paper_that_is_open_in_word_is_named_and_the_whole_set_stays_as_it_was(
    california: Outcome, tmp_path: Path
) -> None:
    deliver(california, tmp_path, may_overwrite=False)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    changed = Matter.open(SAMPLE.read_text().replace("as_of: 2026-11-16", "as_of: 2026-11-17"), Engine()).draft()
    (tmp_path / f"~${CLEAN[2:]}").write_bytes(b"Word was here")

    _, (problem,), _ = deliver(changed, tmp_path, may_overwrite=False)

    assert problem.where == str(tmp_path / CLEAN)
    assert "close it in Word" in problem.fix
    (tmp_path / f"~${CLEAN[2:]}").unlink()
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


def test_a_paper_of_an_earlier_draft_that_is_no_longer_called_for_is_moved_aside_and_named(
    california: Outcome, tmp_path: Path
) -> None:
    deliver(california, tmp_path, may_overwrite=False)
    (tmp_path / "reyes-bond.docx").write_bytes(b"a bond")
    record = tmp_path / ".qdot-written.json"
    known = json.loads(record.read_text())
    record.write_text(json.dumps(known | {"reyes-bond.docx": sha256(b"a bond").hexdigest()}))

    _, problems, (note,) = deliver(california, tmp_path, may_overwrite=False)

    assert problems == ()
    assert note.startswith(f"{tmp_path / 'reyes-bond.docx'}: no longer called for")
    assert (tmp_path / ASIDE / "reyes-bond.docx").read_bytes() == b"a bond"
    assert not (tmp_path / "reyes-bond.docx").exists()


def test_a_refused_draft_names_the_former_papers_that_are_now_stale(
    california: Outcome, engine: Engine, tmp_path: Path
) -> None:
    deliver(california, tmp_path, may_overwrite=False)

    _, _, (note,) = deliver(Matter.open("format: 2", engine).draft(), tmp_path, may_overwrite=False)

    assert note.startswith(f"{tmp_path / CLEAN}: stale")


def test_papers_have_the_mode_that_the_umask_leaves(california: Outcome, tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        deliver(california, tmp_path, may_overwrite=False)
    finally:
        os.umask(before)

    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


def test_drafts_of_two_cases_into_one_folder_at_once_leave_the_whole_set_of_one(
    california: Outcome, engine: Engine, tmp_path: Path
) -> None:
    other = Matter.open(SAMPLE.with_name("bond.yaml"), engine).draft("bond", "trust-agreement")
    outcomes = [california, other] * 8

    with ThreadPoolExecutor(8) as pool:
        deliveries = list(pool.map(lambda one: deliver(one, tmp_path, may_overwrite=False), outcomes))

    assert [problem for delivery in deliveries for problem in delivery.problems] == []
    papers = {path.name: sha256(path.read_bytes()).hexdigest() for path in tmp_path.iterdir() if path.is_file()}
    recorded = json.loads((tmp_path / ".qdot-written.json").read_text())
    assert papers.keys() - recorded.keys() == {".qdot-written.json"}
    assert recorded.items() <= papers.items()
    assert listed(tmp_path) & {one.filename for one in california.documents + other.documents} in (
        {one.filename for one in california.documents}, {one.filename for one in other.documents}
    )  # fmt: skip
