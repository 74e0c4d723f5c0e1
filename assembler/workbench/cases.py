"""Every case of a folder opened once for as long as its file reads the same, and what its line in the list says."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from assembler import casefile
from assembler.casefile import Reading
from assembler.matter import Engine, Matter
from assembler.workbench.case_folder import CaseFolder, digest

MOST_OPEN = 64


@dataclass(frozen=True)
class Case:
    """A case as its file reads now."""

    name: str
    text: str
    matter: Matter

    @property
    def version(self) -> str:
        """What tells one text of the file from another."""
        return digest(self.text)


@dataclass(frozen=True)
class Summary:
    """What is known of a case at a glance; what is not worked out yet is None."""

    name: str
    client: str
    stage: str
    problems: int | None = None
    open_points: int | None = None
    next_deadline: tuple[date, str] | None = None


@dataclass
class Cases:
    """The cases of one folder; what is found of a text is kept until the file changes."""

    folder: CaseFolder
    engine: Engine
    _open: "OrderedDict[tuple[str, str], Case]" = field(default_factory=OrderedDict, repr=False)
    _summaries: dict[tuple[str, str], Summary] = field(default_factory=dict, repr=False)
    _lock: Lock = field(default_factory=Lock, repr=False)

    def open(self, name: str) -> Case:
        """Open a case; a name of none raises `NoCaseError`."""
        text = self.folder.read(name)
        key = (name, digest(text))
        with self._lock:
            if key in self._open:
                self._open.move_to_end(key)
                return self._open[key]
        found = self.of(name, text)
        with self._lock:
            self._open[key] = found
            while len(self._open) > MOST_OPEN:
                self._open.popitem(last=False)
        return found

    def of(self, name: str, text: str) -> Case:
        """Open a text as a case, wherever it comes from."""
        base = self.engine.base if isinstance(self.engine.base, casefile.Base) else None
        return Case(name, text, Matter(casefile.read(text.encode(), name, base), self.engine))

    def listed(self, words: str = "") -> Iterator[Summary]:
        """List the cases whose file or client has some words; what takes long is told where it is known already."""
        wanted = words.casefold().split()
        for name in self.folder.names():
            text = self.folder.read(name)
            found = self._summaries.get((name, digest(text))) or _begun(name, casefile.read(text.encode(), name))
            if all(word in f"{found.name} {found.client}".casefold() for word in wanted):
                yield found

    def summary(self, name: str) -> Summary:
        """Say all of one case."""
        case = self.open(name)
        key = (name, case.version)
        if key not in self._summaries:
            self._summaries[key] = _whole(case)
        return self._summaries[key]


def _begun(name: str, reading: Reading) -> Summary:
    case = reading.case
    if case is None:
        return Summary(name, "", "unreadable", len(reading.problems), 0)
    stage = "planning" if case.decedent.died is None else "filed" if case.return_.filed else "after death"
    return Summary(name, case.decedent.name or case.spouse.name or "", stage)


def _whole(case: Case) -> Summary:
    begun, matter = _begun(case.name, case.matter.reading), case.matter
    if not matter.is_read:
        return begun
    today = matter.case.as_of
    coming = (one for one in matter.deadlines.dates if today is None or one.deadline.date >= today)
    following = next(((one.deadline.date, one.name) for one in coming), None)
    return Summary(case.name, begun.client, begun.stage, len(matter.problems), len(matter.open_points), following)
