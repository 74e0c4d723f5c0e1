"""Cases that nobody thought of: samples changed at random, and files of random answers, each from its seed.

A case of an even seed keeps its answers and has some of them otherwise; of an odd one some are left out as well.
Every fifth case is made of nothing but random answers.
"""

import json
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from assembler import casefile
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case

SAMPLES = sorted((Path(__file__).parents[1] / "samples").glob("*.yaml"))
NAMES = (
    "Ruth Katz-Lindqvist", "María José Ferreira d'Ávila", "박은영", "عائشة الزهراني", "Nguyễn Thị Ánh Tuyết", "Null",
    "None", "Undefined Smith", "Lorem Ipsum", "J..K", "Smith , Jr.", "[1: A]", "a___b", "Smith & Sons", "A < B",
    "50 % of it", "{{ 7*7 }} & <w:p> *Bold* _u_", "Section 5.1", "O'Neil \"Bud\"", "TBD", "x" * 300, "Ünïcode’s “name”",
)  # fmt: skip
MONEY = ("0", "0.01", "1", "600000", "2000000", "2000000.01", "3500000.55", "999999999999.99")
DATES = ("1988-11-10", "1995-11-20", "1996-08-22", "2025-01-01", "2026-02-28", "2026-07-10", "2027-04-15", "2031-12-31")
COUNTRIES = ("US", "PT", "CH", "NO", "KR")
STATES = ("California", "New York", "Texas", "District of Columbia", "Portugal")
FORMS = {
    "money": MONEY,
    "percent": ("0", "0.01", "35", "50", "100"),
    "country": COUNTRIES,
    "month-day": ("12-31", "06-30"),
}
SHIFTS = (-800, -366, -60, -1, 1, 30, 60, 400)


class Leaf(NamedTuple):
    """One answer: the record it stands in, and its question."""

    record: dict[str, Any]
    field: SchemaField


def random_case(seed: int) -> str:
    """Give the text of a case file; one seed always gives the same."""
    random = Random(seed)
    if seed % 5 == 4:
        case = _record(random, Case, 0.25) | {"format": 1, "as_of": random.choice(DATES)}
    else:
        case = _changed(random, leave_out=seed % 2 == 1)
    for number, trust in enumerate(case.get("trusts", ())):
        trust["id"] = trust.get("id") or f"t{number}"
    return json.dumps(case, ensure_ascii=False, indent=1)


def _changed(random: Random, leave_out: bool) -> dict[str, Any]:
    case: dict[str, Any] = json.loads(random.choice(_samples()))
    leaves = list(_leaves(case, Case))
    for leaf in random.sample(leaves, min(len(leaves), random.randint(0, 3))):
        leaf.record[leaf.field.key] = _answer(random, leaf.field, leaf.record[leaf.field.key])
    for leaf in random.sample(leaves, min(len(leaves), random.randint(1, 8))) if leave_out else ():
        leaf.record.pop(leaf.field.key, None)
    return case


@cache
def _samples() -> tuple[str, ...]:
    cases = (casefile.read(path).case for path in SAMPLES)
    return tuple(json.dumps(_plain(case)) for case in cases if case)


def _plain(answer: Any) -> Any:
    """Give answers as a file holds them, without those that are left out."""
    if isinstance(answer, tuple):
        return [_plain(one) for one in answer]
    if isinstance(answer, Decimal | date | StrEnum):
        return str(answer)
    if answer is None or isinstance(answer, str | bool | int):
        return answer
    given = {one.name: getattr(answer, one.name) for one in fields(answer)}
    shape: type = type(answer)
    keys = {field.name: field.key for field in schema_fields(shape).values()}
    found = {keys[name]: _plain(value) for name, value in given.items()}
    return {key: value for key, value in found.items() if value not in (None, {}, [])}


def _leaves(record: dict[str, Any], shape: type) -> Any:
    for key, field in schema_fields(shape).items():
        given = record.get(key)
        if given is None or key in ("id", "format", "as_of"):
            continue
        if field.is_record:
            for item in given if isinstance(given, list) else [given]:
                yield from _leaves(item, field.type)
        else:
            yield Leaf(record, field)


def _record(random: Random, shape: type, density: float) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for key, field in schema_fields(shape).items():
        if random.random() > density or key in ("format", "id"):
            continue
        if field.is_record and field.is_list:
            record[key] = [_record(random, field.type, density) for _ in range(random.randint(0, 2))]
        elif field.is_record:
            record[key] = _record(random, field.type, density)
        else:
            record[key] = _answer(random, field, None)
    return record


def _answer(random: Random, field: SchemaField, given: Any) -> Any:
    """Give another answer to a question, of its kind."""
    if field.is_list:
        kinds = list(field.type) if issubclass(field.type, StrEnum) else COUNTRIES
        return [str(one) for one in random.sample(kinds, random.randint(0, min(2, len(kinds))))]
    if field.type is bool:
        return not given if isinstance(given, bool) else random.random() < 0.5
    if issubclass(field.type, StrEnum):
        return str(random.choice(list(field.type)))
    if field.type is date:
        shifted = date.fromisoformat(given) + timedelta(random.choice(SHIFTS)) if given else None
        return shifted.isoformat() if shifted else random.choice(DATES)
    return _text(random, field)


def _text(random: Random, field: SchemaField) -> Any:
    if field.form in FORMS:
        return random.choice(FORMS[field.form])
    if field.type is int:
        return random.randint(0, 40)
    if field.form in ("trust", "id"):
        return random.choice(("t0", "t1", "share"))
    return random.choice(STATES if field.key in ("domicile", "governing_law", "records_kept_in") else NAMES)
