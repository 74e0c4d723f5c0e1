"""Read one written answer as a value of its type: a date, a sum, a choice; or say why it is not one."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from assembler.casefile import places
from assembler.casefile.characters import BLANK, FORBIDDEN, described, shown
from assembler.casefile.choices import CODES, SLIPS
from assembler.casefile.nearest import nearest
from assembler.casefile.nodes import Node, Scalar
from assembler.casefile.shape import FORMAT


class Refusal(NamedTuple):
    """Why an answer cannot be taken, and what to write instead."""

    what: str
    fix: str


Parser: TypeAlias = Callable[[Scalar], object]
"""Reads a written answer and returns its value, or a `Refusal`."""

NULLS = frozenset(("", "~", "null", "Null", "NULL"))
"""What the core schema of YAML 1.2 reads as null, which is: not answered."""

TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
"""What the core schema reads as true and false; `yes`, `no` and `NO` are text."""

NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?")
"""What the core schema reads as a decimal number; nothing counts in sixties."""

OTHER_NUMBER = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
"""What else the core schema reads as a number."""

ID = re.compile(r"[a-z0-9][a-z0-9-]{0,31}")
"""An id: it becomes part of a file's name."""

LARGEST = Decimal(10) ** 15
"""Dollars above which a sum is a slip of the keyboard."""

WHOLE = Decimal(100)
"""A percentage above this is a slip too."""

_EXPONENT = re.compile(r"[-+]?[0-9](?:\.[0-9]+)?E[-+]?[0-9]{2,3}")  # as Excel writes it
_QUOTED = re.compile("[\"“”„«»'‘’][^\"“”„«»]*[\"“”„«»'‘’]")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_COUNT = re.compile(r"[0-9]{1,6}")
_YEARS = range(1800, 2200)
_LONGEST_NUMBER = 40  # digits and signs; more would be work without an end for Decimal
_CENTS = -2
# A sum as Americans write it, which can be put right without guessing.
_DRESSED = re.compile(
    r"(?:US)?\$? ?([0-9]{1,3}(?:[,_ ][0-9]{3})+|[0-9]+)(\.[0-9]+)? ?(?:USD|dollars|%|percent)?", re.IGNORECASE
)
_SAID_AS = {"yes": "true", "y": "true", "on": "true", "no": "false", "n": "false", "off": "false"}


def is_null(node: Node) -> bool:
    """Tell whether the answer is left open: nothing, `~` or `null`, without quotes."""
    return isinstance(node, Scalar) and node.plain and node.text in NULLS


def truth(node: Scalar) -> bool | Refusal:
    """Read true or false."""
    if node.plain and node.text in TRUTHS:
        return TRUTHS[node.text]
    said = _SAID_AS.get(node.text.lower(), "true or false")
    return Refusal(f"the answer is {shown(node.text)}.", f"write {said}, without quotes.")


def version(node: Scalar) -> int | Refusal:
    """Read the version of the file's form."""
    if node.plain and node.text == str(FORMAT):
        return FORMAT
    what = f"the form of this file is {shown(node.text)}; this program reads form {FORMAT}."
    return Refusal(what, f"write `format: {FORMAT}`, without quotes.")


def day(node: Scalar) -> date | Refusal:
    """Read a date, which must exist and lie from 1800 to 2199."""
    if not _DAY.fullmatch(node.text):
        return Refusal(f"{shown(node.text)} is not a date.", "write year, month and day, as 2026-02-11.")
    try:
        found = date.fromisoformat(node.text)
    except ValueError:
        return Refusal(f"there is no day {shown(node.text)}.", "check the month and the day.")
    if found.year not in _YEARS:
        return Refusal(f"the year {found.year:04} is not of our time.", "check the year.")
    return found


def month_day(node: Scalar) -> str | Refusal:
    """Read a day that comes every year, as 12-31."""
    fix = "write month and day, as 12-31."
    if not _MONTH_DAY.fullmatch(node.text):
        return Refusal(f"{shown(node.text)} is not a month and a day.", fix)
    if node.text == "02-29":
        return Refusal("February 29 does not come every year.", "write 02-28.")
    try:
        date.fromisoformat(f"2025-{node.text}")
    except ValueError:
        return Refusal(f"there is no day {shown(node.text)}.", fix)
    return node.text


def choice(answers: type[StrEnum]) -> Parser:
    """Return the reader of one answer out of several."""
    known = {one.value: one for one in answers}
    listed = ", ".join(known)

    def read(node: Scalar) -> StrEnum | Refusal:
        if node.text in known:
            return known[node.text]
        near = nearest(node.text, known)
        guess = f"did you mean `{near}`? The answers are: " if near else "write one of: "
        return Refusal(f"{shown(node.text)} is not one of the answers.", f"{guess}{listed}.")

    return read


def country(node: Scalar) -> str | Refusal:
    """Read a country by its two-letter code."""
    if node.text in CODES:
        return node.text
    upper = node.text.strip().upper()
    meant = SLIPS.get(upper, upper if upper in CODES else None)
    named = places.countries(node.text)
    if not meant and len(named) == 1:
        meant = named[0]
    fix = f"did you mean `{meant}`?" if meant else "write the two-letter code of ISO 3166, such as PT for Portugal."
    return Refusal(f"{shown(node.text)} is not the code of a country.", fix)


def place(node: Scalar) -> str | Refusal:
    """Read a place that ends with the full name of a State or a country, such as a city with its State."""
    found = text(node)
    if isinstance(found, Refusal) or places.is_place(found):
        return found
    return _not_named(found, "does not end with the name of a State or a country", places.places(found))


def state(node: Scalar) -> str | Refusal:
    """Read the full name of a State or of the District of Columbia."""
    found = text(node)
    if isinstance(found, Refusal) or places.is_state(found):
        return found
    return _not_named(found, "is not the name of a State or of the District of Columbia", places.states(found))


def _not_named(said: str, what: str, meant: tuple[str, ...]) -> Refusal:
    near = meant or tuple(filter(None, (nearest(said.rpartition(",")[2], places.every_name()),)))
    fix = f"did you mean {' or '.join(f'`{one}`' for one in near)}?" if near else "write its name in full, in English."
    return Refusal(f"{shown(said)} {what}.", fix)


def identifier(node: Scalar) -> str | Refusal:
    """Read an id."""
    if ID.fullmatch(node.text):
        return node.text
    what = f"{shown(node.text)} cannot be an id; it becomes part of a file's name."
    return Refusal(what, "write 1 to 32 small letters a to z, digits and hyphens, beginning with a letter or digit.")


def text(node: Scalar) -> str | Refusal:
    """Read text on one line, as given."""
    return _not_text(node) or _unfit(node.text) or _broken(node.text) or _quoted(node.text) or node.text


def lines(node: Scalar) -> str | Refusal:
    """Read text that may run over several lines, as given."""
    return _not_text(node) or _unfit(node.text) or node.text


def count(node: Scalar) -> int | Refusal:
    """Read a whole number, such as a count of persons or a calendar year."""
    if not _COUNT.fullmatch(node.text):
        return Refusal(f"{shown(node.text)} is not a whole number.", "write it in digits, such as 16.")
    return int(node.text)


def money(node: Scalar) -> Decimal | Refusal:
    """Read a sum in dollars: not below zero, to the cent, at most 10^15."""
    if node.text.rstrip().endswith("%"):
        return Refusal(f"{shown(node.text)} is a percentage, where a sum is asked.", "write dollars, as 663100.00.")
    found = _number(node, "663100.00")
    if isinstance(found, Refusal):
        return found
    if found > LARGEST:
        return Refusal(f"{shown(node.text)} dollars is more than there is.", "check the digits.")
    if _exponent(found) < _CENTS:
        return Refusal(f"{shown(node.text)} has more than two decimals.", "write dollars and cents, as 663100.00.")
    return _written_out(found)


def percent(node: Scalar) -> Decimal | Refusal:
    """Read a percentage from 0 to 100, to any decimal."""
    found = _number(node, "5.5")
    if isinstance(found, Refusal):
        return found
    if found > WHOLE:
        return Refusal(f"{shown(node.text)} percent is more than the whole.", "write 5 for five percent.")
    if _exponent(found) < -_LONGEST_NUMBER:
        return Refusal(f"{shown(node.text)} has more decimals than anyone can use.", "write fewer decimals.")
    return _written_out(found)


def _number(node: Scalar, example: str) -> Decimal | Refusal:
    said = node.text
    if len(said) > _LONGEST_NUMBER:
        return Refusal(f"{shown(said)} is too long for a number.", f"write a number, such as {example}.")
    if not NUMBER.fullmatch(said):
        return Refusal(f"{shown(said)} is not a number.", _fix(said, example))
    if said.startswith("-"):
        return Refusal(f"{shown(said)} is below zero.", "write it without a minus sign; a debt has its own question.")
    if "e" in said.lower():
        return _rounded(said)
    try:
        return Decimal(said)
    except ArithmeticError:
        return Refusal(f"{shown(said)} is out of all bounds.", f"write a number, such as {example}.")


def _fix(said: str, example: str) -> str:
    digits = bare_digits(said)
    if not digits:
        return f"write a number, such as {example}."
    return f"write {digits}: digits and a point, without commas, spaces or signs."


def bare_digits(said: str) -> str:
    """Return a number that is written as Americans do, such as $1,100,000, in digits alone; '' for anything else."""
    dressed = _DRESSED.fullmatch(said.strip())
    return re.sub("[,_ ]", "", dressed.group(1)) + (dressed.group(2) or "") if dressed else ""


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _written_out(number: Decimal) -> Decimal:
    """Return 1E+6 as 1000000, and any other number as it is."""
    return number.quantize(Decimal(1)) if _exponent(number) > 0 else number


def number(node: Scalar) -> str | Refusal:
    """Read text that may look like a number, as a matter's number does."""
    if _EXPONENT.fullmatch(node.text):
        return _rounded(node.text)
    as_text = node._replace(plain=False) if NUMBER.fullmatch(node.text) else node
    return text(as_text)


def _rounded(said: str) -> Refusal:
    """Refuse a number with an exponent: Excel saves it so from a narrow column, with most of its digits gone."""
    what = f"{shown(said)} is a number with an exponent, as a spreadsheet writes one that it has rounded."
    return Refusal(what, "write every digit; in Excel, widen the column or format it as Text, and save again.")


def cut_short(node: Scalar) -> Refusal | None:
    """Return a refusal where YAML takes the end of a text for a comment."""
    if not node.lost:
        return None
    what = f"{shown(node.lost)} is taken for a comment, and the answer ends before it."
    return Refusal(what, "put the whole answer in quotes; or, if it is a comment, write a space after the #.")


def _not_text(node: Scalar) -> Refusal | None:
    if not node.plain:
        return None
    if node.text in TRUTHS:
        return Refusal(f"the answer is {shown(node.text)}, where a text is asked.", "write the text itself.")
    if NUMBER.fullmatch(node.text) or OTHER_NUMBER.fullmatch(node.text):
        what = f"the answer is the number {shown(node.text)}, where a text is asked."
        return Refusal(what, f'if it is meant so, put it in quotes: "{shown(node.text)[1:-1]}".')
    return None


def _unfit(said: str) -> Refusal | None:
    """Return why no document could carry the text as given."""
    if not said or said.isspace():
        return Refusal("the answer is empty.", "leave the line out until there is an answer.")
    bad = FORBIDDEN.search(said)
    if bad:
        return forbidden(bad.group())
    if said.endswith("\n"):
        return Refusal("the text ends with an empty line.", "write `|-` for `|`, or `>-` for `>`.")
    if said != said.strip():
        return Refusal("the text begins or ends with a space.", "take the space out.")
    if "  " in said:
        return Refusal("the text has two spaces together.", "take one out.")
    if BLANK.fullmatch(said):
        return Refusal("the text is a blank to fill in.", "write the answer, or leave the line out.")
    return None


def forbidden(character: str) -> Refusal:
    """Return the refusal of a character that no answer may hold."""
    what = f"the text holds the character {described(character)}, which no paper may hold."
    return Refusal(what, "delete it, or type the text again; such characters come with copied text.")


def _quoted(said: str) -> Refusal | None:
    """Return why a text may not bring quotation marks about itself: the papers would set it in a second pair."""
    if not _QUOTED.fullmatch(said):
        return None
    return Refusal("the answer begins and ends with quotation marks.", "write it without them; papers set their own.")


def _broken(said: str) -> Refusal | None:
    if "\n" in said or "\t" in said:
        return Refusal("the text holds a line break or a tab.", "write it on one line, with spaces.")
    return None
