"""When the bond or letter of credit is no longer needed, and why."""

from collections.abc import Iterator
from datetime import date

from assembler.casefile.shape import Trust
from assembler.casefile.shape_tax import DistributionKind
from assembler.findings.finding import Fact, Finding, all_of, answered, any_of, contrary
from assembler.findings.security_instrument import has_instrument
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.law.citizenship import is_freed_by_citizenship
from assembler.law.security_deadlines import Instrument
from assembler.terms import every, some

SECURED_UNTIL = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"
CITIZENSHIP = "26 USC 2056A(b)(12)"

FACTS = (
    FactName(
        "release_due",
        "The bond or letter of credit is no longer needed.",
        implies=("has_bond_or_letter", ("released_by_citizenship", "released_by_tax_paid", "released_at_zero")),
    ),
    FactName(
        "released_by_citizenship",
        "The security may end, as the spouse's citizenship ends the tax.",
        implies=("release_due",),
        excludes=("released_by_tax_paid", "released_at_zero"),
    ),
    FactName(
        "released_by_tax_paid",
        "The security may end, as the trust has ended and its tax is paid.",
        implies=("release_due",),
        excludes=("released_at_zero",),
    ),
    FactName(
        "released_at_zero",
        "The security may end, as the trust has ended and its tax is zero.",
        implies=("release_due",),
    ),
)


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether the security of one trust may be released: by citizenship, else when its tax is settled."""
    instruments = any_of(*(has_instrument(subject, instrument) for instrument in Instrument))
    freed, settled, zero = _freed(subject), _settled(subject), _zero(subject)
    yield "release_due", all_of(instruments, any_of(freed, settled))
    yield "released_by_citizenship", all_of(instruments, freed)
    ended = all_of(instruments, settled, contrary(freed))
    yield "released_by_tax_paid", all_of(ended, contrary(zero))
    yield "released_at_zero", all_of(ended, zero)


def _freed(subject: Subject) -> Fact:
    spouse, path = subject.case.spouse, "spouse.became_citizen"
    became, died = spouse.became_citizen, spouse.died
    if became is None or subject.is_planning or (died is not None and died < became):
        because = "no naturalization of the spouse that ends the tax is stated"
        return Finding(False, because, (CITIZENSHIP,), (path,))
    value = is_freed_by_citizenship(spouse.resident_throughout, taxed_before(subject.trust, became))
    said = {
        True: "the spouse became a citizen, and was resident throughout or no tax was imposed before",
        False: "the spouse became a citizen, but was not resident throughout, and tax was imposed before",
        None: "the spouse became a citizen, and residence throughout and earlier distributions are not both stated",
    }
    return Finding(value, said[value], (CITIZENSHIP,), (path, subject.path("distributions")))


def _settled(subject: Subject) -> Fact:
    value = trust_end(subject).value is not None and subject.trust.events.tax_settled is not None
    said = "the trust has ended and its tax is settled"
    because = said if value else f"it is not stated that {said}"
    return Finding(value, because, (SECURED_UNTIL,), (subject.path("events.tax_settled"),))


def _zero(subject: Subject) -> Fact:
    path = subject.path("events.tax_is_zero")
    return answered(subject.trust.events.tax_is_zero, "the tax is zero", "the tax is paid", path, SECURED_UNTIL)


def trust_end(subject: Subject) -> Finding[date]:
    """Find when a trust ceased to be taxed as a QDOT: at the spouse's death, or when it ceased to qualify before."""
    ends = (subject.case.spouse.died, subject.trust.disqualification.ceased)
    first = min((day for day in ends if day is not None), default=None)
    because = "the day the trust ceased to be a QDOT"
    return Finding(first, because, (SECURED_UNTIL,), ("spouse.died",), first)


def taxed_before(trust: Trust, on: date) -> bool | None:
    """Tell whether a distribution made before a day was taxed; None when it cannot be told."""
    if trust.distributions is None:
        return None
    return some(
        every(
            (
                None if one.made is None else one.made < on,
                None if one.kind is None else one.kind is DistributionKind.PRINCIPAL,
            )
        )
        for one in trust.distributions
    )
