"""Read the finished document back and prove it; the checker does not trust the writer."""

from assembler.check.expected import Expected, Requirement
from assembler.check.proof import check, structure

__all__ = ["Expected", "Requirement", "check", "structure"]
