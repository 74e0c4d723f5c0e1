"""The questions that a case leaves open, each in the words by which a paper says what is missing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from assembler.casefile import paths
from assembler.casefile.schema_fields import SchemaField, schema_fields
from assembler.casefile.shape import Case

_PLACEHOLDER = re.compile(r"\{(\w+)(?: or ([^{}]+))?\}")


@dataclass(frozen=True)
class OpenPoint:
    """What is missing, who can supply it, and the answer in the case file that would."""

    what: str
    who: str
    path: str


def open_point(case: Case, path: str) -> OpenPoint:
    """Say what is missing at a path; for a record or a list, the first unanswered question in it.

    Raises `ValueError` for a path that is no question.
    """
    first = first_unanswered(case, path)
    return OpenPoint(label(case, first), _field(case, first).who, first)


def unanswered(case: Case, path: str) -> bool:
    """Tell whether a question is open; of a record, whether none of its questions is answered.

    What has a default, or is answered by leaving it out, is not open.
    """
    field = _field(case, path)
    return not field.left_out and _is_left_out(case, field, path)


def first_unanswered(case: Case, path: str) -> str:
    """Return the first unanswered question at or below a path; the path itself where there is none."""
    return next(_unanswered(case, path), path)


def label(case: Case, path: str) -> str:
    """Return what the answer at a path is called, such as *the value of asset 2*."""
    shape: type = type(case)
    record: Any = case
    words = ""
    role = _role(case)
    for key, item in paths.parts(path):
        field = schema_fields(shape)[key]
        answer = paths.at(record, [key])
        items = answer if isinstance(answer, tuple) else ()
        number = paths.index(items, item)
        shape, record = field.type, next(iter(items[number:]), None) if field.is_list else answer
        words = _filled(field.label, {"it": words, "n": str(number + 1), "role": role}, record)
    return words


def worded(case: Case, path: str, words: str) -> str:
    """Return words about the question at a path, with what this case has to say of its record in their places."""
    above = path.rpartition(".")[0]
    it = label(case, above) if above else ""
    return _filled(words, {"it": it, "role": _role(case)}, paths.answer(case, above) if above else case)


def _role(case: Case) -> str:
    return "the Decedent" if case.decedent.died else "the Settlor"


def _filled(label: str, words: Mapping[str, str], record: Any) -> str:
    def fill(found: re.Match[str]) -> str:
        name, otherwise = found.groups()
        return words.get(name) or str(getattr(record, name, None) or otherwise)

    return _PLACEHOLDER.sub(fill, label)


def _field(case: Case, path: str) -> SchemaField:
    field = paths.question(path, type(case))
    if field is None:
        msg = f"no question has the path {path}"
        raise ValueError(msg)
    return field


def _is_left_out(case: Case, field: SchemaField, path: str) -> bool:
    answer = paths.answer(case, path)
    return answer is None or (field.is_record and answer == field.type())


def _unanswered(case: Case, path: str) -> Iterator[str]:
    field = _field(case, path)
    if not field.is_record:
        if unanswered(case, path):
            yield path
    elif field.is_list and not path.endswith("]"):
        answer = paths.answer(case, path)
        for number, item in enumerate((None,) if answer is None else answer):
            yield from _unanswered(case, f"{path}[{getattr(item, 'id', None) or number}]")
    else:
        for key, inner in schema_fields(field.type).items():
            below = f"{path}.{key}"
            if key != "id" and not (inner.left_out and _is_left_out(case, inner, below)):
                yield from _unanswered(case, below)
