"""Apply the law to a case: every conclusion a clause may rest on, named, with its reasons."""

from assembler.facts.find import find
from assembler.facts.finding import Facts, Finding, TrustFacts
from assembler.facts.item_names import ITEM_GROUPS, ITEM_NAMES, ITEM_NEVER
from assembler.facts.items import of_item, of_no_item
from assembler.facts.names import NAMES
from assembler.facts.relations import GROUPS, NEVER

__all__ = [
    "GROUPS",
    "ITEM_GROUPS",
    "ITEM_NAMES",
    "ITEM_NEVER",
    "NAMES",
    "NEVER",
    "Facts",
    "Finding",
    "TrustFacts",
    "find",
    "of_item",
    "of_no_item",
]
