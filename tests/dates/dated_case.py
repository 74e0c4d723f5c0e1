"""A complete case as a file holds it, with what a test changes in it, and the dates it calls for."""

from copy import deepcopy
from datetime import date
from typing import Any

import yaml
from assembler.dates import Dates, SubjectDate

from assembler import casefile, dates, facts
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
HOME = {"id": "home", "kind": "real-property", "country": "US", "value": "700000", "is_residence": True}


def trust(**answers: Any) -> dict[str, Any]:
    """Return the trust with these answers changed; None leaves a question open."""
    return _merged(TRUST, answers)


def case_text(**answers: Any) -> str:
    """Return the file of the case with these answers changed."""
    answers = {key.rstrip("_"): answer for key, answer in answers.items()}
    return yaml.safe_dump(_merged(CASE, answers), allow_unicode=True, sort_keys=False)


def found_in(**answers: Any) -> Dates:
    """Return what is found in the case with these answers changed, which must read without a problem."""
    reading = casefile.read(case_text(**answers).encode())
    assert reading.problems == ()
    assert reading.case is not None
    return dates.find(reading.case, facts.find(reading.case))


def all_of(name: str, **answers: Any) -> tuple[SubjectDate, ...]:
    """Return every date of a name."""
    return tuple(one for one in found_in(**answers).dates if one.deadline.name == name)


def deadline(name: str, **answers: Any) -> Deadline:
    """Return the one deadline of a name."""
    (one,) = all_of(name, **answers)
    return one.deadline


def days(name: str, **answers: Any) -> list[date]:
    """Return the days of every date of a name."""
    return [one.deadline.date for one in all_of(name, **answers)]


def _merged(base: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    whole = deepcopy(base)
    for key, answer in answers.items():
        old = whole.get(key)
        whole[key] = _merged(old, answer) if isinstance(old, dict) and isinstance(answer, dict) else answer
    return whole
