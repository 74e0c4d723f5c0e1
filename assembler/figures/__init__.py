"""Every figure a case calls for, with its arithmetic."""

from assembler.figures.compute import compute
from assembler.figures.worked import Figures, SubjectFigure

__all__ = ["Figures", "SubjectFigure", "compute"]
