"""How documents are to be drafted."""

from dataclasses import dataclass

NONE, CONDITIONAL, ALL = "none", "conditional", "all"
"""No notes; notes on what this case's facts called for or left undecided; notes on every clause."""


@dataclass(frozen=True)
class Manner:
    """How a document is to be drafted: final or draft, and with which drafting notes.

    Where nothing is said of notes, a draft has those that its case calls for, and a final paper none. ``is_fillable``
    is whether an open point is a control to be filled in, of which LibreOffice would not show that it is highlighted.
    """

    is_final: bool = False
    notes: str | None = None
    is_fillable: bool = True

    @property
    def shown_notes(self) -> str:
        """Which drafting notes there are to be."""
        return self.notes or (NONE if self.is_final else CONDITIONAL)


DRAFT = Manner()
