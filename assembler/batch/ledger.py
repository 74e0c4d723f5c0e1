"""The ledger of a batch, ``ledger.sqlite``: one row a case, and a lock that keeps a second run out."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from assembler.batch.result import Amount, Due, File, Point, Result, State
from assembler.problem import Problem

NAME = "ledger.sqlite"
VERSION = 1
TIMEOUT = 0.5
"""Seconds to wait for another run that is about to end, or that is started at the same moment."""
RESUME = "say --resume to go on with it, or name another folder."
MOVE = "move it away, or name another folder."
MAKE_ROOM = "name a folder that can be written to, with room left on its disk; --resume then goes on."

COLUMNS = ("shown", "state", "files", "problems", "amounts", "dates", "points", "as_of", "seconds")
"""The columns of a result; ``standing`` beside them has the files last written, which a refused case still has."""

TABLE = f"""
CREATE TABLE cases (
    name TEXT PRIMARY KEY, position INTEGER, run INTEGER, digest TEXT, standing TEXT, {", ".join(COLUMNS)}
)"""
INDEX = "CREATE INDEX by_position ON cases (position)"  # so that results can be read in order without being sorted
RECORD = f"""
INSERT INTO cases (name, position, run, digest, standing, {", ".join(COLUMNS)})
VALUES (?, ?, ?, ?, ?{", ?" * len(COLUMNS)})
ON CONFLICT (name) DO UPDATE SET position = excluded.position, run = excluded.run, digest = excluded.digest,
standing = coalesce(excluded.standing, standing), {", ".join(f"{c} = excluded.{c}" for c in COLUMNS)}"""


@dataclass(frozen=True)
class Entry:
    """What the ledger knows of a case: its digest, its state, and the files last written, with their SHA-256."""

    digest: str
    state: State
    written: Mapping[str, str]


class Ledger:
    """An open ledger: no other run can open it until it is closed, or the process ends in any way."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection
        self._inode = path.stat().st_ino
        (last,) = connection.execute("SELECT coalesce(max(run), 0) FROM cases").fetchone()
        self._run = last + 1

    def entry(self, name: str) -> Entry | None:
        """Look up what an earlier run recorded of a case."""
        query = "SELECT digest, state, standing FROM cases WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return Entry(row[0], State(row[1]), json.loads(row[2]) if row[2] else {}) if row else None

    def record(self, result: Result, position: int, digest: str) -> Problem | None:
        """Record what became of a case; if nothing could be written for it, its earlier files are still known."""
        written = _json({file.name: file.digest for file in result.files}) if result.files else None
        return self._write(RECORD, (result.name, position, self._run, digest, written, *_to_row(result)))

    def keep(self, name: str, shown: str, position: int) -> Problem | None:
        """Record that a case needs nothing."""
        query = "UPDATE cases SET shown = ?, position = ?, run = ? WHERE name = ?"
        return self._write(query, (_json(shown), position, self._run, name))

    def finish(self) -> Problem | None:
        """Leave every case that this run was not given out of the results."""
        return self._write("UPDATE cases SET position = NULL WHERE run <> ?", (self._run,))

    def results(self) -> Iterator[Result]:
        """Read what became of every case, in the order of the sources, one at a time."""
        query = f"SELECT name, {', '.join(COLUMNS)} FROM cases WHERE position IS NOT NULL ORDER BY position"
        for row in self._connection.execute(query):
            yield _from_row(*row)

    def close(self) -> None:
        """Let the next run in."""
        self._connection.close()

    def _write(self, query: str, values: tuple[object, ...]) -> Problem | None:
        """Write and commit, after making sure that the file is still there: SQLite would write to a deleted one."""
        try:
            if self._path.stat().st_ino != self._inode:
                raise FileNotFoundError
            self._connection.execute(query, values)
        except (FileNotFoundError, NotADirectoryError):
            fix = "put it back, or begin the batch anew."
            return Problem(str(self._path), "the ledger of this batch is gone.", fix)
        except (OSError, sqlite3.Error) as error:
            return Problem(str(self._path), f"the ledger cannot be written ({error}).", MAKE_ROOM)
        return None


def open_ledger(folder: Path, resume: bool) -> Ledger | Problem:
    """Open and lock the ledger of a folder, or begin one, or say why that is impossible."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)
    except OSError as error:
        return Problem(str(folder), f"it cannot be written ({error.strerror}).", MAKE_ROOM)
    except sqlite3.Error as error:
        return _problem(path, error)
    try:
        problem = _lock(path, connection)
    except sqlite3.Error as error:
        problem = _problem(path, error)
    if problem is None and not resume and _has_cases(connection):
        problem = Problem(str(folder), "this folder holds a batch already.", RESUME)
    if problem:
        connection.close()
        return problem
    return Ledger(path, connection)


def _lock(path: Path, connection: sqlite3.Connection) -> Problem | None:
    """Take SQLite's exclusive lock, which lasts until the connection is closed, and see that the file is a ledger.

    With NORMAL a commit survives the death of the process, though perhaps not a loss of power; the file stays whole
    in either case.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    connection.execute("COMMIT")
    if state != "ok":
        return Problem(str(path), "this ledger is damaged.", MOVE)
    if tables and version != VERSION:
        return Problem(str(path), "this is no ledger of this version of qdot.", MOVE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not tables:
        connection.executescript(f"BEGIN; {TABLE}; {INDEX}; PRAGMA user_version = {VERSION}; COMMIT")
    return None


def _has_cases(connection: sqlite3.Connection) -> bool:
    (count,) = connection.execute("SELECT count(*) FROM cases").fetchone()
    return bool(count)


def _problem(path: Path, error: sqlite3.Error) -> Problem:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the higher bits say which kind
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        what = "another run is at work in this folder."
        return Problem(str(path.parent), what, "wait for it, or name another folder.")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return Problem(str(path), "this file is not a ledger, or is damaged.", MOVE)
    return Problem(str(path), f"the ledger cannot be written ({error}).", MAKE_ROOM)


def _to_row(result: Result) -> tuple[object, ...]:
    """Write a result as the values of `COLUMNS`; `_from_row` reads it back with every value as it was."""
    lists = (result.files, result.problems, result.amounts, result.dates, result.points)
    as_of = result.as_of and result.as_of.isoformat()
    return (_json(result.shown), result.state, *map(_json, lists), as_of, _json(result.seconds))


def _from_row(name: str, *row: Any) -> Result:
    shown, state, files, problems, amounts, dates, points, as_of, seconds = row
    return Result(
        name,
        json.loads(shown),
        State(state),
        tuple(File(*values) for values in json.loads(files)),
        tuple(Problem(*values) for values in json.loads(problems)),
        tuple(Amount(label, of, _value(value), unit) for label, of, value, unit in json.loads(amounts)),
        tuple(Due(date.fromisoformat(day), *rest) for day, *rest in json.loads(dates)),
        tuple(Point(*values) for values in json.loads(points)),
        date.fromisoformat(as_of) if as_of else None,
        json.loads(seconds),
    )


def _json(value: object) -> str:
    """Write JSON, even of text that SQLite would not take: the name of a file may hold any bytes."""
    return json.dumps(value, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> object:
    """Write a part of a result as JSON can: a decimal marked as one, a date as text, a record as a list."""
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    return value.isoformat() if isinstance(value, date) else list(vars(value).values())


def _value(value: Any) -> Decimal | int | str:
    return Decimal(value["decimal"]) if isinstance(value, dict) else value
