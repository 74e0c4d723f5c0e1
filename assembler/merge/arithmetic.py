"""Amounts, percentages and the arithmetic of a figure, as a paper writes them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any, cast

from assembler.findings import Amount, Step
from assembler.merge.answers import Answers, Open
from assembler.merge.field import List
from assembler.wording import days_in_words, dollars, figure, percentage


def amount(figure: Any) -> str:
    """Write a figure in dollars with its cents: *$2,730,000.00*."""
    return dollars(figure.number)


def plain_dollars(value: Decimal) -> str:
    """Write an amount that the law fixes as a memorandum does: *$13,990,000*, and cents only where there are any."""
    return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"


def percent(value: Decimal) -> str:
    """Write a percentage as a sentence has it: *33.3333 percent*."""
    return f"{percentage(value)} percent"


def in_its_unit(step: Step) -> str:
    """Write what came of a step: *$2,730,000.00*, *34.9 percent*, *8.3031*, *16*."""
    return figure(step.value, step.unit)


def steps(find: Callable[[Answers], Sequence[Amount]]) -> List:
    """Declare a list over the arithmetic of figures, line by line; a figure that is unknown is one open line."""
    fields = {
        "text": lambda line: days_in_words(_step(line).text),
        "value": lambda line: in_its_unit(_step(line)),
        "law": lambda line: _step(line).law,
    }
    return List(lambda answers: [line for figure in find(answers) for line in _lines(answers, figure)], fields)


def _lines(answers: Answers, figure: Amount) -> Sequence[Answers]:
    """Give the steps of a figure as the records of a list; of one that is unknown, what leaves it open."""
    try:
        found: Sequence[Step | Open] = answers.value(figure).steps
    except Open as missing:
        found = (missing,)
    return [replace(answers, record=step) for step in found]


def _step(line: Answers) -> Step:
    if isinstance(line.record, Open):
        raise line.record
    return cast(Step, line.record)
