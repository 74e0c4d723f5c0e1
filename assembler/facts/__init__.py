"""Apply the law to a case: every conclusion a clause may rest on, named, with its reasons."""

from assembler.facts.find import find
from assembler.facts.finding import Facts, Finding, TrustFacts
from assembler.facts.names import NAMES
from assembler.facts.relations import GROUPS, NEVER

__all__ = ["GROUPS", "NAMES", "NEVER", "Facts", "Finding", "TrustFacts", "find"]
