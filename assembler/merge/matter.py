"""The fields of the firm's file, of the day of the papers, and of the day that one paper has."""

from collections.abc import Mapping
from datetime import date

from assembler.findings import Finding
from assembler.merge.field import Fill, List, answer
from assembler.wording import day, on_lines, on_one_line

FIELDS: Mapping[str, Fill] = {
    "as_of": answer("as_of", day),
    "attorney": answer("matter.attorney"),
    "firm": answer("matter.firm"),
    "firm_address": answer("matter.address", on_one_line),
    "firm_address_lines": answer("matter.address", on_lines),
    "matter_number": answer("matter.number"),
    "memo_from": lambda answers: answers.get("matter.prepared_by") or answers.phrase("memorandum", "from"),
}



def of_paper(found: Finding[date]) -> Mapping[str, Fill]:
    """Declare the fields that differ from paper to paper of one subject: the day of the paper."""
    return {"paper_day": lambda answers: day(found.value) if found.value else answers.leave_open(found.rests_on[0])}


OF_PAPER = frozenset({"paper_day"})
LISTS: Mapping[str, List] = {}
