"""The fields of the firm's file and of the day of the papers."""

from collections.abc import Mapping

from assembler.merge.field import Fill, List, answer
from assembler.wording import day

FIELDS: Mapping[str, Fill] = {
    "as_of": answer("as_of", day),
    "attorney": answer("matter.attorney"),
    "firm": answer("matter.firm"),
    "matter_number": answer("matter.number"),
}

LISTS: Mapping[str, List] = {}
