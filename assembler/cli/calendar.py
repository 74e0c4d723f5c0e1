"""``qdot calendar``: who must do what by when."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from assembler.cli import say
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.matter import Matter
    from assembler.matter.calendar import CalendarEntry

ICS = click.Path(path_type=Path, dir_okay=False, allow_dash=True)
STANDARD_OUTPUT = Path("-")


@click.command()
@say.CASE
@click.option("--ics", metavar="FILE", type=ICS, help="Write an iCalendar file; `-` is standard output.")
@click.option("--force", is_flag=True, help="Overwrite a file that is there and is no iCalendar file of this case.")
@say.FIRM
@say.JSON
def calendar(case: Path, ics: Path | None, force: bool, firm: Path | None, as_json: bool) -> None:
    """Say who must do what by when in CASE: every date with its reasons, the earliest first.

    An iCalendar file that is there is brought up to date: what moved has a higher sequence number, and what fell
    away is cancelled. Each date says why it is, whether it rolls over a weekend or holiday, and the day to work to. No
    iCalendar file is written while the case has problems.
    """
    from assembler.matter import Engine, Matter  # heavy, and not needed to print help

    matter = Matter.open(case, Engine(firm))
    found = matter.deadlines
    problems = list(dict.fromkeys((*matter.problems, *found.problems)))
    if ics is not None and not problems:
        problems += _write(matter, ics, may_overwrite=force)
        is_told = ics != STANDARD_OUTPUT
    else:
        is_told = True
    say.problems(problems)
    if as_json:
        say.values({"dates": [_values(one) for one in found.dates]})
    elif is_told:
        _tell(matter)
    for note in found.notes:
        click.echo(f"note: {note}", err=as_json or not is_told)
    say.leave(problems)


def _write(matter: "Matter", ics: Path, *, may_overwrite: bool) -> list[Problem]:
    from assembler import word
    from assembler.matter.icalendar_file import as_ics, before

    try:
        if ics == STANDARD_OUTPUT:
            click.echo(as_ics(matter.deadlines, matter.case), nl=False)
            return []
        known = before(ics.read_bytes(), matter.case, is_forced=may_overwrite) if ics.exists() else {}
        if known is None and not may_overwrite:
            fix = "choose another name, or say --force to overwrite."
            return [Problem(str(ics), "the file is there already, and is no calendar of this case.", fix)]
        word.save(ics, as_ics(matter.deadlines, matter.case, known or {}))
    except OSError as error:
        return [Problem(str(ics), f"it cannot be written ({error.strerror}).", "name a folder that can be written to.")]
    return []


def _values(one: "CalendarEntry") -> dict[str, Any]:
    from assembler.matter import deadline_values

    deadline = one.deadline
    return deadline_values(one) | {
        "why": [f"{step.text}: {step.value}" for step in deadline.steps],
        "rolls": deadline.rolls,
        "nominal": str(deadline.nominal),
        "work_by": str(deadline.work_by),
        "note": " ".join(one.notes),
    }


def _tell(matter: "Matter") -> None:
    as_of = matter.case.as_of
    for one in matter.deadlines.dates:
        is_past = as_of is not None and one.deadline.date < as_of
        for line in _lines(one, is_past=is_past):
            click.echo(line)
        click.echo()


def _lines(one: "CalendarEntry", *, is_past: bool) -> Iterator[str]:
    deadline = one.deadline
    yield f"{deadline.date:%Y-%m-%d %A}{' (past)' if is_past else ''}: {one.name} [{one.subject}]"
    yield f"  who: {one.who}"
    yield f"  what: {one.what}"
    for label, step in zip(_labels("why"), deadline.steps, strict=False):
        yield f"  {label} {step.text}: {step.value}"
    yield f"  rolls: {_rolling(one)}"
    if deadline.work_by != deadline.date:
        yield f"  work to: {deadline.work_by:%Y-%m-%d %A}"
    for note in one.notes:
        yield f"  note: {note}"
    yield f"  law: {'; '.join(deadline.law)}"


def _labels(first: str) -> Iterator[str]:
    yield f"{first}:"
    while True:
        yield " " * (len(first) + 1)


def _rolling(one: "CalendarEntry") -> str:
    deadline = one.deadline
    if not deadline.rolls:
        return "no; a weekend or holiday brings no more time"
    if deadline.date == deadline.nominal:
        return "yes; this is a business day"
    return f"yes; from {deadline.nominal:%Y-%m-%d %A}, which is no business day"
