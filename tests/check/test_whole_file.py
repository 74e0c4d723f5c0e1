"""Whatever is planted in a finished paper is told: in an instrument with a cover, in a form, in a working paper."""

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from assembler.check import check
from assembler.check.clause_markup import apart, strange, vocabularies
from assembler.composition.paragraphs import clause_range, run
from assembler.matter import Matter
from assembler.matter.manner import Manner
from assembler.matter.rendering import Rendered
from assembler.word import WRITTEN, text
from assembler.word.parts import POINTS, PROVENANCE
from check.faults_in_controls import IN_CONTROLS
from check.faults_in_papers import DOCUMENT, KINDS, Kind, plant, plant_in_clauses
from check.small_docx import zipped

SAMPLES = Path(__file__).parents[2] / "samples"
BOND, INCOMPLETE = SAMPLES / "bond.yaml", SAMPLES / "incomplete.yaml"
PAPERS = ("trust-agreement", "bond", "figures-worksheet")
OPEN_PAPERS = ("trust-agreement", "drafting-memo")


@pytest.fixture(scope="module")
def papers() -> Mapping[str, Rendered]:
    outcome = Matter.open(BOND).draft(*PAPERS)
    return {one.plan.document: one.rendered for one in outcome.documents if one.rendered is not None}


def parts_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def told(paper: Rendered, parts: Mapping[str, bytes]) -> str:
    return "\n".join(map(str, check(zipped(parts), paper.expected, "paper.docx")))


def test_there_are_many_kinds_of_fault_each_told_once() -> None:
    assert len(KINDS) >= 85
    assert len({kind.name for kind in KINDS}) == len({(kind.part, *kind[2:]) for kind in KINDS}) == len(KINDS)


@pytest.mark.parametrize("document", PAPERS)
def test_a_paper_as_it_was_written_is_proved_whole(papers: Mapping[str, Rendered], document: str) -> None:
    assert told(papers[document], parts_of(papers[document].package)) == ""


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_what_is_planted_is_told(papers: Mapping[str, Rendered], document: str, kind: Kind) -> None:
    paper = papers[document]
    parts = parts_of(paper.package)
    assert told(paper, plant(parts, kind)) != ""


@pytest.fixture(scope="module")
def open_papers() -> Mapping[str, Rendered]:
    """Give papers with open points: an instrument, whose cover lists them too, and a working paper."""
    outcome = Matter.open(INCOMPLETE).draft(*OPEN_PAPERS)
    return {one.plan.document: one.rendered for one in outcome.documents if one.rendered is not None}


@pytest.mark.parametrize("document", OPEN_PAPERS)
@pytest.mark.parametrize("kind", IN_CONTROLS, ids=[kind.name for kind in IN_CONTROLS])
def test_what_is_planted_in_a_control_is_told(open_papers: Mapping[str, Rendered], document: str, kind: Kind) -> None:
    paper = open_papers[document]
    parts = parts_of(paper.package)
    assert told(paper, parts) == ""
    assert told(paper, plant(parts, kind)) != ""
    if kind.part == DOCUMENT:
        assert told(paper, plant_in_clauses(parts, kind)) != ""


def test_a_final_paper_is_proved_whole_and_has_no_data_of_ours(papers: Mapping[str, Rendered]) -> None:
    (document,) = Matter.open(BOND).draft("trust-agreement", manner=Manner(is_final=True)).documents
    assert document.rendered is not None
    parts, draft = parts_of(document.rendered.package), parts_of(papers["trust-agreement"].package)
    assert told(document.rendered, parts) == ""
    assert not any(b"w:sdt" in part for part in parts.values())
    for data in (PROVENANCE, POINTS):
        assert f"{data}: the part is neither" in told(document.rendered, {**parts, data: draft[data]})


@pytest.mark.parametrize("name", ["שרה", "سارة", "さくら", "김영희", "王芳"])
def test_a_name_in_any_script_may_stand_in_a_clause(name: str) -> None:
    known = vocabularies(clause_range("bond", 4, f"<w:p>{run('{{ name }}')}</w:p>"), WRITTEN)["bond"]
    assert list(strange(f"<w:p>{run(str(text(name)))}</w:p>".encode(), known)) == []


def test_words_beside_the_clauses_are_told_with_their_line(papers: Mapping[str, Rendered]) -> None:
    paper = papers["trust-agreement"]
    parts = parts_of(paper.package)
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"Drafting cover sheet", b"Drafting sheet", 1)
    found = told(paper, parts)
    assert "word/document.xml: beside its clauses, line 1 reads “Drafting sheet”" in found
    assert "should read “Drafting cover sheet”" in found


def test_a_clause_stands_apart_as_an_empty_range() -> None:
    start, end = b'<w:bookmarkStart w:id="4" w:name="_C_our_bond"/>', b'<w:bookmarkEnd w:id="4"/>'
    frame, clauses = apart(b"<a>" + start + b"<w:p/>" + end + b"</a>")
    assert frame == b"<a>" + start + end + b"</a>"
    assert clauses == {"our-bond": b"<w:p/>"}


def test_a_clause_that_never_ends_is_part_of_what_stands_beside() -> None:
    open_ = b'<w:bookmarkStart w:id="4" w:name="_C_bond"/><w:p/>'
    assert apart(open_) == (open_, {})
