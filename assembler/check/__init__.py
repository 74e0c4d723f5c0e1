"""Read a finished document back and prove it; the checker does not trust the writer."""

from assembler.check.alike import Printed, check_alike
from assembler.check.checker import Expected, check
from assembler.check.clause_markup import Vocabulary, vocabularies
from assembler.check.template import examine, own_words
from assembler.check.whole_file import Whole

__all__ = [
    "Expected",
    "Printed",
    "Vocabulary",
    "Whole",
    "check",
    "check_alike",
    "examine",
    "own_words",
    "vocabularies",
]
