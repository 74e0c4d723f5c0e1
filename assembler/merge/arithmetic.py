"""Amounts, percentages and the arithmetic of a figure, as a paper writes them."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from assembler.findings import Amount
from assembler.merge.answers import Answers, Open
from assembler.merge.field import List, Row
from assembler.wording import dollars, shown

PERCENT = Decimal("0.01")
STEP = ("text", "value", "law")


def amount(figure: Any) -> str:
    """Write a figure in dollars with its cents: *$2,730,000.00*."""
    return dollars(Decimal(str(figure.value)))


def plain_dollars(value: Decimal) -> str:
    """Write an amount as the regulation's examples do: *$74,923*, and cents only where there are any."""
    return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"


def percentage(value: Decimal) -> str:
    """Write a percentage without trailing zeros: *60* or *33.3333*."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent(value: Decimal) -> str:
    """Write a percentage as a sentence has it: *33.3333 percent*."""
    return f"{percentage(value)} percent"


def steps(find: Callable[[Answers], Sequence[Amount]], say: Callable[[Any], str] = shown) -> List:
    """Declare a list over the arithmetic of figures, line by line; a figure that is unknown is one open line."""

    def rows(answers: Answers) -> Sequence[Row]:
        try:
            findings = find(answers)
        except Open as missing:
            return [dict.fromkeys(STEP, missing.gap)]
        return [row for finding in findings for row in _rows(answers, finding, say)]

    return List(frozenset(STEP), rows)


def _rows(answers: Answers, finding: Amount, say: Callable[[Any], str]) -> Sequence[Row]:
    try:
        figure = answers.value(finding)
    except Open as missing:
        return [dict.fromkeys(STEP, missing.gap)]
    return [{"text": step.text, "value": say(step.value), "law": step.law} for step in figure.steps]
