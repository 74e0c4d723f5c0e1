"""Values as words: money in words and figures, dates, names, lists, ordinals."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAY = re.compile(rf"(?:({'|'.join(DAYS)}) )?\b(\d{{4}}-\d{{2}}-\d{{2}})\b")
_MONTH = re.compile(r"(?<![\w.-])(19\d\d|20[0-4]\d)-(0[1-9]|1[0-2])(?![\w-])")


def day(value: date) -> str:
    """Write a date as *November 21, 2026*."""
    return f"{MONTHS[value.month - 1]} {value.day}, {value.year}"


def weekday(value: date) -> str:
    """Name the day of the week."""
    return DAYS[value.weekday()]


def month_day(value: str) -> str:
    """Write *12-31* as *December 31*."""
    month, number = value.split("-")
    return f"{MONTHS[int(month) - 1]} {int(number)}"


def dollars(value: Decimal) -> str:
    """Write money in figures: *$2,730,000.00*, and what is less than nothing *−$390,000.00*."""
    return f"{'−' if value < 0 else ''}${abs(value):,.2f}"


def dollars_in_words(value: Decimal) -> str:
    """Write money in words: *Two million seven hundred thirty thousand and 00/100 dollars*."""
    from num2words import num2words  # a slow import, for forms alone

    whole = value.quantize(Decimal(1), rounding=ROUND_DOWN)
    cents = int((value - whole) * 100)
    words = str(num2words(int(whole))).replace(",", "").replace(" and ", " ")
    return f"{words.capitalize()} and {cents:02d}/100 dollars"


def percent(value: Decimal) -> str:
    """Write a fraction as a percentage, exactly and without trailing zeros: *34.9* for 0.349."""
    return percentage(value * 100)


def percentage(value: Decimal) -> str:
    """Write a percentage without trailing zeros: *60* or *33.3333*."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def listed(items: Sequence[str], conjunction: str = "and") -> str:
    """Join items as a sentence does: *A*, *A and B*, *A, B, and C*."""
    if len(items) <= 2:
        return f" {conjunction} ".join(items)
    return f"{', '.join(items[:-1])}, {conjunction} {items[-1]}"


def on_one_line(text: str | None) -> str:
    """Write lines, such as those of an address, on one line with commas between; what is absent is ''."""
    lines = [" ".join(line.split()) for line in (text or "").splitlines()]
    return "".join(f"{line} " if line[-1] in ",;:" else f"{line}, " for line in lines if line).rstrip(", ")


def on_lines(text: str) -> str:
    """Write lines, such as those of an address, one below another, parted by vertical tabs."""
    return "\v".join(" ".join(line.split()) for line in text.splitlines() if line.strip())


def state(name: str) -> str:
    """Name a State with its style: *the State of Ohio*, *the Commonwealth of Virginia*, *the District of Columbia*."""
    if name == "District of Columbia":
        return f"the {name}"
    kind = "Commonwealth" if name in {"Kentucky", "Massachusetts", "Pennsylvania", "Virginia"} else "State"
    return f"the {kind} of {name}"


_TAKE_THE = "AE AX BS CC CF CK DO FK FO GB GM GS HM IM IO KM KY MH MP MV NL PH PN PS SB TC TF UM US VG VI"
ARTICLE_COUNTRIES = frozenset(_TAKE_THE.split())
"""Countries and territories whose English name takes *the*."""

RENAMED = {
    "CD": "the Democratic Republic of the Congo",
    "CG": "the Republic of the Congo",
    "HK": "Hong Kong",
    "MM": "Myanmar",
    "MO": "Macao",
}
"""Countries and territories that Babel names as a map would, not as a sentence does."""


def country(code: str) -> str:
    """Name a country by its ISO 3166 code, with *the* where English wants it.

    A code that names no country is returned as given.
    """
    if code in RENAMED:
        return RENAMED[code]
    name = _countries().get(code, code)
    return f"the {name}" if code in ARTICLE_COUNTRIES else name


def place(code: str) -> str:
    """Name a country by its ISO 3166 code as a table does, without *the*."""
    return country(code).removeprefix("the ")


@cache
def _countries() -> Mapping[str, str]:
    from babel import localedata  # a slow import, for countries alone

    names: Mapping[str, str] = localedata.load("en", merge_inherited=False)["territories"]
    return names


def capitalised(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]


def sentence(words: str) -> str:
    """Begin with a capital and end with a stop; nothing stays nothing."""
    begun = capitalised(words)
    return f"{begun}." if begun and not begun.endswith((".", "?", "!")) else begun


def days_in_words(text: str) -> str:
    """Write each day and month that stands in figures, as 2026-02-11 or 2026-02, in words; other figures stay."""

    def in_words(found: re.Match[str]) -> str:
        of_week, figures = found.groups()
        try:
            return f"{of_week}, {day(date.fromisoformat(figures))}" if of_week else day(date.fromisoformat(figures))
        except ValueError:
            return found[0]

    return _MONTH.sub(lambda found: f"{MONTHS[int(found[2]) - 1]} {found[1]}", _DAY.sub(in_words, text))


def shown(value: Decimal | int | date | str) -> str:
    """Write a value of a step of arithmetic as it stands, with its thousands parted."""
    if isinstance(value, date):
        return day(value)
    return f"{value:,}" if isinstance(value, Decimal | int) else value


def figure(value: Decimal | int | date | str, unit: str) -> str:
    """Write a figure with its unit: *$4,318,250.00*, *34.9 percent*, *16 years*, *0.52*."""
    if unit == "dollars" and isinstance(value, Decimal):
        return dollars(value)
    if unit == "percent" and isinstance(value, Decimal):
        return f"{percentage(value)} percent"
    return f"{shown(value)} {unit}" if unit in {"years", "days"} else shown(value)
