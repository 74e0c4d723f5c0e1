"""An audit finds the passages that speak of each requirement, whoever worded them, and never says that one is met."""

import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import docx
import pytest
import yaml

from assembler.casefile.choices import Lacking
from assembler.library.clause import Library
from assembler.matter import Engine, Matter
from assembler.matter.resources import folder
from assembler.revision import Answer, Instrument, audit, lacks_of, read_instrument, report
from assembler.revision.audit import CONTRADICTED, FOUND, NOT_FOUND
from revision.reading import read as read_whole

DATA = Path(__file__).parent / "audit"
SAMPLES = Path(__file__).parents[2] / "samples"
ORDINARY = (DATA / "ordinary-trust.txt").read_text(encoding="utf-8")
Row = Mapping[str, str]


@pytest.fixture(scope="module")
def library() -> Library:
    return Engine().library


def rows(name: str) -> list[Row]:
    found: list[Row] = yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def instrument(*passages: str) -> Instrument:
    """Put passages far apart into an ordinary trust."""
    paragraphs = ORDINARY.split("\n\n")
    step = len(paragraphs) // (len(passages) + 1)
    for at, passage in enumerate(passages):
        paragraphs.insert(3 + at * (step + 1), passage)
    read = read_instrument("\n\n".join(paragraphs).encode(), "trust.txt")
    assert isinstance(read, Instrument)
    return read


def together(listed: Sequence[Row]) -> Iterator[list[Row]]:
    """Group passages so that no two of one requirement stand in one instrument."""
    waiting = list(listed)
    while waiting:
        group = list({row["requirement"]: row for row in reversed(waiting)}.values())
        waiting = [row for row in waiting if row not in group]
        yield group


def answers(listed: Sequence[Row], library: Library) -> Iterator[tuple[Row, Answer]]:
    for group in together(listed):
        found = {one.requirement.id: one for one in audit(instrument(*(row["words"] for row in group)), library)}
        yield from ((row, found[row["requirement"]]) for row in group)


@pytest.mark.parametrize("name", ["rewordings", "later-rewordings"])
def test_of_passages_in_other_words_nine_in_ten_are_among_the_first_five(name: str, library: Library) -> None:
    listed = rows(name)
    asked = list(answers(listed, library))

    found = [row for row, one in asked if any(row["words"] in place.passage.text for place in one.places)]
    missed = [row["requirement"] for row, one in asked if one.state == NOT_FOUND]

    assert len(asked) == len(listed)
    assert len(found) >= 0.9 * len(listed)
    assert len(missed) <= 0.05 * len(listed), missed


def names(one: Answer, lacks: str) -> bool:
    """Tell whether an answer names what is missing, by its element or by the words against it."""
    against = one.shown.against if one.shown else ()
    return lacks in one.unseen or any(lacks in words for words in against)


@pytest.mark.parametrize("name", ["near-misses", "later-near-misses"])
def test_of_near_misses_four_in_five_have_what_they_lack_named(name: str, library: Library) -> None:
    listed = rows(name)
    named = []
    for row in listed:
        ((_, one),) = answers([row], library)
        shown = one.shown
        if shown and row["words"] in shown.passage.text and names(one, row["lacks"]):
            named.append(row)

    assert len(named) >= 0.8 * len(listed)


def test_of_an_ordinary_trust_most_is_not_found_and_nothing_contradicted(library: Library) -> None:
    states = [one.state for one in audit(instrument(), library)]

    assert states.count(NOT_FOUND) >= 0.75 * len(states)
    assert CONTRADICTED not in states


@pytest.mark.parametrize("case", ["bond", "living-trust-article", "by-reference"])
def test_in_our_own_instruments_the_clause_that_answers_comes_first(case: str, library: Library) -> None:
    (paper,) = (
        one
        for one in Matter.open(SAMPLES / f"{case}.yaml").draft().documents
        if one.plan.document in ("trust-agreement", "revocable-trust-article")
    )
    assert paper.rendered is not None
    document = read_whole(paper.rendered.package)
    spans = {name.replace("_", "-"): one for name, one in document.clauses.items()}
    clauses = {id_: document.body.text[one.begin : one.end] for id_, one in spans.items() if id_ in library.clauses}
    read = read_instrument(paper.rendered.package, "own.docx")
    assert isinstance(read, Instrument)
    for one in audit(read, library):
        carriers = [id_ for id_ in clauses if one.requirement.id in library.clauses[id_].discharges]
        first = one.places[0].passage.text.split("\n")[0]
        if carriers:
            assert one.state == FOUND, one.requirement.id
            assert any(first in clauses[id_] for id_ in carriers), one.requirement.id


def test_every_quote_stands_in_the_file_letter_by_letter(library: Library) -> None:
    read = instrument(*(row["words"] for row in rows("near-misses")[:3]))
    text = " ".join("\n\n".join([ORDINARY, *(row["words"] for row in rows("near-misses")[:3])]).split())

    for one in audit(read, library):
        for place in one.places:
            assert all(line in text for line in (*place.passage.text.split("\n"), *place.against))


def test_a_denied_phrase_contradicts_nothing(library: Library) -> None:
    said = "All the income is paid to my wife annually for life. No person may accumulate income for anyone."
    found = {one.requirement.id: one for one in audit(instrument(said), library)}

    assert found["marital-qtip"].state == FOUND


def test_what_is_missing_answers_the_case_file(library: Library) -> None:
    answered = {lacks_of(one, library) for one in audit(instrument(), library)} - {""}

    assert answered == {one.value for one in Lacking}


def test_the_report_says_first_what_it_does_not_say_and_leaves_a_box_for_each_requirement(library: Library) -> None:
    read = instrument(rows("near-misses")[2]["words"])
    found = audit(read, library)
    template = folder("templates") / "paper.docx"

    made = report(read, found, library, template, date(1989, 5, 1))

    assert isinstance(made, bytes)
    assert made == report(read, found, library, template, date(1989, 5, 1))
    paper = docx.Document(io.BytesIO(made))
    lines = [paragraph.text for paragraph in paper.paragraphs]
    assert lines.index("What this report does not say") < lines.index("Overview")
    assert sum(line.startswith("☐ carried") for line in lines) == len(found)
    assert len(paper.tables[0].rows) == len(found) + 1
    assert any("November 5, 1990" in line for line in lines)
    assert f"“{rows('near-misses')[2]['words']}”" in lines
    assert not any("requirement is met" in line for line in lines if not line.startswith("It finds passages"))
