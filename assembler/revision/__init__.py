"""A draft that comes back: compare, verify, redline, regenerate, audit."""

from assembler.revision.redline import Redline, Source, redline

__all__ = ["Redline", "Source", "redline"]
