"""A mapping: how the columns of somebody else's sheet answer the questions of the case file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import NamedTuple

from assembler.batch.sources.table import NOTE, NumberedRow, is_blank
from assembler.batch.sources.typed_cell import Typing
from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell
from assembler.casefile.typed import DateOrder
from assembler.problem import Problem


class Column(NamedTuple):
    """A column by its heading, the paths of the questions that it answers, and its line in the mapping."""

    heading: str
    paths: tuple[str, ...]
    line: int


@dataclass(frozen=True)
class ColumnMap:
    """How the columns of a sheet answer questions, as a file says; ``shown`` is how problems call that file.

    ``columns``, ``ignored`` and ``values`` go by headings as `plain` writes them; a value in ``values`` goes by its
    words written so, and '' leaves the question open. ``constants`` are answers that every row has, by their paths.
    """

    shown: str
    line: int = 1
    columns: Mapping[str, Column] = field(default_factory=dict)
    ignored: Mapping[str, int] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder | None = None

    @property
    def typing(self) -> Typing:
        """How the cells of the sheet are typed."""
        return Typing(is_foreign=True, dates=self.dates)

    def rows(self, rows: Iterator[NumberedRow | Problem], where: str) -> Iterator[NumberedRow | Problem]:
        """Give the rows of a sheet with the paths of questions as headings, and with what the mapping adds.

        A column keeps its place; what one column answers besides, and the constants, follow on the right. If the
        headings are not those of the mapping, what is wrong with them is all that comes.
        """
        first = next((row for row in rows if isinstance(row, Problem) or not is_blank(row)), None)
        if first is None or isinstance(first, Problem):
            yield from () if first is None else (first,)
            return
        number, cells = first
        headings = [cell.strip() if isinstance(cell, str) else "" for cell in cells]
        faults = list(self._faults(headings, f"{where}:{number}"))
        yield from faults or chain([(number, self._paths(headings))], self._answers(headings, rows))

    def _paths(self, headings: list[str]) -> list[Cell]:
        return [*map(self._first, headings), *(path for _, path in self._further(headings)), *self.constants]

    def _first(self, heading: str) -> str:
        column = self.columns.get(plain(heading))
        return column.paths[0] if column else f"{NOTE} {heading}"

    def _further(self, headings: list[str]) -> Iterator[tuple[int, str]]:
        """Give each further question that a column answers, with the place of the column."""
        for place, heading in enumerate(headings):
            column = self.columns.get(plain(heading))
            yield from ((place, path) for path in (column.paths[1:] if column else ()))

    def _answers(self, headings: list[str], rows: Iterator[NumberedRow | Problem]) -> Iterator[NumberedRow | Problem]:
        further = list(self._further(headings))
        for row in rows:
            if isinstance(row, Problem) or is_blank(row):
                yield row
                continue
            number, cells = row
            beside = list(zip_longest(headings, cells, fillvalue=""))
            said = [self._value(str(heading), cell) for heading, cell in beside]
            yield number, [*said, *(said[place] for place, _ in further), *self.constants.values()]

    def _value(self, heading: str, cell: Cell) -> Cell:
        table = self.values.get(plain(heading), {})
        return table.get(plain(cell), cell) if isinstance(cell, str) else cell

    def _faults(self, headings: list[str], where: str) -> Iterator[Problem]:
        """Find each heading that the mapping does not know or that is there twice, and each that the sheet lacks."""
        known = {plain(heading): heading for heading in headings if heading}
        for heading in known.values():
            if plain(heading) not in self.columns.keys() | self.ignored.keys() and not heading.startswith(NOTE):
                what = f"nobody maps the column {in_quotes(heading)} of {where}."
                yield self.problem(self.line, what, "add a line for it under `columns`, or list it under `ignored`.")
            if [plain(one) for one in headings].count(plain(heading)) > 1:
                yield Problem(where, f"the column {in_quotes(heading)} is there twice.", "rename one of the two.")
        for key, column in self.columns.items():
            if key not in known:
                what = f"{where} has no column {in_quotes(column.heading)}."
                yield self.problem(column.line, what, "write the heading as the sheet does, or take the line out.")

    def problem(self, line: int, what: str, fix: str) -> Problem:
        """Give what is wrong at a line of the mapping."""
        return Problem(f"{self.shown}:{line}", what, fix)


def plain(words: str) -> str:
    """Write a heading or a value so that capitals and spaces make no difference."""
    return " ".join(words.split()).casefold()

