"""The last day of a taxable year that ends on one day every year."""

from datetime import date

from assembler.law.periods import next_year_end

END_OF_FEBRUARY = "02-28"


def year_end(year: int, month_day: str) -> date:
    """Return the last day of a taxable year, such as 12-31; one that ends in February ends on its last day."""
    if month_day == END_OF_FEBRUARY:
        return next_year_end(date(year - 1, 2, 28))
    return date.fromisoformat(f"{year:04}-{month_day}")


def year_end_from(day: date, month_day: str) -> date:
    """Return the end of the taxable year in which a day falls. 26 USC 441(b)."""
    end = year_end(day.year, month_day)
    return end if day <= end else year_end(day.year + 1, month_day)
