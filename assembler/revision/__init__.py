"""A draft that comes back: compare, verify, redline, regenerate, audit."""

from assembler.revision.redline import Redline, Source, redline
from assembler.revision.returned import Report
from assembler.revision.verify import Finding

__all__ = ["Finding", "Redline", "Report", "Source", "redline"]
