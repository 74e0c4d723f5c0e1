"""Sums of money and percentages, exactly as written."""

import re
from decimal import Decimal

from assembler.casefile.answers import NUMBER, Refusal
from assembler.casefile.characters import shown
from assembler.casefile.nodes import Scalar

LARGEST = Decimal(10) ** 15
"""Dollars above which a sum is a slip of the keyboard."""

WHOLE = Decimal(100)
"""A percentage above this is a slip too."""

_LONGEST = 40  # digits and signs; more would be work without an end for Decimal
_CENTS = -2
# A sum as Americans write it, which can be put right without guessing.
_DRESSED = re.compile(
    r"(?:US)?\$? ?([0-9]{1,3}(?:[,_ ][0-9]{3})+|[0-9]+)(\.[0-9]+)? ?(?:USD|dollars|%|percent)?", re.IGNORECASE
)


def money(node: Scalar) -> Decimal | Refusal:
    """Read a sum in dollars: not below zero, to the cent, at most 10^15."""
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
    if _exponent(found) < -_LONGEST:
        return Refusal(f"{shown(node.text)} has more decimals than anyone can use.", "write fewer decimals.")
    return _written_out(found)


def _number(node: Scalar, example: str) -> Decimal | Refusal:
    said = node.text
    if len(said) > _LONGEST:
        return Refusal(f"{shown(said)} is too long for a number.", f"write a number, such as {example}.")
    if not NUMBER.fullmatch(said):
        return Refusal(f"{shown(said)} is not a number.", _fix(said, example))
    if said.startswith("-"):
        return Refusal(f"{shown(said)} is below zero.", "write it without a minus sign; a debt has its own question.")
    try:
        return Decimal(said)
    except ArithmeticError:  # an exponent of twenty digits
        return Refusal(f"{shown(said)} is out of all bounds.", f"write a number, such as {example}.")


def _fix(said: str, example: str) -> str:
    dressed = _DRESSED.fullmatch(said.strip())
    if not dressed:
        return f"write a number, such as {example}."
    digits = re.sub("[,_ ]", "", dressed.group(1)) + (dressed.group(2) or "")
    return f"write {digits}: digits and a point, without commas, spaces or signs."


def _exponent(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _written_out(number: Decimal) -> Decimal:
    """Return 1E+6 as 1000000, and any other number as it is."""
    return number.quantize(Decimal(1)) if _exponent(number) > 0 else number
