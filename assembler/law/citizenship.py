"""Whether the spouse's citizenship ends the tax, and what must be done after it, and by when."""

from datetime import date

from assembler.law.calendar import april_15
from assembler.law.deadline import Deadline, Office, filing
from assembler.law.figure import Step
from assembler.terms import opposite, some


def is_freed_by_citizenship(resident_throughout: bool | None, taxed_before: bool | None) -> bool | None:
    """Tell whether the spouse's citizenship ends the tax: resident throughout, or no tax imposed before.

    An election to treat what was distributed as gifts would end it as well.

    26 USC 2056A(b)(12).
    """
    return some((resident_throughout, opposite(taxed_before)))


def citizenship_notice(became: date) -> Deadline:
    """Return when the U.S. Trustee certifies the spouse's citizenship: April 15 of the next year.

    26 CFR 20.2056A-10(a)(2).
    """
    law = "26 CFR 20.2056A-10(a)(2)"
    return _by_april_15("citizenship_notice", Office.US_TRUSTEE, became, law, ("26 USC 2056A(b)(12)", law))


def gift_election(became: date) -> Deadline:
    """Return when the spouse elects to treat earlier taxable distributions as gifts: April 15 of the next year.

    Only where the spouse was not resident at all times and tax was imposed before; both parts of the election go
    together.

    26 USC 2056A(b)(12)(C); 26 CFR 20.2056A-10(b).
    """
    law = ("26 USC 2056A(b)(12)(C)", "26 CFR 20.2056A-10(b)")
    return _by_april_15("gift_election", Office.SPOUSE, became, "26 CFR 20.2056A-10(b)(3)", law)


def _by_april_15(key: str, office: Office, became: date, paragraph: str, law: tuple[str, ...]) -> Deadline:
    day = april_15(became.year)
    steps = (Step("Spouse became a citizen", became, paragraph), Step("April 15 of the next year", day, paragraph))
    return filing(key, day, office, steps=steps, law=law)
