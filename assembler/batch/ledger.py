"""The ledger of a batch: one row a case in ``ledger.sqlite``, and the lock that keeps a second run out."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from assembler.batch import rows
from assembler.batch.result import Result, State
from assembler.problem import Problem

NAME = "ledger.sqlite"
VERSION = 1
TIMEOUT = 0.5
"""Seconds to wait for another run that is about to end, or that is begun at the same moment."""
AGAIN = "say --resume to go on with it, or name another folder."
ELSEWHERE = "move it away, or name another folder."
ROOM = "name a folder that can be written to, with room left on its disk; --resume then goes on."

TABLE = f"""
CREATE TABLE cases (
    name TEXT PRIMARY KEY, position INTEGER, run INTEGER, digest TEXT, standing TEXT, {", ".join(rows.COLUMNS)}
)"""
BY_POSITION = "CREATE INDEX by_position ON cases (position)"  # a summary is read in order without being sorted first
RECORD = f"""
INSERT INTO cases (name, position, run, digest, standing, {", ".join(rows.COLUMNS)})
VALUES (?, ?, ?, ?, ?{", ?" * len(rows.COLUMNS)})
ON CONFLICT (name) DO UPDATE SET position = excluded.position, run = excluded.run, digest = excluded.digest,
standing = coalesce(excluded.standing, standing), {", ".join(f"{c} = excluded.{c}" for c in rows.COLUMNS)}"""


@dataclass(frozen=True)
class Entry:
    """What the ledger knows of a case: its digest, its state, and its files by name with their SHA-256."""

    digest: str
    state: State
    standing: Mapping[str, str]


class Ledger:
    """An open ledger; while it is, no other run can open it, and the lock ends with the process however that ends."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path, self._connection = path, connection
        self._inode = path.stat().st_ino
        (last,) = connection.execute("SELECT coalesce(max(run), 0) FROM cases").fetchone()
        self._run = last + 1

    def entry(self, name: str) -> Entry | None:
        """Find what an earlier run recorded of a case."""
        query = "SELECT digest, state, standing FROM cases WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return Entry(row[0], State(row[1]), rows.standing(row[2])) if row else None

    def record(self, result: Result, position: int, digest: str) -> Problem | None:
        """Record what became of a case; where nothing could be written, its earlier files are still known."""
        standing = rows.as_standing(result.files) if result.files else None
        values = (result.name, position, self._run, digest, standing, *rows.as_row(result))
        return self._write(RECORD, values)

    def keep(self, name: str, shown: str, position: int) -> Problem | None:
        """Record that a case needs nothing."""
        query = "UPDATE cases SET shown = ?, position = ?, run = ? WHERE name = ?"
        return self._write(query, (rows.as_text(shown), position, self._run, name))

    def finish(self) -> Problem | None:
        """Leave out of the results every case that this run was not given."""
        return self._write("UPDATE cases SET position = NULL WHERE run <> ?", (self._run,))

    def results(self) -> Iterator[Result]:
        """Read what became of every case, in the order of the sources, one at a time."""
        query = f"SELECT name, {', '.join(rows.COLUMNS)} FROM cases WHERE position IS NOT NULL ORDER BY position"
        for row in self._connection.execute(query):
            yield rows.result(*row)

    def close(self) -> None:
        """Let the next run in."""
        self._connection.close()

    def _write(self, query: str, values: tuple[object, ...]) -> Problem | None:
        """Write and commit; SQLite would go on writing to a file that has no name any more."""
        try:
            if self._path.stat().st_ino != self._inode:
                raise FileNotFoundError
            self._connection.execute(query, values)
        except (FileNotFoundError, NotADirectoryError):
            return Problem(
                str(self._path), "the ledger of this batch is gone.", "put it back, or begin the batch anew."
            )
        except (OSError, sqlite3.Error) as error:
            return Problem(str(self._path), f"the ledger cannot be written ({error}).", ROOM)
        return None


def opened(folder: Path, resume: bool) -> Ledger | Problem:
    """Open the ledger of a folder and lock it, or begin one; tell why that cannot be."""
    path = folder / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=TIMEOUT, isolation_level=None)
    except OSError as error:
        return Problem(str(folder), f"it cannot be written ({error.strerror}).", ROOM)
    except sqlite3.Error as error:
        return _refusal(path, error)
    try:
        problem = _locked(path, connection)
    except sqlite3.Error as error:
        problem = _refusal(path, error)
    if problem is None and not resume and _has_cases(connection):
        problem = Problem(str(folder), "this folder holds a batch already.", AGAIN)
    if problem:
        connection.close()
        return problem
    return Ledger(path, connection)


def _locked(path: Path, connection: sqlite3.Connection) -> Problem | None:
    """Take SQLite's exclusive lock, which stays until the connection is closed, and see what is in the file.

    With NORMAL a commit outlives the process, though not always a loss of power; the file is whole in any event.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (state,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    connection.execute("COMMIT")
    if state != "ok":
        return Problem(str(path), "this ledger is damaged.", ELSEWHERE)
    if tables and version != VERSION:
        return Problem(str(path), "this is no ledger of this version of qdot.", ELSEWHERE)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if not tables:
        connection.executescript(f"BEGIN; {TABLE}; {BY_POSITION}; PRAGMA user_version = {VERSION}; COMMIT")
    return None


def _has_cases(connection: sqlite3.Connection) -> bool:
    (count,) = connection.execute("SELECT count(*) FROM cases").fetchone()
    return bool(count)


def _refusal(path: Path, error: sqlite3.Error) -> Problem:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the rest of it says which kind
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        what = "another run is at work in this folder."
        return Problem(str(path.parent), what, "wait for it, or name another folder.")
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return Problem(str(path), "this file is not a ledger, or is damaged.", ELSEWHERE)
    return Problem(str(path), f"the ledger cannot be written ({error}).", ROOM)
