"""What fills a blank: words, or the open point that stands in their place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assembler.blanks.filled import Over
from assembler.casefile.open_points import OpenPoint as OpenPoint

Blank = str | OpenPoint
"""The words that fill a blank, or the open point that stands in it."""

Item = Mapping[str, Blank]
"""One entry of a list, such as one trustee: its own blanks by name."""


@dataclass(frozen=True)
class Blanks:
    """Every blank a clause may ask for, and every list a clause may repeat over."""

    values: Mapping[str, Any]
    lists: Mapping[str, Sequence[Mapping[str, object]]]

    def over(self, others: "Blanks") -> "Blanks":
        """Lay these over others."""
        return Blanks(Over(self.values, others.values), Over(self.lists, others.lists))
