"""The questions of a case one after another: those that its conclusions still rest on, each answer into the file."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from assembler import casefile
from assembler.casefile import Question, Written, paths
from assembler.casefile.schema_fields import schema_fields
from assembler.casefile.shape import Case
from assembler.matter.engine import Engine
from assembler.matter.left_out import left_out
from assembler.matter.matter import Matter
from assembler.matter.papers import DECIDES
from assembler.problem import Problem

ANY_DAY = "2026-01-01"
"""Stands for the day of the papers until it is given."""

BEGINNING = (
    *("as_of", "matter.number", "matter.firm", "matter.attorney"),
    *("decedent.name", "decedent.died", "spouse.name", "spouse.is_us_citizen"),
)
"""What is asked before anything can be concluded: the day of the papers, whose they are, and of whom they speak."""

LISTS = tuple(records for records, _ in DECIDES.values())
"""What a case is about: its trusts, its assignments and its annuities."""


@dataclass(frozen=True)
class Another:
    """The question whether a list has another item, or any; ``number`` is how many it has."""

    path: str
    number: int

    @property
    def ask(self) -> str:
        """Put it as a question."""
        item = casefile.item_of(self.path)
        return f"Is there another {item.partition(' ')[2]}?" if self.number else f"Is there {item}?"


def fresh() -> str:
    """Give the text of a case of which nothing is answered yet."""
    return casefile.starter({}, ())


class Interview:
    """What is asked of one case, and its text with every answer written in.

    ``named`` are the questions, or records of them, to be asked whatever stands in the file; without any, what is open
    is asked. A text without a day is given one first; any other text that cannot be read is its caller's to refuse.
    """

    def __init__(self, text: str, name: str, engine: Engine, named: Sequence[str] = ()) -> None:
        self.text = text
        self._name = name
        self._engine = engine
        self._passed: set[str] = set()
        self._asked: list[str] = []
        self._next: list[str] = []
        self._matter = self._read(text)
        self._named = list(self._below(named))
        self._is_limited = bool(named)

    @property
    def matter(self) -> Matter:
        """The case as it is answered so far."""
        return self._matter

    @property
    def open(self) -> int:
        """How many answers are missing."""
        return len(self._matter.open_points) if self._matter.is_read else len(BEGINNING)

    @property
    def answered(self) -> int:
        """How many answers stand in the file, as far as it can be read."""
        return sum(1 for path in self._matter.reading.lines if paths.is_answer(path))

    @property
    def can_be_read(self) -> bool:
        """Tell whether the text is a case, or wants nothing but its day to be one."""
        return self._matter.is_read or (paths.answer(self._matter.case, "as_of") is None and self._lacks_day)

    @property
    def is_limited(self) -> bool:
        """Tell whether some questions are asked, and not what is open."""
        return self._is_limited

    def now(self, question: Question) -> str:
        """Give the answer that a question has, in the form of the file; '' where it has none."""
        if question.path not in self._matter.reading.lines:
            return ""
        answer = paths.answer(self._matter.case, question.path)
        if answer is None:
            return ""
        if isinstance(answer, bool):
            return str(answer).lower()
        return ", ".join(map(str, answer)) if isinstance(answer, tuple) else str(answer)

    def may_be_none(self, question: Question) -> bool:
        """Tell whether a question is of a list, or the first of one, that may have no items at all."""
        if question.field.is_list:
            return True
        above, _, key = question.path.rpartition(".")
        return above.endswith("[0]") and not paths.answer(self._matter.case, above[:-3]) and key == _first(above[:-3])

    def next(self) -> Question | Another | None:
        """Give the next question; None where nothing is left to be asked."""
        path = self._next[-1] if self._next else None
        if path is None and self._is_limited:
            path = next((one for one in self._named if one not in self._passed), None)
        elif path is None:
            found = self._relevant()
            if not isinstance(found, str):
                return found
            path = found
        return casefile.spoken(self._matter.case, path) if path else None

    def answer(self, question: Question, written: Written) -> Problem | None:
        """Write an answer into the text; one that the file would not take is refused, and changes nothing."""
        path = question.path.rpartition("[")[0] if written == () and not question.field.is_list else question.path
        try:
            text = casefile.write_back(self.text, path, written)
        except ValueError as error:
            return Problem(path, f"the answer cannot be written ({error}).", "write it into the file yourself.")
        matter = self._read(text)
        if not matter.is_read:
            return matter.problems[0]
        self.text, self._matter = text, matter
        self.skip(question)
        return None

    def skip(self, question: Question) -> None:
        """Leave a question as it is, and go on; the day of the papers is needed, and asked again."""
        if self._matter.is_read:
            self._passed.add(question.path)
        if self._next and self._next[-1] == question.path:
            self._next.pop()
        if question.path not in self._asked:
            self._asked.append(question.path)

    def another(self, question: Another, *, is_there: bool) -> None:
        """Tell whether a list has another item; where it has, its first question is next."""
        self._passed.add(f"{question.path}[{question.number}]")
        if is_there:
            self._next.append(f"{question.path}[{question.number}].{_first(question.path)}")
        else:
            self._passed.add(question.path)

    def back(self) -> bool:
        """Go back to the question before; False where there is none."""
        before = [path for path in self._asked if path not in self._next]
        if before:
            self._next.append(before[-1])
            self._asked.remove(before[-1])
        return bool(before)

    def review(self) -> int:
        """Ask next what is answered by leaving it out, as far as a conclusion rests on it; give how many there are."""
        self._named = [path for path in left_out(self._matter) if path not in self._passed]
        self._is_limited = True
        return len(self._named)

    def with_questions(self, *, every: bool) -> str:
        """Give the text with what is open, or with every question there is, written into it as comments.

        The text itself, where that would change an answer.
        """
        answers = casefile.answers_in(self.text)
        if not self._matter.is_read:
            begun = self._read(casefile.starter({"as_of": ANY_DAY, "trusts[0].id": "qdot"}, ()))
            points = (*BEGINNING, *(point.path for point in begun.open_points))
            return casefile.starter(answers, None if every else [paths.by_index(begun.case, one) for one in points])
        points = tuple(point.path for point in self._matter.open_points)
        relevant = [paths.by_index(self.matter.case, path) for path in (*BEGINNING, *points)]
        written = casefile.starter(answers, None if every else relevant)
        return written if self._read(written).case == self._matter.case else self.text

    def changed(self, text: str) -> None:
        """Go on with a text that somebody changed meanwhile."""
        self.text, self._matter = text, self._read(text)

    @property
    def _lacks_day(self) -> bool:
        """Tell whether nothing is wrong but that the day of the papers, or the file's form, is not given."""
        text = self.text
        for path, written in (("format", "1"), ("as_of", ANY_DAY)):
            with suppress(ValueError):
                text = casefile.write_back(text, path, written)
        return self._read(text).is_read

    def _read(self, text: str) -> Matter:
        return Matter.open(text, self._engine, self._name)

    def _relevant(self) -> str | Another | None:
        """Find what is to be asked next: how the case begins, what is open near the last question, what else is."""
        case = self._matter.case
        begins = [one for one in BEGINNING if paths.answer(case, one) is None]
        begins += [f"trusts[{number}].id" for number, trust in enumerate(case.trusts) if trust.id is None]
        for path in (one for one in begins if one not in self._passed):
            return path
        points = [point.path for point in self._matter.open_points if point.path not in self._passed]
        return self._near(points) or self._list_to_begin() or next(iter(points), None)

    def _list_to_begin(self) -> Another | None:
        """Find a list of those that a case is about of which nothing is answered."""
        empty = (path for path in LISTS if not paths.answer(self._matter.case, path))
        return next(filter(None, map(self._another, empty)), None)

    def _near(self, points: Sequence[str]) -> str | Another | None:
        """Find what is open in the record of the last question, or around it; or ask whether its list goes on."""
        case, order = self._matter.case, paths.order()
        placed = {paths.by_index(case, one): one for one in points}
        above = paths.by_index(case, self._asked[-1]).rpartition(".")[0] if self._asked else ""
        while above:
            within = [one for one in placed if one.startswith(f"{above}.")]
            if within:
                return placed[min(within, key=lambda one: (one.count("."), order.get(paths.of_first_items(one), 0)))]
            if above.endswith("]") and (another := self._another(above.rpartition("[")[0])):
                return another
            above = above.rpartition(".")[0]
        return None

    def _another(self, path: str) -> Another | None:
        """Ask whether a list has another item, unless that was answered."""
        number = len(paths.answer(self._matter.case, path) or ())
        return None if {path, f"{path}[{number}]"} & self._passed else Another(path, number)

    def _below(self, named: Sequence[str]) -> Iterator[str]:
        for path in named:
            field = paths.question(path)
            if field is None:
                msg = f"no question has the path {path}"
                raise ValueError(msg)
            yield from (path,) if not field.is_record else _questions_of(self._matter.case, path)


def _questions_of(case: Case, path: str) -> Iterator[str]:
    """Give every question of a record, or of each item of a list of records."""
    field = paths.question(path)
    assert field is not None
    if field.is_list and not path.endswith("]"):
        items = paths.answer(case, path) or (None,)
        for number, item in enumerate(items):
            yield from _questions_of(case, f"{path}[{getattr(item, 'id', None) or number}]")
        return
    for key, inner in schema_fields(field.type).items():
        if not inner.is_record:
            yield f"{path}.{key}"
        elif not inner.is_list:
            yield from _questions_of(case, f"{path}.{key}")


def _first(path: str) -> str:
    """Name the question with which an item of a list begins."""
    if path in LISTS[1:]:
        return dict(DECIDES.values())[path]
    field = paths.question(path)
    assert field is not None
    return next(key for key, one in schema_fields(field.type).items() if key != "id" and not one.is_record)
