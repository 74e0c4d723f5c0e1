"""What is not answered stands in the draft as an open point, numbered, with who can answer."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assembler.matter import Engine, Manner, Matter
from matter.agreement import Answers, CaseFile, draft, only, package, said
from matter.docx_text import W, highlighted, paragraphs, part, words

CALIFORNIA = Path(__file__).parents[2] / "samples" / "california-couple.yaml"


def leave_open(answers: Answers) -> None:
    trust = answers["trusts"][0]
    del trust["instrument_date"], trust["records_keeper"]
    del answers["spouse"]["address"]
    del trust["trustees"][1]["kind"]


def test_open_points_are_numbered_in_the_order_a_reader_meets_them(engine: Engine, case_file: CaseFile) -> None:
    outcome = draft(case_file(leave_open), engine)

    assert said(outcome) == ""
    rendered = only(outcome).rendered
    assert rendered is not None
    points = {point.number: point for point in rendered.points}
    shown = {int(n) for text in highlighted(rendered.package) for n in re.findall(r"\[(\d+): ", text)}
    assert sorted(shown) == sorted(points) == list(range(1, len(points) + 1))
    met = dict.fromkeys(int(n) for n in re.findall(r"\[(\d+): ", "\n".join(rendered.expected.clauses.values())))
    in_text = [number for number in met if points[number].where != "Cover"]
    assert in_text == sorted(in_text)
    assert points[1].what == "the date of the governing instrument"
    assert points[1].where == "Cover"


def test_an_open_point_is_bracketed_highlighted_and_listed_with_who_supplies_it(
    engine: Engine, case_file: CaseFile
) -> None:
    outcome = draft(case_file(leave_open), engine)

    rendered = only(outcome).rendered
    assert rendered is not None
    (keeper,) = (point for point in rendered.points if "keeps the records" in point.what)
    assert f"[{keeper.number}: the person who keeps the records]" in highlighted(rendered.package)
    assert keeper.who == "trustee"
    assert keeper.path == "trusts[reyes].records_keeper"
    assert re.fullmatch(r"Section 4\.\d+", keeper.where)
    cells = paragraphs(rendered.package)
    at = cells.index(f"[{keeper.number}: the person who keeps the records]")
    assert cells[at - 1 : at + 3] == [str(keeper.number), cells[at], keeper.where, "trustee"]


def controls(package: bytes) -> list[tuple[str, str]]:
    """Give what each content control shows, and what it is bound to."""
    data = part(package, "customXml/item2057.xml").getroottree()
    bindings = [(control, one) for control in part(package).iter(f"{W}sdt") for one in control.iter(f"{W}dataBinding")]
    return [(words(control), str(data.xpath(f"string({one.get(f'{W}xpath')})"))) for control, one in bindings]


def test_an_answer_typed_once_stands_in_every_place_and_in_the_list(engine: Engine, case_file: CaseFile) -> None:
    drafted = package(draft(case_file(leave_open), engine))

    found = controls(drafted)
    assert [shown for shown, _ in found] == [bound for _, bound in found]
    places = [shown for shown, _ in found if shown == "[1: the date of the governing instrument]"]
    assert len(places) == highlighted(drafted).count(places[0]) > 2
    (listed,) = (line for line in paragraphs(drafted) if line == places[0])
    assert listed


def test_what_cannot_be_typed_where_it_stands_is_no_control(engine: Engine, case_file: CaseFile) -> None:
    """What decides a clause is highlighted where it does, and is listed in plain words where it stands nowhere else."""
    rendered = only(draft(case_file(without("trusts", "0", "security")), engine)).rendered
    assert rendered is not None

    shown = [shown for shown, _ in controls(rendered.package)]
    assert any(": keep " in one for one in highlighted(rendered.package))
    assert not any(": keep " in one or ": follows from " in one for one in shown)
    undecided = [point.what for point in rendered.points if f"[{point.number}: {point.what}]" not in shown]
    assert undecided
    assert set(undecided) <= set(paragraphs(rendered.package))


def test_the_same_gap_keeps_its_number_wherever_it_stands(engine: Engine, case_file: CaseFile) -> None:
    outcome = draft(case_file(leave_open), engine)

    found = [text for text in highlighted(package(outcome)) if "the date of the governing instrument" in text]
    assert len(found) > 1
    assert set(found) == {"[1: the date of the governing instrument]"}


def test_an_undecided_clause_stands_in_brackets_with_a_comment_that_names_the_fact(
    engine: Engine, case_file: CaseFile
) -> None:
    def edit(answers: Answers) -> None:
        del answers["trusts"][0]["assets"]

    outcome = draft(case_file(edit), engine)

    assert said(outcome) == ""
    rendered = only(outcome).rendered
    assert rendered is not None
    lines = rendered.expected.clauses["real-property"].split("\n")
    closing = re.search(r" \[(\d+): keep if the trust holds real property\]\]$", lines[-1])
    assert lines[0] == "[Real property"
    assert closing is not None
    assert rendered.points[int(closing[1]) - 1].path == "trusts[reyes].assets[0].kind"
    assert "[" in highlighted(rendered.package)
    comments = "\n".join(paragraphs(rendered.package, "word/comments.xml"))
    assert "Undecided" in comments
    assert "trusts[reyes].assets[0].kind" in comments


def without(*path: str) -> Callable[[Answers], None]:
    def edit(answers: Any) -> None:
        for step in path[:-1]:
            answers = answers[int(step)] if step.isdigit() else answers[step]
        del answers[int(path[-1]) if path[-1].isdigit() else path[-1]]

    return edit


GAPS = [
    ("trusts", "0", key)
    for key in ("name", "instrument_date", "marital_form", "governing_law", "records_kept_in", "tax_year_end")
] + [
    ("trusts", "0", "trustees"),
    ("trusts", "0", "trustees", "0", "name"),
    ("trusts", "0", "trustees", "0", "kind"),
    ("trusts", "0", "trustees", "0", "is_us_trustee"),
    ("trusts", "0", "successors"),
    ("trusts", "0", "security"),
    ("trusts", "0", "assets"),
    ("trusts", "0", "principal"),
    ("trusts", "0", "spouse_power"),
    ("trusts", "0", "remainder"),
    ("decedent", "name"),
    ("decedent", "status"),
    ("decedent", "domicile"),
    ("spouse", "name"),
    ("spouse", "citizenships"),
    ("spouse", "is_resident"),
    ("matter",),
]


@pytest.mark.parametrize("path", GAPS, ids=".".join)
def test_whatever_is_not_answered_leaves_a_whole_draft_with_its_points_open(
    engine: Engine, case_file: CaseFile, path: tuple[str, ...]
) -> None:
    outcome = draft(case_file(without(*path)), engine)

    structural = [p for p in outcome.problems if "is claimed" not in p.what and "discharges" not in p.what]
    assert "\n".join(map(str, structural)) == ""
    assert only(outcome).rendered is not None


def test_a_final_paper_is_refused_while_a_point_is_open(engine: Engine, case_file: CaseFile) -> None:
    drafted = only(draft(case_file(leave_open), engine)).rendered
    assert drafted is not None

    outcome = draft(case_file(leave_open), engine, Manner(is_final=True))

    assert outcome.documents == ()
    assert len(outcome.problems) == len(drafted.points)
    first = outcome.problems[0]
    assert first.where == "reyes-trust-agreement: Cover"
    assert "the date of the governing instrument" in first.what
    assert first.fix == "answer trusts[reyes].instrument_date (attorney)."


def test_what_is_worked_out_from_an_answer_is_asked_of_the_same_person_in_the_same_words(engine: Engine) -> None:
    text = CALIFORNIA.with_name("bond-adjusted.yaml").read_text(encoding="utf-8")
    assert "value_determined: 2026-10-30" in text
    matter = Matter.open(text.replace(", value_determined: 2026-10-30", ""), engine)

    points = [point for point in matter.open_points if point.path == "return.value_determined"]

    assert len(points) == 1
    assert points[0].what == "the day of the final determination"
