"""A batch: the same bytes with any number of workers, and only what has changed is drafted again."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from batches import LEDGER, ROOT, case, cases, draft, options, recorded, tree

from assembler.batch.result import Result, State
from assembler.batch.run import open_batch
from assembler.batch.sources.source import Source
from assembler.matter import Manner
from assembler.problem import Problem

BAD = case("bad", b"format: 1\nas_of: 2026-02-30\n")


def names(given: Iterable[Result | Source]) -> list[str]:
    return [one.name for one in given]


def test_any_number_of_workers_makes_the_same_bytes(tmp_path: Path) -> None:
    given: list[Source] = [*cases(7), BAD]
    alone, three = (draft(options(tmp_path / str(jobs)), given, jobs=jobs) for jobs in (1, 3))

    assert len(tree(tmp_path / "1")) == 7 * 3 + 2
    assert tree(tmp_path / "3") == tree(tmp_path / "1")
    assert three.recorded == alone.recorded
    assert three.problems == ()
    assert names(three.recorded) == [*names(cases(7)), "bad"]


def test_a_bad_case_stops_no_other(tmp_path: Path) -> None:
    gone = Problem("gone.yaml", "there is no such file.", "check the name.")
    done = draft(options(tmp_path), [case("first"), BAD, gone, case("last")])

    assert [(result.name, result.state) for result in done.recorded] == [
        ("first", State.DONE),
        ("bad", State.REFUSED),
        ("last", State.DONE),
    ]
    assert done.problems == (gone,)
    assert (tmp_path / "bad" / "report.md").is_file()


def test_of_two_cases_with_one_name_the_first_is_drafted_and_the_other_reported(tmp_path: Path) -> None:
    other = replace(case("Reyes"), shown="table.csv", row=7)
    done = draft(options(tmp_path), [case("reyes"), other, case("reyes")])

    assert names(done.recorded) == ["reyes"]
    assert [problem.where for problem in done.problems] == ["table.csv:7", "cases/reyes.yaml"]
    assert "that of cases/reyes.yaml" in done.problems[0].what


def test_what_is_done_is_skipped_and_only_what_changed_is_drafted_again(tmp_path: Path) -> None:
    first = draft(options(tmp_path), cases(3))
    changed = [case("case-0"), *list(cases(3))[1:]]
    again = draft(options(tmp_path), changed, resume=True)
    fresh = draft(options(tmp_path / "fresh"), changed)

    assert len(first.results) == 3
    assert (names(again.results), again.skipped) == (["case-0"], 2)
    assert again.recorded == fresh.recorded
    assert tree(tmp_path / "case-0") == tree(tmp_path / "fresh" / "case-0")


def test_what_failed_is_drafted_again_though_nothing_changed(tmp_path: Path) -> None:
    draft(options(tmp_path), [BAD, case("good")])
    again = draft(options(tmp_path), [BAD, case("good")], resume=True)

    assert (names(again.results), again.skipped) == (["bad"], 1)


@pytest.mark.parametrize(
    "change", [{"manner": Manner(notes="all")}, {"wanted": ()}, {"wanted": ("drafting-memo", "trust-agreement")}]
)
def test_other_options_draft_everything_again_as_if_it_were_the_first(
    tmp_path: Path, change: dict[str, object]
) -> None:
    draft(options(tmp_path / "out"), cases(2))
    again = draft(options(tmp_path / "out", **change), cases(2), resume=True)
    fresh = draft(options(tmp_path / "fresh", **change), cases(2))

    assert len(again.results) == 2
    assert again.recorded == fresh.recorded
    assert tree(tmp_path / "out") == tree(tmp_path / "fresh")


def test_papers_of_an_earlier_run_that_this_one_does_not_draft_are_moved_aside(tmp_path: Path) -> None:
    out = tmp_path / "out"
    draft(options(out, wanted=()), cases(1))
    assert len(tree(out)) > 3
    draft(options(out), cases(1), resume=True)

    kept = [name for name in tree(out) if "no longer called for" not in name]
    assert kept == ["case-0/report.json", "case-0/report.md", "case-0/reyes-trust-agreement.docx"]
    assert "case-0/no longer called for/case-cover-index.docx" in tree(out)


def test_a_document_that_was_deleted_is_drafted_again(tmp_path: Path) -> None:
    draft(options(tmp_path), cases(2))
    before = tree(tmp_path)
    (tmp_path / "case-1" / "reyes-trust-agreement.docx").unlink()
    again = draft(options(tmp_path), cases(2), resume=True)

    assert names(again.results) == ["case-1"]
    assert tree(tmp_path) == before


def test_a_document_that_a_person_edited_is_never_overwritten_unless_that_is_asked_for(tmp_path: Path) -> None:
    edited = tmp_path / "case-0" / "reyes-trust-agreement.docx"
    draft(options(tmp_path), cases(2))
    edited.write_bytes(b"an attorney's work")

    assert draft(options(tmp_path), cases(2), resume=True).skipped == 2  # there is nothing to do: it may stay

    changed = [case("case-0"), case("case-1")]
    for _ in range(2):  # and it is known to be edited ever after
        again = draft(options(tmp_path), changed, resume=True)
        assert edited.read_bytes() == b"an attorney's work"
        assert [(result.name, result.state) for result in again.recorded] == [
            ("case-0", State.REFUSED),
            ("case-1", State.DONE),
        ]
        assert again.recorded[0].problems[0].what == "it was changed since it was drafted."

    forced = draft(options(tmp_path, may_overwrite=True), changed, resume=True)
    assert names(forced.results) == ["case-0"]
    assert edited.read_bytes() != b"an attorney's work"


def test_what_is_in_a_folder_without_a_ledger_is_not_overwritten(tmp_path: Path) -> None:
    draft(options(tmp_path), [case("case-0")])
    (tmp_path / LEDGER).unlink()

    same = draft(options(tmp_path), [case("case-0")], resume=True)
    assert same.recorded[0].state is State.DONE  # byte for byte what it is to be

    (tmp_path / LEDGER).unlink()
    other = draft(options(tmp_path), cases(1))
    assert {problem.what for problem in other.recorded[0].problems} == {"the file is there already."}


def test_a_summary_in_a_folder_without_a_batch_is_a_person_s(tmp_path: Path) -> None:
    summary = tmp_path / "summary.xlsx"
    summary.write_bytes(b"a person's")

    refused = draft(options(tmp_path), cases(1))
    assert [(problem.where, problem.what) for problem in refused.problems] == [
        (str(summary), "the file is there already.")
    ]
    assert [path.name for path in tmp_path.iterdir()] == ["summary.xlsx"]
    assert summary.read_bytes() == b"a person's"

    assert draft(options(tmp_path, may_overwrite=True), cases(1)).problems == ()


def test_a_folder_that_holds_a_batch_is_not_drafted_into_again(tmp_path: Path) -> None:
    draft(options(tmp_path), cases(1))
    again = draft(options(tmp_path), cases(2))

    assert (again.results, again.recorded) == ((), ())
    assert again.problems[0].what == "this folder holds a batch already."


def test_a_case_that_is_given_no_longer_is_in_no_summary_but_stays(tmp_path: Path) -> None:
    draft(options(tmp_path), cases(3))
    again = draft(options(tmp_path), cases(3, without="case-1"), resume=True)

    assert names(again.recorded) == ["case-0", "case-2"]
    assert (tmp_path / "case-1" / "reyes-trust-agreement.docx").is_file()
    assert draft(options(tmp_path), cases(3), resume=True).skipped == 3


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_that_is_moved_away_in_the_middle_ends_the_batch_and_is_not_made_again(
    tmp_path: Path, jobs: int
) -> None:
    out = tmp_path / "out"
    with open_batch(options(out), jobs=jobs, resume=False) as batch:
        results = batch.draft(cases(40))
        next(results)
        shutil.rmtree(out)
        rest = list(results)

        assert not batch.is_open
        assert recorded(batch) == ()
    assert len(rest) < 40
    assert len(batch.problems) == 1
    assert str(out) in batch.problems[0].where
    assert not out.exists()


def test_a_firm_s_library_that_cannot_be_used_is_a_problem_of_no_case(tmp_path: Path) -> None:
    clauses = tmp_path / "firm" / "clauses"
    clauses.mkdir(parents=True)
    (clauses / "governing-law.md").write_text("no front matter", encoding="utf-8")
    done = draft(options(tmp_path / "out", firm=tmp_path / "firm"), cases(1))

    assert done.results == ()
    assert done.problems[0].where.startswith("firm/clauses/governing-law.md")
    assert not (tmp_path / "out").exists()


def test_workers_draft_with_a_firm_s_library(tmp_path: Path) -> None:
    templates = tmp_path / "firm" / "templates"
    templates.mkdir(parents=True)
    shutil.copy(ROOT / "templates" / "paper.docx", templates / "house.docx")
    for jobs in (1, 2):  # of two, one is started for one case
        firms = options(tmp_path / str(jobs), firm=tmp_path / "firm")
        assert draft(firms, cases(1), jobs=jobs).problems == ()

    assert tree(tmp_path / "1") == tree(tmp_path / "2")
