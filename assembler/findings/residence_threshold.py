"""Whether a trust is large once a residence exclusion has ended, and so must be secured in 120 days."""

from collections.abc import Iterator
from decimal import Decimal

from assembler.casefile.shape_values import ResidenceSale
from assembler.findings.deadline import Found, Missing
from assembler.findings.estate import Days
from assembler.findings.figure import Line, of, qdots_name, trust_name
from assembler.findings.finding import Amount, Fact, Finding, day, dollars, lacking
from assembler.findings.residence import excluded
from assembler.findings.residence_sale import (
    call_since,
    cessations,
    exclusion_left,
    last_day_after_first,
    last_day_to_secure,
    sales,
)
from assembler.findings.security_arrangement import is_secured_or_has_bank
from assembler.findings.subject import Subject, conclusion
from assembler.findings.valuation import worth
from assembler.findings.vocabulary import FactName
from assembler.law import threshold
from assembler.law.money import ZERO
from assembler.law.threshold import is_large
from assembler.problem import Caution

ANEW = "26 CFR 20.2056A-2(d)(1)(iv)(G)"
SECURED_BY = ("operative_bond", "operative_letter")

FACTS = (
    FactName("residence_exclusion_ended", "A residence left out is sold, or is no longer used as one."),
    FactName(
        "large_anew",
        "With what is left of a residence exclusion that ended, the threshold value is more than $2,000,000.",
        implies=("residence_exclusion_claimed",),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether a trust is large after a residence left out was sold, or is no longer used as one."""
    ended = tuple(where for where, _, _ in cessations(subject))
    because = f"{'a' if ended else 'no'} residence left out is sold, or no longer used as one"
    yield "residence_exclusion_ended", Finding(bool(ended), because, (ANEW,), ended or (subject.path("events"),))
    yield "large_anew", _large_anew(subject)


def _large_anew(subject: Subject) -> Fact:
    claimed, ended = subject.fact("residence_exclusion_claimed"), tuple(cessations(subject))
    if not ended or claimed.value is False:
        because = "no residence left out is sold, or no longer used as one"
        return Finding(False, because, (ANEW,), (subject.path("residence_exclusion"),))
    if claimed.value is None:
        return Finding(None, claimed.because, (ANEW,), claimed.rests_on)
    found = threshold_anew(subject.whole)
    if found.value is None:
        return Finding(None, found.because, (ANEW,), found.rests_on)
    value = found.value.number
    because = f"with what is left of the exclusion all QDOTs are worth {dollars(value)}"
    return Finding(is_large(value), because, (ANEW,), tuple(where for where, _, _ in ended))


@conclusion
def threshold_anew(whole: Subject) -> Amount:
    """Compute the threshold value with what is left of the residence exclusion after everything stated.

    A price that is not stated to be reinvested is taken not to be: the earlier day for security is the safe one. Values
    are those at the death, and once they are finally determined, those that were found.
    """
    if not any(tuple(cessations(trust)) for trust in whole.trusts):
        because = "no residence left out is sold, or no longer used as one"
        return Finding(None, because, (ANEW,), tuple(trust.path("residence_exclusion.sales") for trust in whole.trusts))
    unvalued = tuple(path for trust in whole.trusts for path in _worth(trust)[1])
    left = tuple(_left(trust) for trust in whole.trusts)
    if unvalued or any(one.value is None for one in left):
        because = "what all QDOTs are worth, and what is left of the residence exclusion, is not all stated"
        return Finding(None, because, (ANEW,), (*unvalued, *lacking(*left)))
    qdots = [(trust_name(trust), _worth(trust)[0]) for trust in whole.trusts]
    figure = threshold.threshold_anew(qdots, sum((one.value or ZERO for one in left), ZERO))
    return Finding(figure, "the assets of all QDOTs are valued", figure.law, ("trusts",))


def _worth(trust: Subject) -> tuple[Decimal, tuple[str, ...]]:
    """Give what a trust is worth, with the paths of the values that are missing."""
    final, held = trust.trust.valuation.final, worth(trust)
    if trust.case.return_.value_determined is None:
        return held.total, held.unvalued
    return final or ZERO, () if final is not None else (trust.path("valuation.final"),)


def _left(trust: Subject) -> Finding[Decimal]:
    """Find what is left, for the $2,000,000 test, of the part of the exclusion that a trust claims, in dollars."""
    claimed, ceased = excluded(trust, "threshold"), trust.trust.events.residence_ceased
    if not claimed.value:
        return claimed
    if ceased is not None and len(worth(trust).homes) > 1:
        because = "which part of the exclusion ended is not known"
        return Finding(None, because, (ANEW,), (trust.path("events.residence"),))
    parts = [claimed.value, *(_after(sale, where) for where, sale in sales(trust)), *([ZERO] if ceased else [])]
    return Finding(min(parts), claimed.because, (ANEW,), claimed.rests_on)


def _after(sale: ResidenceSale, where: str) -> Decimal:
    figure = exclusion_left(sale, where).value
    return sale.continuing or ZERO if figure is None else figure.number


def must_secure(subject: Subject) -> bool:
    """Tell whether a trust that is large after the exclusion ended has still to be secured, or secured by more."""
    by_amount = any(subject[name] for name in SECURED_BY)
    return bool(subject["large_anew"]) and (by_amount or not is_secured_or_has_bank(subject))


def deadlines(days: Days, subject: Subject) -> Iterator[Found]:
    """Call for security after each sale or cessation that leaves a trust large, where no bank serves already."""
    if not subject["residence_exclusion_claimed"]:
        return
    for where, on, _ in cessations(subject):
        if subject["large_anew"] is None:
            yield Missing(subject.id, "residence_cessation", subject.fact("large_anew").rests_on[0])
        elif must_secure(subject):
            yield from call_since(days, subject, last_day_to_secure(on, where))


def figures(whole: Subject) -> Iterator[Line]:
    """Give the threshold value found anew, where a residence left out was sold or is no longer used."""
    found = threshold_anew(whole).value
    if found is not None and any(trust["residence_excluded_for_threshold"] for trust in whole.trusts):
        yield from of(qdots_name(whole.trusts), found)


def cautions(subject: Subject) -> Iterator[Caution]:
    """Caution of a small trust that the end of the exclusion makes large, and that nothing secures."""
    found, last = subject.fact("large_anew"), last_day_after_first(subject)
    if found.value and last.value is not None and subject["is_large"] is False and must_secure(subject):
        what = f"{found.because}, more than $2,000,000, as the residence is sold or no longer used as one."
        by = day(last.value.date)
        fix = f"use a bank, a bond or a letter of credit by {by}, or reinvest the whole price of a sale in 12 months."
        yield Caution(last.rests_on[0], what, fix, ANEW)
