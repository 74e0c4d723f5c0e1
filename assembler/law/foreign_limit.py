"""The limit on foreign real property that lets a small trust go without security."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum

from assembler.law.figure import Figure, Step
from assembler.law.kleene import every, some
from assembler.law.periods import next_year_end

FOREIGN_SHARE = Decimal("0.35")
"""At most this part of a small trust may be real property outside the United States.

26 CFR 20.2056A-2(d)(1)(ii).
"""

DOMESTIC = "US"
"""The United States in ISO 3166: the States and the District; its territories have codes of their own."""

_LIMIT = "26 CFR 20.2056A-2(d)(1)(ii)"
_LOOK_THROUGH = "26 CFR 20.2056A-2(d)(1)(ii)(B)"
_CURE = "26 CFR 20.2056A-2(d)(1)(ii)(D)"
_HUNDRED = Decimal(100)
_TWO_PLACES = Decimal("0.01")


class Cause(StrEnum):
    """Why foreign real property came to exceed 35 percent."""

    PRINCIPAL_DISTRIBUTION = "distribution of principal"
    CURRENCY = "value of a foreign currency"
    MARKET_VALUE = "market value of assets"
    ACQUISITION = "acquisition"


EXCUSED = frozenset({Cause.PRINCIPAL_DISTRIBUTION, Cause.CURRENCY, Cause.MARKET_VALUE})
"""The causes that give the trust another year. 26 CFR 20.2056A-2(d)(1)(ii)(D)."""


@dataclass(frozen=True)
class ForeignShare:
    """Foreign real property and the whole of one trust on one day, in dollars, debt not subtracted.

    The residence exclusion changes neither: a home abroad counts in full.

    26 CFR 20.2056A-2(d)(1)(ii), (d)(1)(iv)(C).
    """

    foreign: Decimal
    total: Decimal

    def is_within_limit(self) -> bool:
        """Tell whether at most 35 percent is abroad; exactly 35 passes, and so does an empty trust."""
        return self.foreign <= FOREIGN_SHARE * self.total

    def percent(self) -> Decimal:
        """Return the share in percent, rounded up to two places so that no excess reads as 35.00."""
        if not self.total:
            return Decimal(0)
        return (_HUNDRED * self.foreign / self.total).quantize(_TWO_PLACES, rounding=ROUND_CEILING)

    def figure(self) -> Figure:
        """Show the arithmetic, as a figure in percent."""
        most = FOREIGN_SHARE * self.total
        steps = (
            Step("real property outside the United States", self.foreign, _LIMIT),
            Step("all assets of the trust, residence exclusion not regarded", self.total, _LIMIT),
            Step("35 percent of all assets", most, _LIMIT),
            Step(f"{'at most' if self.is_within_limit() else 'more than'} 35 percent", self.percent(), _LIMIT),
        )
        law = (_LIMIT, _LOOK_THROUGH, "26 CFR 20.2056A-2(d)(1)(iv)(C)")
        return Figure("foreign real property share", self.percent(), "percent", steps, law)


def is_foreign(country: str | None) -> bool | None:
    """Tell whether an ISO 3166 code is outside the United States; a territory is outside.

    26 USC 7701(a)(9); 26 CFR 20.2056A-2(d)(1)(ii).
    """
    return None if country is None else country.strip().upper() != DOMESTIC


def cure_deadline(year_end: date) -> date:
    """Return the last day of the taxable year that follows the year in which the limit was exceeded.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return next_year_end(year_end)


def is_excused(causes: Collection[Cause]) -> bool:
    """Tell whether every cause of the excess is one that the paragraph excuses; a purchase is not.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return bool(causes) and EXCUSED.issuperset(causes)


def still_qualifies(
    causes: Collection[Cause], is_within_next_year: bool | None, is_secured_next_year: bool | None
) -> bool | None:
    """Tell whether a trust over 35 percent at one year's end stays a QDOT.

    The excess is excused, and by the close of the following year either the share is at most
    35 percent again or a Bank Trustee, a bond or a letter of credit is in place.

    26 CFR 20.2056A-2(d)(1)(ii)(D).
    """
    return every((is_excused(causes), some((is_within_next_year, is_secured_next_year))))


def meets_small_trust_rule(is_within: bool | None, is_secured: bool | None) -> bool | None:
    """Tell whether a small trust keeps to the limit or, instead, is secured as a large one is.

    26 CFR 20.2056A-2(d)(1)(ii).
    """
    return some((is_within, is_secured))
