"""Whether the trust is large: the value of all QDOTs against two million dollars."""

from collections.abc import Sequence
from decimal import Decimal

from assembler.law.figure import Figure, Step
from assembler.law.residence import EXCLUSION_CAP, exclusion

LARGE_TRUST = Decimal(2_000_000)
"""A trust whose assets exceed this must be secured at all times. 26 CFR 20.2056A-2(d)(1)(i)."""

_LIMIT = "26 CFR 20.2056A-2(d)(1)(i)"
_AGGREGATE = "26 CFR 20.2056A-2(d)(1)(ii)(A)"
_CESSATION = "26 CFR 20.2056A-2(d)(1)(iv)(G)"
_EXCLUSION = "26 CFR 20.2056A-2(d)(1)(iv)(A)"


def threshold_value(qdots: Sequence[tuple[str, Decimal]], residences: Sequence[Decimal] = ()) -> Figure:
    """Value the assets of every QDOT for the $2,000,000 test, in dollars, gross of all debt.

    ``qdots`` gives each trust's name and assets at the date of death or the alternate date, as finally
    determined. ``residences`` are the values of homes for which the executor elected the exclusion
    for this test; leave them out where the election was not made.

    26 CFR 20.2056A-2(d)(1)(i), (d)(1)(ii)(A), (d)(1)(iv)(A).
    """
    left_out = Step("less the residence exclusion", exclusion(residences), _EXCLUSION)
    return _value("threshold value", qdots, left_out)


def threshold_anew(qdots: Sequence[tuple[str, Decimal]], left: Decimal) -> Figure:
    """Value the same assets as if what ended of the residence exclusion had not been claimed, in dollars.

    ``left`` is what remains of the exclusion over all QDOTs; of it no more than $600,000 counts.

    26 CFR 20.2056A-2(d)(1)(iv)(G).
    """
    left_out = Step("less what is left of the residence exclusion", min(left, EXCLUSION_CAP), _CESSATION)
    return _value("threshold value found anew", qdots, left_out)


def with_annuities(value: Figure, annuities: Sequence[tuple[str, Decimal]]) -> Figure:
    """Add to a threshold value annuities that are in the form of a QDOT, at their present values, in dollars.

    The regulations do not say that they count; property deemed to pass in the form of a QDOT does.

    26 CFR 20.2056A-2(b)(3), (d)(1)(i).
    """
    form = "26 CFR 20.2056A-2(b)(3)"
    steps = [Step("threshold value", value.number, _LIMIT)]
    steps += [Step(f"present value of {name}", worth, form) for name, worth in annuities]
    total = value.number + sum((worth for _, worth in annuities), Decimal(0))
    steps.append(Step(verdict(total), total, _LIMIT))
    return Figure("threshold value if annuities count", total, "dollars", tuple(steps), (_LIMIT, form))


def _value(name: str, qdots: Sequence[tuple[str, Decimal]], left_out: Step) -> Figure:
    steps = [Step(f"assets of {name}, without reduction for debt", value, _LIMIT) for name, value in qdots]
    total = sum((value for _, value in qdots), Decimal(0))
    steps.append(Step("assets of all QDOTs for the spouse", total, _AGGREGATE))
    if left_out.value:
        steps.append(left_out)
    value = total - left_out.number
    steps.append(Step(verdict(value), value, _LIMIT))
    return Figure(name, value, "dollars", tuple(steps), (_LIMIT, _AGGREGATE, left_out.law))


def excess(value: Figure) -> Figure | None:
    """Show by how much a threshold value is more than $2,000,000, in dollars; None where it is not.

    Values are those at the death, or at the alternate date: no sale and no distribution afterwards lowers them.

    26 CFR 20.2056A-2(d)(1)(i), (d)(1)(iv)(A).
    """
    if not is_large(value.number):
        return None
    over = value.number - LARGE_TRUST
    steps = (
        Step("threshold value", value.number, _LIMIT),
        Step(f"less ${LARGE_TRUST:,}: what would have to stay out of the QDOTs, or be excluded", over, _EXCLUSION),
    )
    return Figure("excess over the threshold", over, "dollars", steps, (_LIMIT, _EXCLUSION))


def is_large(value: Decimal) -> bool:
    """Tell whether a threshold value is more than $2,000,000; exactly that is not more.

    26 CFR 20.2056A-2(d)(1)(i), (d)(1)(ii).
    """
    return value > LARGE_TRUST


def is_large_between(least: Decimal, most: Decimal | None) -> bool | None:
    """Tell whether a trust is large when only bounds of its threshold value are known.

    ``most`` of None is no upper bound: a value is missing. Unknown when $2,000,000 lies between.

    26 CFR 20.2056A-2(d)(1)(i), (d)(1)(ii).
    """
    if is_large(least):
        return True
    return None if most is None or is_large(most) else False


def verdict(value: Decimal) -> str:
    """Say on which side of the threshold a value falls."""
    return f"threshold value, {'' if is_large(value) else 'not '}more than ${LARGE_TRUST:,}"
