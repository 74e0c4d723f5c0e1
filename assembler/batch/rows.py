"""A result as a row of the ledger, and back: every value exactly as it was."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.problem import Problem

COLUMNS = ("shown", "state", "files", "problems", "amounts", "dates", "points", "as_of", "seconds")


def as_row(result: Result) -> tuple[object, ...]:
    """Write a result as the values of `COLUMNS`."""
    return (
        as_text(result.shown),
        result.state,
        _json([(file.name, file.digest) for file in result.files]),
        _json(result.problems),
        _json([(one.name, one.subject, _plain(one.value), one.unit) for one in result.amounts]),
        _json([(due.day.isoformat(), due.name, due.subject, due.who) for due in result.dates]),
        _json([(point.file, point.number, point.what, point.who) for point in result.points]),
        result.as_of and result.as_of.isoformat(),
        _json(result.seconds),
    )


def result(name: str, *row: Any) -> Result:
    """Read a row back."""
    shown, state, files, problems, amounts, dates, points, as_of, seconds = row
    return Result(
        name,
        json.loads(shown),
        State(state),
        tuple(File(*values) for values in json.loads(files)),
        tuple(Problem(*values) for values in json.loads(problems)),
        tuple(Amount(label, of, _valued(value), unit) for label, of, value, unit in json.loads(amounts)),
        tuple(Due(date.fromisoformat(day), *rest) for day, *rest in json.loads(dates)),
        tuple(Point(*values) for values in json.loads(points)),
        date.fromisoformat(as_of) if as_of else None,
        json.loads(seconds),
    )


def as_text(shown: str) -> str:
    """Write the name of a source, which SQLite may not know as text: a file's name may be any bytes."""
    return json.dumps(shown)


def as_standing(files: Iterable[File]) -> str:
    """Write which files of a case stand, with their digests."""
    return _json({file.name: file.digest for file in files})


def standing(text: str | None) -> Mapping[str, str]:
    """Read which files of a case stand."""
    known: Mapping[str, str] = json.loads(text) if text else {}
    return known


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))


def _plain(value: Decimal | int | str) -> object:
    return {"decimal": str(value)} if isinstance(value, Decimal) else value


def _valued(value: Any) -> Decimal | int | str:
    return Decimal(value["decimal"]) if isinstance(value, dict) else value
