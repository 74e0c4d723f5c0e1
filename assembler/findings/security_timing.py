"""Cautions of security that comes after what it is to secure: after the conveyance, or after the last day to adjust."""

from collections.abc import Iterator

from assembler.findings.finding import day
from assembler.findings.security_amount import last_days_to_adjust
from assembler.findings.security_instrument import in_use, stated
from assembler.findings.subject import Subject
from assembler.problem import Caution

AT_ALL_TIMES = "26 CFR 20.2056A-2(d)(1)(i)"
ADJUSTED = "26 CFR 20.2056A-2(d)(1)(i)(B), (C), (d)(1)(iv)(G)"


def cautions(trust: Subject) -> Iterator[Caution]:
    """Caution of each day on which a trust may have stood without the security it needs."""
    if trust["is_large"]:
        yield from _after_conveyance(trust)
    if trust["amount_adjusted"]:
        yield from _late_adjustment(trust)


def _after_conveyance(trust: Subject) -> Iterator[Caution]:
    """Caution of a bond or letter of credit, the first security in use, that takes effect after a conveyance."""
    instrument = in_use(trust)
    given = None if instrument is None else stated(trust, instrument)
    if given is None or given.effective is None:
        return
    for subject in trust.assignments:
        conveyed = subject.assignment.conveyed
        if subject.owner is trust and conveyed is not None and conveyed < given.effective:
            what = (
                f"property was conveyed to the trust on {day(conveyed)}, and the bond or letter of credit takes effect "
                f"on {day(given.effective)}: nothing is stated to secure the tax in between."
            )
            fix = "have it take effect on the day of the conveyance, or state what secured the tax until then."
            yield Caution(f"{given.where}.effective", what, fix, AT_ALL_TIMES)


def _late_adjustment(trust: Subject) -> Iterator[Caution]:
    """Caution of a rider or amendment that is dated after the day from which it is to have effect, or too late."""
    on, effective = trust.case.as_of, trust.trust.security.adjusted_from
    last = max(last_days_to_adjust(trust), default=None)
    where = trust.path("security.adjusted_from")
    if on is None:
        return
    if effective is not None and effective < on:
        what = (
            f"the change of the amount is dated {day(on)}, and is to have effect from {day(effective)}: whether the "
            "amount was in force in between does not show."
        )
        fix = "keep the agreement of the surety or bank of that day with it, or have it take effect on its own day."
        yield Caution(where, what, fix, ADJUSTED)
    elif last is not None and last < on:
        what = f"the change of the amount is dated {day(on)}, and the last day for it was {day(last)}."
        yield Caution(where, what, "ask for more time under 26 CFR 301.9100-1 and -3.", ADJUSTED)
