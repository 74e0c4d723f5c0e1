"""A paper that comes back is held against the one that was sent: nothing is passed over, nothing made up."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from check.small_docx import package

from assembler.library.clause import Library
from assembler.matter import Engine, Matter
from assembler.problem import Problem
from assembler.revision import Finding
from assembler.revision.returned import Base, Report, base_of_case, base_of_file, read_now, verify
from revision.planted_edits import (
    MAIN,
    Edit,
    clauses_of,
    main_part,
    planted,
    rezipped,
    tracked,
    without_a_clause,
    without_a_sentence,
    without_marks,
)  # fmt: skip

SAMPLES = Path(__file__).parents[2] / "samples"
NEW = "Notwithstanding any other provision, the Trustee may distribute principal without withholding."


@pytest.fixture(scope="module")
def library(engine: Engine) -> Library:
    return engine.library


@pytest.fixture(scope="module")
def sent(engine: Engine) -> bytes:
    (drafted, *_) = Matter.open(SAMPLES / "letter-of-credit.yaml", engine).draft("trust-agreement").documents
    assert drafted.rendered is not None
    return drafted.rendered.package


@pytest.fixture(scope="module")
def base(sent: bytes, library: Library) -> Base:
    found = base_of_file(sent, "sent.docx", library)
    assert isinstance(found, Base)
    return found


@pytest.fixture
def found(base: Base, library: Library) -> Callable[[bytes], Report]:
    def report(data: bytes) -> Report:
        told = verify(data, "back.docx", base, library, {})
        assert isinstance(told, Report), told
        return told

    return report


Found = Callable[[bytes], Report]


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """Change words of a paper; each must be there."""
    main = main_part(data)
    for old, new in changes:
        assert old in main, old
        main = main.replace(old, new, 1)
    return rezipped(data, {MAIN: main.encode()})


def states(report: Report) -> dict[str, str]:
    return {finding.clause: finding.state for finding in report.findings}


def test_a_paper_as_it_was_sent_is_intact(sent: bytes, found: Found) -> None:
    assert states(found(sent)) == {}
    assert found(sent).is_done


def test_a_paper_that_lost_every_mark_is_intact_but_for_what_leads_nowhere(sent: bytes, found: Found) -> None:
    report = found(without_marks(sent))

    assert states(report) == {}
    assert {place.rpartition(": ")[2] for place in report.dangling} == {"_Last_page"}


def test_a_figure_that_changed_is_shown_with_what_it_was(sent: bytes, found: Found) -> None:
    (finding,) = found(edited(sent, ("within 60 days", "within 90 days"))).findings

    assert (finding.state, finding.kinds, finding.tracked) == ("weakened", ("a figure",), "not tracked")
    assert "60" in finding.changes[0].before
    assert "90" in finding.changes[0].after
    assert "within 60 days" in finding.restore


def test_a_requirement_of_which_a_word_is_gone_is_no_longer_discharged(sent: bytes, found: Found) -> None:
    main = main_part(sent)
    report = found(rezipped(sent, {MAIN: main.replace("right to withhold", "right to report").encode()}))

    assert "no longer discharged" in states(report).values()
    assert any("withhold" in probe for failing in report.failing for probe in failing.gone)
    assert not report.is_done


def test_new_words_that_override_come_first_wherever_they_stand(sent: bytes, found: Found) -> None:
    paragraph = f"<w:p><w:r><w:t>{NEW}</w:t></w:r></w:p>"
    main = main_part(edited(sent, ("within 60 days", "within 90 days")))
    place = main.rindex("<w:sectPr>")
    report = found(rezipped(sent, {MAIN: (main[:place] + paragraph + main[place:]).encode()}))

    first, second = report.findings
    assert (first.state, first.is_overriding, first.changes[0].after) == ("new text", True, NEW)
    assert not second.is_overriding


def test_words_in_a_footer_are_read(sent: bytes, found: Found) -> None:
    name = "word/footer3.xml"
    footer = f'<w:p><w:r><w:t>{NEW}</w:t></w:r></w:p></w:ftr>'.encode()

    report = found(_with_part(sent, name, lambda part: part.replace(b"</w:ftr>", footer)))

    assert [(one.clause.partition(":")[0], one.is_overriding) for one in report.findings] == [(name, True)]


def _with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as parts:
        return rezipped(data, {name: change(parts.read(name))})


@pytest.mark.parametrize(
    ("look", "why"),
    [("<w:vanish/>", "hidden"), ('<w:color w:val="FFFFFF"/>', "white"), ('<w:sz w:val="2"/>', "too small to read")],
)
def test_words_that_nobody_sees_are_told(sent: bytes, found: Found, look: str, why: str) -> None:
    run = f"<w:r><w:rPr>{look}</w:rPr><w:t>and the tax is waived</w:t></w:r></w:p>"
    main = main_part(sent)
    place = main.index("</w:p>", main.index("within 60 days"))

    report = found(rezipped(sent, {MAIN: (main[:place] + run + main[place + len("</w:p>") :]).encode()}))

    assert report.unseen == (("and the tax is waived", why),)
    assert not report.is_done


def test_a_tracked_change_is_told_with_who_made_it(sent: bytes, found: Found) -> None:
    (finding,) = found(tracked(sent, edited(sent, ("within 60 days", "within 90 days")))).findings

    assert finding.tracked == "tracked by Ines Prado, 2026-11-20"


def test_a_change_beside_a_tracked_one_is_told_as_tracked_in_part(sent: bytes, found: Found) -> None:
    by_hand = edited(sent, ("the resigning", "the departing"))

    (finding,) = found(tracked(by_hand, edited(by_hand, ("within 60 days", "within 90 days")))).findings

    assert finding.tracked == "in part tracked by Ines Prado, 2026-11-20"


def test_a_clause_that_went_is_missing_and_what_was_sent_is_given(sent: bytes, found: Found) -> None:
    (edit,) = without_a_clause(sent, ["records-in-state"])

    (finding,) = found(edit.package).findings

    assert (finding.clause, finding.state) == ("records-in-state", "missing")
    assert "records of the Trust" in finding.restore
    assert finding.failing != ()


def test_a_clause_that_moved_is_moved(sent: bytes, found: Found) -> None:
    (edit,) = without_a_clause(sent, ["def-bond"])
    main, gone = main_part(sent), main_part(edit.package)
    begin = next(at for at, (a, b) in enumerate(zip(main, gone, strict=False)) if a != b)
    clause = main[main.rindex("<w:bookmarkStart", 0, begin + 17) :][: len(main) - len(gone)]
    place = gone.rindex("<w:sectPr>")

    report = found(rezipped(sent, {MAIN: (gone[:place] + clause + gone[place:]).encode()}))

    assert states(report) == {"def-bond": "moved"}


def test_a_change_that_was_read_stays_read_until_it_changes_again(sent: bytes, base: Base, library: Library) -> None:
    first, second = (edited(sent, ("within 60 days", f"within {days} days")) for days in (90, 91))
    report = verify(first, "back.docx", base, library, {})
    assert isinstance(report, Report)
    read = read_now(report, [report.findings[0].clause])

    same, other = (verify(data, "back.docx", base, library, read) for data in (first, second))

    assert isinstance(same, Report)
    assert isinstance(other, Report)
    assert (same.is_done, other.is_done) == (True, False)


def test_the_paper_that_was_sent_can_be_made_again_from_its_case(sent: bytes, engine: Engine) -> None:
    made = base_of_case(SAMPLES / "letter-of-credit.yaml", sent, "back.docx", engine)

    assert isinstance(made, Base)
    told = verify(sent, "back.docx", made, engine.library, {})
    assert isinstance(told, Report)
    assert told.is_done


def test_a_paper_of_another_edition_of_the_library_asks_for_what_was_sent(sent: bytes, engine: Engine) -> None:
    digest = engine.library.digest.encode()
    older = _with_part(sent, "customXml/item2056.xml", lambda part: part.replace(digest, b"0" * len(digest)))

    told = base_of_case(SAMPLES / "letter-of-credit.yaml", older, "back.docx", engine)

    assert isinstance(told, tuple)
    assert "another edition of the library" in str(told[0])


def test_a_paper_of_another_case_and_one_of_somebody_else_are_refused(sent: bytes, engine: Engine) -> None:
    other = base_of_case(SAMPLES / "bond.yaml", sent, "back.docx", engine)
    assert isinstance(other, Base)

    for data, said in ((sent, "it names nobody of the case"), (package(), "hardly shares a word")):
        told = verify(data, "back.docx", other, engine.library, {})
        assert isinstance(told, tuple)
        assert isinstance(told[0], Problem)
        assert said in str(told[0])


def _kinds(data: bytes, library: Library, every: int) -> Iterator[Edit]:
    required = [one for one in clauses_of(data) if library.clauses[one].discharges][::every]
    yield from planted(data, required)
    yield from without_a_sentence(data, required)
    yield from without_a_clause(data, required)
    yield from planted(data, required, is_cosmetic=True)


MANNERS: tuple[Callable[[bytes, bytes], bytes], ...] = (
    lambda sent, now: now,
    lambda sent, now: without_marks(now),
    tracked,
)


def _is_of_reference(finding: Finding) -> bool:
    return finding.restore == "" and all(change.before.startswith("a reference to") for change in finding.changes)


def _untrue(sent: bytes, library: Library, found: Found, every: int) -> tuple[list[str], int]:
    """List what verify passes over or makes up, of how many edits."""
    wrong, count = [], Counter[bool]()
    for number, edit in enumerate(_kinds(sent, library, every)):
        report = found(MANNERS[number % 3](sent, edit.package))
        told = {one.clause for one in report.findings if not _is_of_reference(one)}  # which lead to what went
        expected = set() if edit.is_cosmetic else {edit.clause}
        count[edit.is_cosmetic] += 1
        if told != expected:
            wrong.append(f"{edit.clause}, {edit.what}, in manner {number % 3}: {states(report)}")
    return wrong, count.total()


def test_some_planted_edits_are_all_found_and_nothing_else(sent: bytes, library: Library, found: Found) -> None:
    wrong, count = _untrue(sent, library, found, every=12)

    assert (wrong, count > 10) == ([], True)


@pytest.mark.slow
def test_all_planted_edits_are_found_and_nothing_else(sent: bytes, library: Library, found: Found) -> None:
    wrong, count = _untrue(sent, library, found, every=1)

    assert (wrong, count >= 150) == ([], True)
