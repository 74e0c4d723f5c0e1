"""A case opened once: what the law makes of it, its documents, and their delivery."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assembler.matter.drafting import Drafted, Outcome
    from assembler.matter.engine import Engine
    from assembler.matter.manner import Manner
    from assembler.matter.matter import Matter
    from assembler.matter.output import contents, deliver, deliver_with_pdf
    from assembler.matter.report import deadline_values, figure_values, gap_values, problem_values, report_values

__all__ = [
    "Drafted",
    "Engine",
    "Manner",
    "Matter",
    "Outcome",
    "contents",
    "deadline_values",
    "deliver",
    "deliver_with_pdf",
    "figure_values",
    "gap_values",
    "problem_values",
    "report_values",
]

HOMES = {
    "drafting": ("Drafted", "Outcome"),
    "engine": ("Engine",),
    "manner": ("Manner",),
    "matter": ("Matter",),
    "output": ("contents", "deliver", "deliver_with_pdf"),
    "report": ("deadline_values", "figure_values", "gap_values", "problem_values", "report_values"),
}
"""Where each of these names is declared; it is imported when it is asked for, as only a draft needs them all."""


def __getattr__(name: str) -> Any:
    """Import a name from its home."""
    home = next((home for home, names in HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)
