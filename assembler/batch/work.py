"""What a worker does with one case: read it, draft it, write its folder or send it back, and tell how it went."""

import errno
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from threading import Lock
from time import perf_counter

from assembler import matter
from assembler.batch import folder, order
from assembler.batch.ledger import ROOM
from assembler.batch.order import Order
from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.intake import sources
from assembler.intake.source import Source
from assembler.matter import Outcome
from assembler.problem import Problem

ONE_AT_A_TIME = Lock()
"""A worker of a cluster may have threads; they would only wait for each other elsewhere."""

HOPELESS = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO, errno.ESTALE}
"""What will keep every other case from being written, too."""


@dataclass(frozen=True)
class Job:
    """One case to do: what earlier runs left in its folder, and the digests of its order and of all it rests on."""

    source: Source
    position: int
    order: Order
    ground: str
    digest: str
    known: Mapping[str, str] = field(default_factory=dict)
    is_sent_back: bool = False


@dataclass(frozen=True)
class Answer:
    """What became of a job; ``contents`` are files still to be written, ``halt`` why no other job can succeed."""

    result: Result
    contents: Mapping[str, bytes] = field(default_factory=dict)
    halt: Problem | None = None


def do(job: Job) -> Answer:
    """Do one job."""
    with ONE_AT_A_TIME:
        began = perf_counter()
        answer = _drafted(job)
        if not job.is_sent_back:
            answer = kept(job, answer)
        return replace(answer, result=replace(answer.result, seconds=round(perf_counter() - began, 6)))


def kept(job: Job, answer: Answer) -> Answer:
    """Write the files of a case into its folder; what cannot be written is a problem of the case."""
    if not answer.contents:
        return answer
    place = job.order.out / job.source.name
    halt = None
    try:
        problems = folder.put(answer.contents, place, job.known, job.order.may_overwrite)
    except OSError as error:
        path = Path(error.filename or place)
        path = place if folder.ASIDE.fullmatch(path.name) else path  # nobody knows that name
        problems = (Problem(str(path), f"it cannot be written ({error.strerror}).", _way_out(place)),)
        if error.errno in HOPELESS or not job.order.out.is_dir():
            halt = problems[0]
    result = refused(answer.result, *problems) if problems else answer.result
    return Answer(result, halt=halt)


def _way_out(place: Path) -> str:
    """Say what to do where the folder of a case cannot be written; it may be a file, or a link to nothing."""
    return "move away what stands in the place of the case's folder, and say --resume." if _is_taken(place) else ROOM


def _is_taken(place: Path) -> bool:
    return (place.exists() or place.is_symlink()) and not place.is_dir()


def refused(result: Result, *problems: Problem) -> Result:
    """Say that nothing was written of a case, and why."""
    return replace(result, state=State.REFUSED, files=(), problems=(*result.problems, *problems))


def _drafted(job: Job) -> Answer:
    source = job.source
    if job.ground != order.ground(job.order):
        fix = "install there what the batch is run with, with the same extras, and have the firm's folder there too."
        problem = Problem(source.shown, "its worker would draft it otherwise than the batch does.", fix)
        return Answer(Result(source.name, source.shown, State.REFUSED, problems=(problem,)))
    opened = matter.Matter(sources.read(source), order.engine(job.order.firm))
    outcome = opened.draft(*job.order.wanted, manner=job.order.manner)
    contents = matter.contents(outcome)
    return Answer(_result(source, outcome, contents), contents)


def _result(source: Source, outcome: Outcome, contents: Mapping[str, bytes]) -> Result:
    amounts, dates = _amounts_and_dates(outcome)
    return Result(
        source.name,
        source.shown,
        _state(outcome),
        tuple(File(name, sha256(content).hexdigest()) for name, content in contents.items()),
        outcome.problems,
        amounts,
        dates,
        tuple(_points(outcome)),
        outcome.matter.case.as_of,
    )


def _state(outcome: Outcome) -> State:
    if not any(document.rendered for document in outcome.documents):
        return State.REFUSED
    return State.PROBLEMS if outcome.problems else State.DONE


def _amounts_and_dates(outcome: Outcome) -> tuple[tuple[Amount, ...], tuple[Due, ...]]:
    """Give every figure of a case, and its dates from the case's own day on; the law's refusal stops neither."""
    as_of = outcome.matter.case.as_of
    figures = ((one.subject, one.figure) for one in outcome.matter.figures.figures)
    dates = ((one, one.deadline.date) for one in outcome.matter.deadlines.dates)
    return (
        tuple(Amount(figure.name, of, _value(figure.value), figure.unit) for of, figure in figures),
        tuple(Due(day, one.name, one.subject, one.who) for one, day in dates if as_of is None or day >= as_of),
    )


def _value(value: Decimal | int | date | str) -> Decimal | int | str:
    return value.isoformat() if isinstance(value, date) else value


def _points(outcome: Outcome) -> Iterator[Point]:
    for document in outcome.documents:
        for point in document.rendered.points if document.rendered else ():
            yield Point(document.filename, point.number, point.what, point.who)
