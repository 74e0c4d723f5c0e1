"""How a question of the case file is declared: what is asked, what it is called, who can answer, in which form."""

from dataclasses import field
from types import MappingProxyType
from typing import Any


def question(about: str, label: str, who: str = "attorney", form: str = "", *, default: object = None) -> Any:
    """Declare one question as a field of a dataclass; left out, its answer is the default.

    ``about`` is what is asked. ``label`` is what the answer is called where it is missing, as in "the full
    name of the Spouse"; of a list it is what one item is called. In it stand ``{it}`` for the label of the
    record that the question belongs to, ``{n}`` for the number of an item from 1, ``{name or a Trustee}``
    for an answer of the record itself or the words in its place, and ``{role}`` for the Decedent, or the
    Settlor while living. ``who`` can supply the answer.

    ``form`` is empty for plain text on one line, or ``lines`` (may run over several), ``number``
    (text, though it may look like a number), ``id``, ``trust`` (the id of a trust), ``country``,
    ``month-day``, ``money``, ``percent``, ``count`` (a whole number) or ``format``.
    """
    asked = {"about": about, "label": label, "who": who, "form": form}
    return field(default=default, metadata=MappingProxyType(asked))
