"""A sheet of cases at work in the background: its rows read and held against the form, then drafted, until stopped."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from threading import Thread

from assembler.batch.options import Options
from assembler.batch.result import State
from assembler.batch.run import Batch, open_batch
from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.problem import Problem

MOST_TOLD = 500
"""The problems that a page shows of one sheet; the rest is counted."""


@dataclass
class Job:
    """One sheet, and how far it has come; it is read from other threads while it goes on.

    ``base`` is a case file with what all its rows share.
    """

    sheet: Path
    out: Path
    firm: Path | None
    base: Path | None = None
    rows: int = 0
    wrong: int = 0
    problems: list[Problem] = field(default_factory=list)
    states: dict[State, int] = field(default_factory=lambda: dict.fromkeys(State, 0))
    phase: str = "reading"
    _batch: Batch | None = None

    def check(self) -> None:
        """Read every row in the background, and tell what is wrong with each."""
        self.rows, self.wrong, self.problems, self.phase = 0, 0, [], "reading"
        Thread(target=self._check, daemon=True).start()

    def draft(self) -> None:
        """Draft every case in the background, but for those that are done and unchanged."""
        self.states, self.phase = dict.fromkeys(State, 0), "drafting"
        Thread(target=self._draft, daemon=True).start()

    def stop(self) -> None:
        """Take no further case; those that were taken are still drafted."""
        if self._batch is not None:
            self._batch.stop()

    @property
    def is_busy(self) -> bool:
        """Tell whether it is at work."""
        return self.phase in ("reading", "drafting")

    @property
    def done(self) -> int:
        """How many cases have been drafted or refused."""
        return sum(self.states.values())

    def sources(self) -> Iterator[Source]:
        """Give the rows of the sheet as cases."""
        return (one for one in find_sources([str(self.sheet)], self.base) if isinstance(one, Source))

    def _check(self) -> None:
        for one in find_sources([str(self.sheet)], self.base):
            found = (one,) if isinstance(one, Problem) else read_case(one).problems
            self.rows += isinstance(one, Source)
            self.wrong += bool(found)
            self.problems += islice(found, max(MOST_TOLD - len(self.problems), 0))
        self.phase = "read"

    def _draft(self) -> None:
        try:
            with open_batch(Options(self.out, self.firm), jobs=1, resume=self.out.exists()) as batch:
                self._batch = batch
                for result in batch.draft(find_sources([str(self.sheet)], self.base)):
                    self.states[result.state] += 1
                self.problems += islice(batch.problems, MOST_TOLD)
                self.phase = "stopped" if batch.was_stopped else "drafted"
        except OSError as error:
            what = f"it cannot be written ({error.strerror})."
            self.problems.append(Problem(str(self.out), what, "make room for it."))
            self.phase = "stopped"
        finally:
            self._batch = None
