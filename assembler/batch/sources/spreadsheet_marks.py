"""What a spreadsheet wrote in the place of an answer: an error, a date it took it for, a mark of its own."""

import re

from assembler.casefile.characters import shown as in_quotes
from assembler.casefile.rows import Cell

_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DATE = re.compile(f"[0-9]{{1,2}}-(?:{_MONTHS})(?:-[0-9]{{2}})?|(?:{_MONTHS})-[0-9]{{2}}")
_NARROW = re.compile("#{3,}")
_ERROR = re.compile(r"#(?:N/A|REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)|Err:[0-9]{3}")
_MARKED = re.compile(r"'[0-9=+@-].*", re.DOTALL)
_TYPE = "type the answer itself"


def unmarked(answer: str) -> Cell:
    """Return an answer as it stands, or say that a spreadsheet has put something else in its place, and what to do."""
    if _DATE.fullmatch(answer):
        what = f"{in_quotes(answer)} is what Excel makes of an answer such as 1/2 or 1-50 that it takes for a date."
        return what, "format the cell as Text and type the answer again; or write a date as 2026-02-11."
    if _NARROW.fullmatch(answer):
        return f"{in_quotes(answer)} is what Excel saves of a column that is too narrow.", "widen it, and save again."
    if _ERROR.fullmatch(answer):
        return f"{in_quotes(answer)} is an error of a formula.", f"mend the formula, or {_TYPE}."
    if _MARKED.fullmatch(answer):
        what = f"{in_quotes(answer)} begins with the apostrophe by which Excel marks a text."
        return what, "take the apostrophe out; it is no part of the answer."
    return answer
