"""When the bond or letter of credit is no longer needed, and why."""

from collections.abc import Iterator

from assembler.findings.citizenship import freed
from assembler.findings.finding import Fact, Finding, all_of, answered, any_of, contrary
from assembler.findings.security_instrument import has_instrument
from assembler.findings.subject import Subject
from assembler.findings.taxable_events import trust_end
from assembler.findings.vocabulary import FactName
from assembler.law.security_deadlines import Instrument

SECURED_UNTIL = "26 CFR 20.2056A-2(d)(1)(i)(B), (C)"

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
    citizen, settled, zero = freed(subject), _settled(subject), _zero(subject)
    yield "release_due", all_of(instruments, any_of(citizen, settled))
    yield "released_by_citizenship", all_of(instruments, citizen)
    ended = all_of(instruments, settled, contrary(citizen))
    yield "released_by_tax_paid", all_of(ended, contrary(zero))
    yield "released_at_zero", all_of(ended, zero)


def _settled(subject: Subject) -> Fact:
    value = trust_end(subject).value is not None and subject.trust.events.tax_settled is not None
    said = "the trust has ended and its tax is settled"
    because = said if value else f"it is not stated that {said}"
    return Finding(value, because, (SECURED_UNTIL,), (subject.path("events.tax_settled"),))


def _zero(subject: Subject) -> Fact:
    path = subject.path("events.tax_is_zero")
    return answered(subject.trust.events.tax_is_zero, "the tax is zero", "the tax is paid", path, SECURED_UNTIL)
