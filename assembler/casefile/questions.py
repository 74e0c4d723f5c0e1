"""Every question as it is asked aloud: its words, what each answer means, why it is asked and by which law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

import yaml

from assembler.casefile import paths
from assembler.casefile.open_points import label, worded
from assembler.casefile.schema_fields import SchemaField
from assembler.casefile.shape import Case

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML was built without libyaml
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

CHOICES = "choices.yaml"
NO_LAW = "none"

_Entry: TypeAlias = str | Sequence[str]


@dataclass(frozen=True)
class Question:
    """One question of a case: how it is asked, and all that helps to answer it.

    ``meaning`` says what is asked, ``choices`` each answer with what it means, ``left_out`` what no answer means, and
    ``why`` what hangs on it; ``law`` is empty where no law asks.
    """

    path: str
    label: str
    ask: str
    meaning: str
    why: str
    law: str
    who: str
    field: SchemaField
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def left_out(self) -> str:
        """Say what leaving it out means; '' where it is then open."""
        return self.field.left_out


def spoken(case: Case, path: str) -> Question:
    """Give the question at a path, with the names of this case in its words.

    Raises `ValueError` for a path that is no question, or several.
    """
    field = paths.question(path)
    if field is None or field.is_record:
        msg = f"{path} is not one question"
        raise ValueError(msg)
    shape = paths.shape_of(path)
    ask, why, law = _words_of(shape, field.key)
    return Question(
        path,
        label(case, path),
        worded(case, path, ask),
        field.about,
        why,
        law,
        field.who,
        field,
        choices(field.type) if issubclass(field.type, StrEnum) else (),
    )


def law_of(path: str) -> str:
    """Say by which law the question at a path is asked; '' where none asks, or the path is not one question."""
    if not paths.is_one(path):
        return ""
    return _words_of(paths.shape_of(path), paths.parts(path)[-1][0])[2]


def item_of(path: str) -> str:
    """Say what an item of the list of records at a path is, such as *a trustee who acts first*."""
    return str(_asked()[paths.shape_of(path).__name__][paths.parts(path)[-1][0]])


def choices(answers: type[StrEnum]) -> tuple[tuple[str, str], ...]:
    """Give each choice with what it means, in a line."""
    words = _choices()[answers.__name__]
    return tuple((one.value, words[one.value]) for one in answers)


def _words_of(shape: type, key: str) -> tuple[str, str, str]:
    """Give the words of a question, and why it is asked: its own reason and law, or those of its record."""
    asked = _asked()[shape.__name__]
    entry = asked[key]
    ask, *reason = [entry] if isinstance(entry, str) else entry
    why, law = reason or asked["record"]
    return ask, why, "" if law == NO_LAW else law


@cache
def _asked() -> Mapping[str, Mapping[str, _Entry]]:
    """Read the words of every question, by the record in which it stands."""
    folder = files("assembler.casefile") / "question_words"
    found: dict[str, Any] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name != CHOICES:
            found |= yaml.load(file.read_text(encoding="utf-8"), Loader)
    return found


@cache
def _choices() -> Mapping[str, Mapping[str, str]]:
    text = (files("assembler.casefile") / "question_words" / CHOICES).read_text(encoding="utf-8")
    found: dict[str, dict[str, str]] = yaml.load(text, Loader)
    return found
