"""Read a finished document back and prove it; the checker does not trust the writer."""

from assembler.check.alike import Printed, check_alike
from assembler.check.checker import Expected, check

__all__ = ["Expected", "Printed", "check", "check_alike"]
