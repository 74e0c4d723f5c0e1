"""How a question of the case file is described: what is asked, who can answer, in which form."""

from collections.abc import Mapping
from types import MappingProxyType


def question(about: str, who: str = "attorney", form: str = "") -> Mapping[str, str]:
    """Describe one answer: what is asked, who can supply it, and the form its text takes.

    ``form`` is empty for plain text on one line, or ``lines`` (may run over several), ``number``
    (text, though it may look like a number), ``id``, ``trust`` (the id of a trust), ``country``,
    ``month-day``, ``money``, ``percent``, ``count`` (a whole number) or ``format``.
    """
    return MappingProxyType({"about": about, "who": who, "form": form})
