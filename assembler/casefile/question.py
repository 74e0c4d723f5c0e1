"""How a question of the case file is declared: what is asked, how its answer is called, who knows it, in which form."""

from dataclasses import field
from types import MappingProxyType
from typing import Any


def question(
    about: str,
    label: str,
    who: str = "attorney",
    form: str = "",
    *,
    default: object = None,
    because: str = "",
    absent: str = "",
) -> Any:
    """Declare one question as a field of a dataclass.

    ``about`` is what is asked, and ``who`` can answer it. ``label`` is how the answer is called where it is
    missing, such as "the full name of the Spouse"; of a list, how one item is called. In a label stand
    ``{it}`` for the record in which the question is asked, by that record's label; ``{n}`` for the number of
    an item, from 1; ``{name or a Trustee}`` for an answer in the record itself, or the words to use without
    it; and ``{role}`` for the Decedent, who in life is the Settlor.

    ``form`` is empty for plain text on one line, or ``lines`` (may run over several), ``number``
    (text, though it may look like a number), ``id``, ``trust`` (the id of a trust), ``country`` (its code),
    ``state``, ``place`` (ends with the name of a State or a country), ``month-day``, ``money``, ``percent``,
    ``count`` (a whole number) or ``format``.

    A question left out has the answer ``default``, and ``because`` says why; or leaving it out is an answer in
    itself, which ``absent`` gives in words; or it is open.
    """
    asked = {"about": about, "label": label, "who": who, "form": form, "because": because, "absent": absent}
    return field(default=default, metadata=MappingProxyType(asked))
