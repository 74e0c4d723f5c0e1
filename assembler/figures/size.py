"""The size of the trusts, the security they need, and what a final determination changes."""

from collections.abc import Iterator
from decimal import ROUND_CEILING, Decimal

from assembler.casefile.shape import Case, Operative, Trust
from assembler.facts.finding import Facts
from assembler.figures.names import ALL_QDOTS, trust_name
from assembler.figures.worked import Line, of, worked
from assembler.law import security
from assembler.law.figure import Figure, Step
from assembler.law.threshold import threshold_value

ADJUSTED = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"
UNDERVALUED = "26 CFR 20.2056A-2(d)(1)(i)(D)(1)"
EXCUSED = "26 CFR 20.2056A-2(d)(1)(i)(D)(2)"
SECURED = (Operative.BOND, Operative.LETTER_OF_CREDIT)

_HUNDRED = Decimal(100)
_TWO_PLACES = Decimal("0.01")


def lines(case: Case, facts: Facts) -> Iterator[Line]:
    """Give the threshold value of all trusts, and the security of each, at first and as adjusted."""
    if facts.trusts and "threshold_value" in facts.trusts[0].figures:
        subject = ALL_QDOTS if len(case.trusts) > 1 else trust_name(case.trusts[0], 0)
        yield from of(subject, facts.trusts[0].figures["threshold_value"])
    yield from worked("trusts", _final_threshold(case))
    for number, trust in enumerate(case.trusts):
        name, figures = trust_name(trust, number), facts.trusts[number].figures
        if "security_amount" in figures:
            yield from of(name, figures["security_amount"])
        if "adjusted_security_amount" in figures:
            yield from _adjusted(trust, name, figures["adjusted_security_amount"])
        yield from _undervalued(trust, name)


def _final_threshold(case: Case) -> Iterator[Line]:
    """Value all trusts again once each is finally determined; a residence election keeps to the values stated."""
    finals = [trust.valuation.final for trust in case.trusts]
    if not finals or any(trust.residence_exclusion.threshold is not False for trust in case.trusts):
        return
    qdots = [(trust_name(t, n), final) for n, (t, final) in enumerate(zip(case.trusts, finals, strict=True)) if final]
    if len(qdots) == len(finals):
        subject = f"{ALL_QDOTS if len(finals) > 1 else qdots[0][0]}, as finally determined"
        yield from of(subject, threshold_value(qdots))


def _adjusted(trust: Trust, name: str, required: Figure) -> Iterator[Line]:
    """Give the amount as adjusted and, where it is stated what was furnished, the change; less is negative."""
    yield from of(name, required)
    furnished = trust.security.amount_furnished
    if furnished is None:
        return
    change = Decimal(str(required.value)) - furnished
    steps = (
        *required.steps,
        Step("amount furnished", furnished, ADJUSTED),
        Step("change in the amount", change, ADJUSTED),
    )
    yield from of(name, Figure("change in security", change, "dollars", steps, required.law))


def _undervalued(trust: Trust, name: str) -> Iterator[Line]:
    reported, final = trust.valuation.reported, trust.valuation.final
    if reported is not None and final is not None:
        yield from of(f"{name}, as finally determined", _undervaluation(trust, reported, final))


def _undervaluation(trust: Trust, reported: Decimal, final: Decimal) -> Figure:
    """Show what part of the final value was reported, in percent, rounded up, and what follows."""
    part = (_HUNDRED * reported / final).quantize(_TWO_PLACES, ROUND_CEILING) if final else _HUNDRED
    is_under = security.is_undervalued(reported, final)
    steps = [
        Step("value reported on the estate tax return", reported, UNDERVALUED),
        Step("value finally determined", final, UNDERVALUED),
        Step(f"{'50 percent or less' if is_under else 'more than 50 percent'} was reported", part, UNDERVALUED),
    ]
    if is_under:
        steps.append(Step("the marital deduction", _lost(trust, reported, final), EXCUSED))
    return Figure("part of the final value that was reported", part, "percent", tuple(steps), (UNDERVALUED, EXCUSED))


def _lost(trust: Trust, reported: Decimal, final: Decimal) -> str:
    operative, valuation = trust.security.operative, trust.valuation
    uses = None if operative is None else operative in SECURED
    lost = security.deduction_is_lost(uses, reported, final, valuation.has_reasonable_cause, valuation.is_in_good_faith)
    return {True: "disallowed", False: "kept", None: "not decided by the answers"}[lost]
