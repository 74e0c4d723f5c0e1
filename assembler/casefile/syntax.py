"""A YAML error in the words of someone who has never heard of YAML."""

from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from assembler.casefile.nodes import Fault

_QUOTE = "put the whole answer in quotes."
_INDENT = "write each answer as `key: answer`, indented like its neighbors; put a text with quotes inside in quotes."


class _Hint(NamedTuple):
    fragment: str
    what: str
    fix: str
    at_opening: bool = False  # the line to mend is where the thing began, not where it broke


_HINTS = (
    _Hint("mapping values are not allowed", "a second colon stands in this answer, or the indent is off.", _QUOTE),
    _Hint("end of stream", "a quotation mark is opened here and never closed.", "close it.", True),
    _Hint("document indicator", "a quotation mark is opened here and never closed.", "close it.", True),
    _Hint("expected ',' or '}'", "a brace is opened here and not closed, or a comma is missing.", "close it.", True),
    _Hint("expected ',' or ']'", "a bracket is opened here and not closed, or a comma is missing.", "close it.", True),
    _Hint("Unicode character escape", "a \\u escape here names half a character.", "write the character itself."),
    _Hint("escape", "a backslash in double quotes begins an escape that does not exist.", "use single quotes."),
    _Hint("directive", "a line that begins with % is read as a YAML directive.", "take it out."),
    _Hint("start any token", "an answer cannot begin with this character.", _QUOTE),
    _Hint("tag", "an exclamation mark is read as a YAML tag.", _QUOTE),
    _Hint("anchor", "an ampersand is read as a YAML anchor.", _QUOTE),
    _Hint("alias", "an asterisk is read as a YAML alias.", _QUOTE),
    _Hint("expected", "the line does not fit with the lines around it.", _INDENT),
    _Hint("not find", "the line does not fit with the lines around it.", _INDENT),
)


def fault(error: YAMLError, text: str) -> Fault:
    """Return where `text` stops being YAML, and what to mend there."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Fault(1, "the file cannot be read as YAML.", "save it again as plain text in UTF-8.")
    mark = error.problem_mark
    row = text.split("\n")[mark.line : mark.line + 1]
    if row and "\t" in row[0][: mark.column + 1]:
        return Fault(mark.line + 1, "a tab stands where YAML wants spaces.", "indent with spaces, never with tabs.")
    said = f"{error.context or ''}: {error.problem or ''}"
    for hint in _HINTS:
        if hint.fragment in said:
            opening = error.context_mark if hint.at_opening and error.context_mark else mark
            return Fault(opening.line + 1, hint.what, hint.fix)
    return Fault(mark.line + 1, f"the file is not YAML here: {error.problem}.", _INDENT)
