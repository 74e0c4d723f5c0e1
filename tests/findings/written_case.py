"""A case as a file holds it, with what a test changes in it: the last days it calls for, and its figures."""

from copy import deepcopy
from datetime import date
from functools import lru_cache
from typing import Any

import yaml

from assembler import casefile
from assembler.findings import Findings, find
from assembler.findings.deadline import Dates, Missing, SubjectDate
from assembler.findings.figure import Figures
from assembler.law.deadline import Deadline

TRUST: dict[str, Any] = {
    "id": "share",
    "name": "Çelik-O'Hara Marital Trust",
    "source": "article-in-will",
    "instrument_date": "2019-05-30",
    "marital_form": "qtip",
    "tax_year_end": "12-31",
    "other_property": True,
    "security": {"permitted": ["bank-trustee", "bond", "letter-of-credit"], "operative": "bank-trustee"},
    "assets": [{"id": "bonds", "kind": "marketable-securities", "country": "US", "value": "1500000"}],
    "residence_exclusion": {"threshold": False, "security": False},
}
CASE: dict[str, Any] = {
    "format": 1,
    "as_of": "2026-11-21",
    "matter": {"number": "2026-0007"},
    "decedent": {"name": "Declan O'Hara Sr.", "died": "2026-02-11", "status": "citizen-domiciled-us"},
    "spouse": {"name": "Gülşen Çelik", "is_us_citizen": False, "is_resident": True},
    "return": {"form": "706"},
    "trusts": [TRUST],
}
PALACE = {"id": "palazzo", "kind": "real-property", "country": "IT", "value": "300000", "is_residence": False}
HOUSE = {"id": "home", "kind": "real-property", "country": "US", "value": "700000", "is_residence": True}

HEAD = "format: 1\nas_of: 2026-11-21\n"
COUPLE = """\
decedent: {name: Tomás Ó Briain, died: 2020-02-01, status: citizen-domiciled-us}
spouse: {name: Ayşe Ó Briain, is_us_citizen: false, is_resident: true, born: 1950-05-05}
"""
CASH = "{kind: cash, country: US, value: 600000}"
NO_EXCLUSION = ", residence_exclusion: {threshold: false, security: false}"


@lru_cache
def found(text: str) -> Findings:
    """Return what is found in a case file, which must read without a problem."""
    reading = casefile.read(text.encode())
    assert reading.problems == ()
    assert reading.case is not None
    return find(reading.case)


def trust(**answers: Any) -> dict[str, Any]:
    """Return the trust with these answers changed; None leaves a question open."""
    return _merged(TRUST, answers)


def distributed(*days_and_kinds: tuple[str | None, str | None], **answers: Any) -> dict[str, Any]:
    """Return a change of the trusts: the trust with distributions made on these days, each of its kind."""
    made = [{"made": day, "kind": kind} for day, kind in days_and_kinds]
    return {"trusts": [trust(distributions=made, **answers)]}


def case_text(**answers: Any) -> str:
    """Return the file of the case with these answers changed."""
    answers = {key.rstrip("_"): answer for key, answer in answers.items()}
    whole = _merged(CASE, answers)
    return yaml.dump(whole, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)


def found_in(**answers: Any) -> Dates:
    """Return the last days that the case calls for with these answers changed."""
    return found(case_text(**answers)).calendar


def keyed(key: str, event: str = "", /, **answers: Any) -> tuple[SubjectDate, ...]:
    """Return every deadline of a key, or of these the one of an event, such as a year."""
    dates = found_in(**answers).dates
    return tuple(one for one in dates if one.deadline.key == key and event in ("", one.event))


def deadline(key: str, event: str = "", /, **answers: Any) -> Deadline:
    """Return the one deadline of a key and event."""
    (one,) = keyed(key, event, **answers)
    return one.deadline


def days(key: str, event: str = "", /, **answers: Any) -> list[date]:
    """Return the days of every deadline of a key and event."""
    return [one.deadline.date for one in keyed(key, event, **answers)]


def left_out(**answers: Any) -> set[str]:
    """Return which deadlines are left out, by key, each with the answer it waits for, as the trust names it."""
    missing = (one for one in found_in(**answers).notes if isinstance(one, Missing))
    return {f"{one.key}: {one.where.removeprefix('trusts[share].')}" for one in missing}


def figured(text: str, head: str = HEAD + COUPLE) -> Figures:
    """Return the figures of a couple's case with these answers."""
    return found(head + text).figures


def holding(answers: str, assets: str = CASH, rest: str = "") -> str:
    """Return the text of one trust that holds these assets, with these answers besides, and the rest of its file."""
    exclusion = "" if "residence_exclusion" in answers else NO_EXCLUSION
    return f"trusts:\n  - {{id: a, name: Ó Briain QDOT, assets: [{assets}]{exclusion}{answers}}}\n{rest}"


def values(found: Figures, name: str) -> dict[str, str]:
    """Return the values of every figure of a name, by subject."""
    return {one.subject: str(one.figure.value) for one in found.figures if one.figure.name == name}


def value(found: Figures, name: str) -> str:
    """Return the value of the one figure of a name."""
    (only,) = values(found, name).values()
    return only


def steps(found: Figures, name: str) -> list[str]:
    """Return the steps of every figure of a name."""
    return [
        f"{step.text} = {step.value}" for one in found.figures if one.figure.name == name for step in one.figure.steps
    ]


def _merged(base: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    whole = deepcopy(base)
    for key, answer in answers.items():
        old = whole.get(key)
        whole[key] = _merged(old, answer) if isinstance(old, dict) and isinstance(answer, dict) else answer
    return whole
