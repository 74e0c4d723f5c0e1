"""What people type for an answer, put into the form of the case file: where one meaning is possible, and only there."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple, TypeAlias, cast

from assembler.casefile import parsers, places
from assembler.casefile.binder import parser
from assembler.casefile.characters import shown
from assembler.casefile.nodes import Scalar
from assembler.casefile.parsers import Refusal
from assembler.casefile.schema_fields import SchemaField


class DateOrder(StrEnum):
    """Whether a date in figures begins with its month or with its day."""

    MONTH_FIRST = "month-first"
    DAY_FIRST = "day-first"


class Meaning(NamedTuple):
    """One reading of a typed answer: as the case file writes it, and in words."""

    written: str
    words: str


class Unclear(NamedTuple):
    """An answer that must be asked about, with each reading that it may have."""

    readings: tuple[Meaning, ...]


Understood: TypeAlias = str | Unclear | Refusal
"""An answer in the form of the case file; or what has to be asked; or why there is no such answer."""

_YES_NO = {
    **dict.fromkeys(("yes", "y", "true", "t", "on"), "true"),
    **dict.fromkeys(("no", "n", "false", "f", "off"), "false"),
}
_NOT_MONEY = re.compile("%|percent", re.IGNORECASE)
_NOT_PERCENT = re.compile(r"\$|USD|dollars", re.IGNORECASE)
_IN_FIGURES = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_MONTH_AND_DAY = re.compile(r"([0-9]{1,2})[/.]([0-9]{1,2})")
_ORDINAL = re.compile(r"(?<=[0-9])(st|nd|rd|th)\b")
_IN_WORDS = ("%B %d %Y", "%b %d %Y", "%d %B %Y", "%d %b %Y", "%Y %B %d", "%Y %b %d")
_IN_ORDER = ("%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%d")
_LEAP_YEAR = 2024
_SIGNS = re.compile(r"[\W_]+")
_QUOTED = re.compile("[\"“”]([^\"“”]*)[\"“”]")


_PARTED_PLAINLY = re.compile("[,;]")
_PARTED = re.compile(r"[,;]|(?<![\w-])(?:and|or)(?![\w-])", re.IGNORECASE)


def understood(field: SchemaField, typed: str, dates: DateOrder | None = None) -> Understood:
    """Return one typed answer to a question as the case file writes it.

    What the file itself would take is taken, but for the code of a State that is a country's too. A date in figures
    is asked about unless ``dates`` says how such dates begin. Of a list this is one answer; `understood_list` has
    them all.
    """
    text = " ".join(typed.split()) if field.form != "lines" else typed.strip()
    found = _reading(field)(field, text, dates)
    return found if isinstance(found, Unclear | Refusal) else _held(field, found)


def understood_list(
    field: SchemaField, typed: str, dates: DateOrder | None = None
) -> tuple[str, ...] | Unclear | Refusal:
    """Return the typed answers to a question that takes several, parted by commas or semicolons.

    Choices may be parted by *and* or *or* too. The first that is not understood stands for all.
    """
    found: list[str] = []
    parted = _PARTED if issubclass(field.type, StrEnum) else _PARTED_PLAINLY
    for part in filter(None, (one.strip() for one in parted.split(typed.strip(" []")))):
        one = understood(field, part, dates)
        if isinstance(one, Unclear | Refusal):
            return one
        found.append(one)
    return tuple(dict.fromkeys(found))


def in_words(field: SchemaField, written: str) -> str:
    """Say what an answer means that is written as in a case file, such as *March 3, 2026* for 2026-03-03."""
    if issubclass(field.type, bool):
        return {"true": "yes", "false": "no"}.get(written, written)
    if field.type is date:
        return _day(date.fromisoformat(written))
    if field.form == "country":
        return places.name(written)
    if field.form == "money":
        return f"${Decimal(written):,.2f}"
    return f"{written} percent" if field.form == "percent" else written


def parsed(field: SchemaField, text: str) -> Any:
    """Return the value that the case file reads in one answer, or why it takes none."""
    is_plain = field.type is bool or field.form == "format"
    return parser(field.type, field.form)(Scalar(1, text, is_plain, 1))


def _held(field: SchemaField, text: str) -> Understood:
    """Return the text if the case file takes it, and else why not."""
    found = parsed(field, text)
    return found if isinstance(found, Refusal) else text


_Read: TypeAlias = Callable[[SchemaField, str, DateOrder | None], Understood]


def _reading(field: SchemaField) -> _Read:
    if field.form in _FORMS:
        return _FORMS[field.form]
    return _choice if issubclass(field.type, StrEnum) else _TYPES.get(field.type, _text)


def _text(field: SchemaField, text: str, _: DateOrder | None) -> str:
    quoted = _QUOTED.fullmatch(text)
    return quoted[1].strip() if quoted else text


def _yes_no(field: SchemaField, text: str, _: DateOrder | None) -> Understood:
    said = _YES_NO.get(text.casefold().rstrip(".!"))
    return said or Refusal(f"{shown(text)} is neither yes nor no.", "answer yes or no.")


def _choice(field: SchemaField, text: str, _: DateOrder | None) -> str:
    return {_plain(one): one for one in map(str, cast(type[StrEnum], field.type))}.get(_plain(text), text)


def _plain(text: str) -> str:
    return _SIGNS.sub("", text.casefold())


def _amount(field: SchemaField, text: str, _: DateOrder | None) -> str:
    unlike = _NOT_MONEY if field.form == "money" else _NOT_PERCENT
    return text if unlike.search(text) else parsers.bare_digits(text) or text


def _identifier(field: SchemaField, text: str, _: DateOrder | None) -> str:
    return "-".join(text.casefold().replace("_", "-").split())


def _country(field: SchemaField, text: str, _: DateOrder | None) -> Understood:
    """Read a country; Georgia, and CA, may be a State's name or code, and so the United States."""
    codes = dict.fromkeys((*places.countries(text), *("US" for _ in places.states(text))))
    return _one_of([Meaning(code, places.name(code)) for code in codes], text)


def _place(field: SchemaField, text: str, _: DateOrder | None) -> Understood:
    return _one_of([Meaning(one, one) for one in places.places(text)], text)


def _state(field: SchemaField, text: str, _: DateOrder | None) -> Understood:
    return _one_of([Meaning(one, one) for one in places.states(text)], text)


def _one_of(readings: list[Meaning], text: str) -> Understood:
    if len(readings) > 1:
        return Unclear(tuple(readings))
    return readings[0].written if readings else text


def _date(field: SchemaField, text: str, order: DateOrder | None) -> Understood:
    figures = _IN_FIGURES.fullmatch(text)
    if figures is None:
        days = set(_days(_worded(text)))
        return days.pop().isoformat() if len(days) == 1 else text
    first, _, second, year = figures.groups()
    if len(year) < len("2026"):
        return Refusal(f"{shown(text)} has a year of two figures.", "write the year in full, as March 14, 2026.")
    readings: dict[DateOrder | None, date] = dict(_readings(int(year), int(first), int(second)))
    if order in readings:
        return readings[order].isoformat()
    if order or not readings:
        return Refusal(f"there is no day {shown(text)}.", "write the month in words, as March 14, 2026.")
    return Unclear(tuple(Meaning(one.isoformat(), _day(one)) for one in dict.fromkeys(readings.values())))


def _worded(text: str) -> str:
    plain = _ORDINAL.sub("", text.casefold().replace("sept.", "sep").replace("sept ", "sep "))
    return " ".join(plain.replace(",", " ").replace(". ", " ").split())


def _days(text: str) -> Iterator[date]:
    for form in (*_IN_WORDS, *_IN_ORDER):
        try:
            yield datetime.strptime(text, form).date()
        except ValueError:
            continue


def _readings(year: int, first: int, second: int) -> Iterator[tuple[DateOrder, date]]:
    for order, month, day in ((DateOrder.MONTH_FIRST, first, second), (DateOrder.DAY_FIRST, second, first)):
        try:
            yield order, date(year, month, day)
        except ValueError:
            continue


def _month_day(field: SchemaField, text: str, order: DateOrder | None) -> Understood:
    figures = _MONTH_AND_DAY.fullmatch(text)
    if figures is None:
        days = set(_days(_worded(f"{text} {_LEAP_YEAR}")))
        return f"{days.pop():%m-%d}" if len(days) == 1 else text
    readings: dict[DateOrder | None, date] = dict(_readings(_LEAP_YEAR, int(figures[1]), int(figures[2])))
    if order in readings:
        return f"{readings[order]:%m-%d}"
    if order or not readings:
        return text
    return Unclear(tuple(Meaning(f"{one:%m-%d}", f"{one:%B} {one.day}") for one in dict.fromkeys(readings.values())))


def _day(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


_FORMS: Mapping[str, _Read] = {
    "country": _country,
    "place": _place,
    "state": _state,
    "money": _amount,
    "percent": _amount,
    "count": _amount,
    "month-day": _month_day,
    "id": _identifier,
    "trust": _identifier,
}
_TYPES: Mapping[type, _Read] = {bool: _yes_no, date: _date}
