"""The fields of the annual statement: its year, what the trust held at the end of it, and land abroad."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from assembler.findings import annual_statement, year_end
from assembler.merge.answers import Answers
from assembler.merge.field import Fill, List, finding, last_day, rows
from assembler.merge.property import THING, percent_abroad
from assembler.wording import day, dollars, percent


def _of_share(say: Callable[[Any], str]) -> Fill:
    """Declare a field over the share of real property abroad, entities looked through."""
    return finding(lambda answers: year_end.share(answers.trust), say)


def _held(answers: Answers) -> Sequence[Answers]:
    """Give what the trust held at the end of the year; where it is not stated, one thing without any answer."""
    where, _ = year_end.year_recorded(answers.trust)
    return answers.each(f"trust{where.removeprefix(answers.trust.where)}.holdings")


def _land(answers: Answers) -> Sequence[Answers]:
    """Give the land abroad among it that is held directly, and what may be such."""
    return [one for one in _held(answers) if year_end.is_land_abroad(one.record, one.where).value is not False]


def _if_land(fill: Fill) -> Fill:
    """Leave a field open while it is not stated whether it is of land abroad."""

    def filled(one: Answers) -> str:
        one.value(year_end.is_land_abroad(one.record, one.where))
        return fill(one)

    return filled


def _looked_through(answers: Answers) -> Sequence[Answers]:
    """Give what is inside the entities that are looked through, each at its path."""
    inside = answers.value(year_end.looked_through(answers.trust))
    return [replace(answers, record=one, where=where) for where, one in inside]


FIELDS: Mapping[str, Fill] = {
    "tax_year_ended": finding(lambda answers: year_end.statement_year(answers.trust), day),
    "annual_due": last_day(lambda a: annual_statement.last_day_to_file(a.trust)),
    "year_end_total": finding(lambda answers: year_end.worth(answers.trust), dollars),
    "year_end_foreign_total": _of_share(lambda share: dollars(share.foreign)),
    "year_end_foreign_percent": lambda answers: percent_abroad(answers, year_end.share(answers.trust)),
    "year_end_measured_total": _of_share(lambda share: dollars(share.total)),
}

INSIDE: Mapping[str, Fill] = {
    "entity": lambda one: str(one.record.entity),
    "description": THING["description"],
    "location": THING["location"],
    "share": lambda one: f"{percent(one.record.share)} percent",
    "value": lambda one: dollars(one.record.value),
}

LISTS: Mapping[str, List] = {
    "year_end_assets": rows(_held, THING),
    "land": rows(_land, {name: _if_land(fill) for name, fill in THING.items()}),
    "look_through": rows(_looked_through, INSIDE),
}
