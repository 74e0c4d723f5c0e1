"""Amounts, percentages, days and arithmetic of a paper in words, or the open point that stands for them."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from assembler.blanks.people import missing
from assembler.blanks.point import Blank, Item
from assembler.law.figure import Figure
from assembler.wording import day, shown


def plain_dollars(value: Decimal) -> str:
    """Write an amount as the regulation's examples do: *$74,923*, and cents only where there are any."""
    return f"${value:,.0f}" if value == value.to_integral_value() else f"${value:,.2f}"


def percentage(value: Decimal) -> str:
    """Write a percentage without trailing zeros: *60* or *33.3333*."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def on(value: date | None, what: str, who: str, path: str) -> Blank:
    """Write a day, or leave it open."""
    return day(value) if value else missing(what, who, path)


def steps(figure: Figure | None, what: str, path: str) -> Sequence[Item]:
    """List the arithmetic of a figure line by line; one line of open points where there is no figure."""
    if figure is None:
        gap = missing(what, "accountant", path)
        return [{"text": gap, "value": gap, "law": gap}]
    return [{"text": step.text, "value": shown(step.value), "law": step.law} for step in figure.steps]
