"""Every case of a folder opened once for as long as its file reads the same, and what its line in the list says."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

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
    _summaries: dict[tuple[str, str], Summary] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._opened = lru_cache(maxsize=MOST_OPEN)(self.of)

    def open(self, name: str) -> Case:
        """Open a case; a name of none raises `NoCaseError`."""
        return self._opened(name, self.folder.read(name))

    def of(self, name: str, text: str) -> Case:
        """Open a text as a case, wherever it comes from."""
        return Case(name, text, Matter.open(text, self.engine, name))

    def listed(self, words: str = "") -> Iterator[Summary]:
        """List the cases whose file or client has some words; what takes long is told where it is known already."""
        wanted = words.casefold().split()
        for name in self.folder.names():
            text = self.folder.read(name)
            found = self._summaries.get((name, digest(text))) or _begun(self.of(name, text))
            if all(word in f"{found.name} {found.client}".casefold() for word in wanted):
                yield found

    def summary(self, name: str) -> Summary:
        """Say all of one case."""
        case = self.open(name)
        key = (name, case.version)
        if key not in self._summaries:
            self._summaries[key] = _whole(case)
        return self._summaries[key]


def _begun(case: Case) -> Summary:
    reading = case.matter.reading
    answers = reading.case
    if answers is None:
        return Summary(case.name, "", "unreadable", len(reading.problems), 0)
    stage = "planning" if answers.decedent.died is None else "filed" if answers.return_.filed else "after death"
    return Summary(case.name, answers.decedent.name or answers.spouse.name or "", stage)


def _whole(case: Case) -> Summary:
    begun, matter = _begun(case), case.matter
    if not matter.is_read:
        return begun
    today = matter.case.as_of
    duties = (one for one in matter.deadlines.dates if one.deadline.is_duty and today and one.deadline.date >= today)
    following = next(((one.deadline.date, one.name) for one in duties), None)
    return replace(
        begun, problems=len(matter.problems), open_points=len(matter.open_points), next_deadline=following
    )
