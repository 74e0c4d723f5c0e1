"""The short references by which a questionnaire names the questions of a case, whatever program saves it."""

from collections.abc import Iterator, Mapping
from hashlib import sha256
from itertools import product
from typing import Any

from assembler.casefile.schema_fields import schema_fields
from assembler.casefile.shape import Case

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Letters and digits of which none looks like another."""

LENGTH = 6


def reference(path: str) -> str:
    """Name a question by six letters and digits, which stay as they are while its path does."""
    digest = int.from_bytes(sha256(path.encode()).digest())
    return "".join(ALPHABET[digest >> 5 * place & 31] for place in range(LENGTH))


def references(case: Case) -> Mapping[str, str]:
    """Give the path of each question of a case by its reference.

    An item goes by its id, or by its number from 0; one that has an id by now was perhaps asked about by its number.
    Each list has a further item, which may be the one asked about.
    """
    return {reference(asked): path for path, asked in _questions(case, Case, "", ("",))}


def _questions(record: Any, shape: type, path: str, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Give each question below a record by its path, once for each name that the path may go by."""
    for key, field in schema_fields(shape).items():
        below, known = _under(path, key), tuple(_under(name, key) for name in names)
        answer = getattr(record, field.name, None)
        if not field.is_record:
            yield from product((below,), known)
        elif not field.is_list:
            yield from _questions(answer, field.type, below, known)
        else:
            for number, item in enumerate((*(answer or ()), None)):
                marks = dict.fromkeys((getattr(item, "id", None) or str(number), str(number)))
                items = tuple(f"{name}[{mark}]" for name in known for mark in marks)
                yield from _questions(item, field.type, f"{below}[{next(iter(marks))}]", items)


def _under(path: str, key: str) -> str:
    return f"{path}.{key}" if path else key
