"""The gift a spouse makes of the remainder, by transferring property to a QDOT without keeping a power over it."""

from datetime import date
from decimal import Decimal

from assembler.law.actuarial import nearest_age, remainder_factor
from assembler.law.calendar import april_15
from assembler.law.deadline import Deadline, Office, filing
from assembler.law.figure import Figure, Step
from assembler.law.money import cents, plain, stated
from assembler.law.tables import lives, mortality_table, section_7520_rate

GIFT = "26 CFR 20.2056A-4(b)(5), 20.2056A-4(d), Example 5"
RATE = "26 USC 7520(a); 26 CFR 25.7520-1(b)(1)"
FACTOR = "26 CFR 25.2512-5(d)(2)(ii)"
NOT_2702 = "26 CFR 25.2702-1(c)(8)"


def remainder_gift(value: Decimal, born: date, given: date, *, rate: Decimal | None = None) -> Figure:
    """Value the remainder after the life of the spouse, in dollars: the spouse's gift on the day of the transfer.

    ``born`` is the spouse's date of birth; ``rate``, percent a year, stands in place of the table's for the month. The
    rules of section 2702 do not reach the transfer. Raises OutOfRange for a date, age or rate outside a table.

    26 CFR 20.2056A-4(b)(5), 20.2056A-4(d), Example 5; 26 CFR 25.2702-1(c)(8).
    """
    stated("the property transferred", value, GIFT)
    percent = section_7520_rate(given) if rate is None else rate
    table = mortality_table(given, given)
    age = nearest_age(born, given)
    factor = remainder_factor(lives(table), percent, age)
    amount = plain(cents(value * factor))
    steps = (
        Step("Property transferred to the QDOT", plain(value), GIFT),
        Step(f"Section 7520 rate for {given:%Y-%m}{'' if rate is None else ', as stated'}", percent, RATE, "percent"),
        Step("Mortality table", f"Table {table}", FACTOR),
        Step(f"Age of the spouse on the birthday nearest {given}", age, FACTOR),
        Step("Remainder factor after one life", factor, FACTOR, "factor"),
        Step(f"${plain(value):,} × {factor}", amount, NOT_2702),
    )
    return Figure("gift of the remainder", amount, "dollars", steps, (GIFT, NOT_2702))


def gift_tax_return(given: date) -> Deadline:
    """Return when the spouse files Form 709 for the gift: April 15 of the year after it.

    An extension of time to file the income tax return carries to it, and the death of the spouse in the year of the
    gift may bring the day forward to that of the spouse's own estate tax return; neither is counted here.

    26 USC 6075(b)(1), (2), (3).
    """
    law = "26 USC 6075(b)(1)"
    day = april_15(given.year)
    steps = (Step("Gift of the remainder", given, GIFT), Step("April 15 of the next year", day, law))
    return filing("gift_tax_return", day, Office.SPOUSE, steps=steps, law=("26 USC 6019", law))
