"""The optional provisions that a case chooses, and those that would contradict what the law or the case requires."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assembler.casefile.shape import Provision
from assembler.findings.finding import Fact, Finding, any_of, contrary
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.problem import Problem


class Conflict(NamedTuple):
    """A fact, or the opposite of one, with which a provision cannot stand: why, what to do, and by which law."""

    fact: str
    what: str
    fix: str = "leave it out."
    law: str = ""


FACT_OF: Mapping[Provision, str] = {one: f"provision_{one.replace('-', '_')}" for one in Provision}

FACTS = (
    FactName(
        "provision_unitrust_income",
        "The spouse's income is paid as a unitrust amount, as far as local law permits.",
        implies=("spouse_takes_all_income",),
    ),
    FactName(
        "provision_five_and_five",
        "The spouse may withdraw $5,000 or 5 percent of the principal each year.",
        implies=("principal_may_reach_spouse",),
        excludes=("provision_lifetime_withdrawal", "form_charitable_remainder"),
    ),
    FactName(
        "provision_lifetime_withdrawal",
        "The spouse may withdraw principal at any time in life.",
        implies=("principal_may_reach_spouse",),
        excludes=("form_charitable_remainder",),
    ),
    FactName(
        "provision_gst_division",
        "The trust is divided for the generation-skipping transfer tax.",
        implies=("form_qtip",),
        excludes=("funded_only_by_spouse",),
    ),
    FactName(
        "provision_descendants_trusts",
        "The share of each descendant is held in further trust.",
        implies=("remainder_to_descendants",),
    ),
    FactName(
        "provision_no_contest",
        "A taker who contests the agreement without cause takes nothing.",
        excludes=("form_charitable_remainder", "form_estate_trust", "remainder_to_spouse_estate"),
    ),
    FactName("provision_virtual_representation", "One beneficiary may represent another."),
    FactName("provision_digital_assets", "Provision is made for digital assets."),
    FactName(
        "provision_s_corporation_stock",
        "Provision is made for stock of an S corporation.",
        excludes=("form_charitable_remainder",),
    ),
)
LEFT = (FactName("provisions_left", "The agreement may have an optional provision that is not chosen."),)

CHARITABLE = "26 USC 664(d)(1)(B), (2)(B); 26 USC 2056(b)(8)"
WITHDRAWAL = (
    Conflict(
        "form_charitable_remainder",
        "the spouse could withdraw principal, and a charitable remainder trust pays nothing beside its amount.",
        law=CHARITABLE,
    ),
    Conflict(
        "principal_none",
        "the spouse could withdraw principal, and no principal is to be paid to the spouse.",
        "leave it out, or choose another measure for principal.",
    ),
)
OTHER_TAKERS = "the descendants' shares are to be held in trust, and the remainder goes to others."

CONFLICTS: Mapping[Provision, tuple[Conflict, ...]] = {
    Provision.UNITRUST_INCOME: (
        Conflict(
            "form_charitable_remainder",
            "a unitrust amount would stand for income, and a charitable remainder trust pays its own amount.",
            law="26 USC 664(d)(1), (2)",
        ),
        Conflict(
            "form_estate_trust",
            "a unitrust amount would stand for income, and the spouse of an estate trust is not entitled to income.",
            law="26 CFR 20.2056(c)-2(b)(1)",
        ),
    ),
    Provision.FIVE_AND_FIVE: (
        *WITHDRAWAL,
        Conflict(
            "provision_lifetime_withdrawal",
            "the spouse could withdraw a part each year, and may withdraw all at any time.",
            "choose one of the two.",
        ),
    ),
    Provision.LIFETIME_WITHDRAWAL: WITHDRAWAL,
    Provision.GST_DIVISION: (
        Conflict(
            "not form_qtip",
            "the division serves the reverse election, which is open for QTIP property alone.",
            "leave it out, or choose the form qtip.",
            "26 USC 2652(a)(3)",
        ),
        Conflict(
            "funded_only_by_spouse",
            "the division serves the reverse election, and of what the spouse transfers the spouse is the transferor.",
            law="26 CFR 20.2056A-4(b)(5); 26 USC 2652(a)(3)",
        ),
    ),
    Provision.DESCENDANTS_TRUSTS: (
        Conflict("form_charitable_remainder", OTHER_TAKERS, law="26 USC 664(d)(1)(C), (2)(C)"),
        Conflict("form_estate_trust", OTHER_TAKERS, law="26 CFR 20.2056(c)-2(b)(1)"),
        Conflict("not remainder_to_descendants", OTHER_TAKERS, "leave it out, or write remainder: {to: descendants}."),
    ),
    Provision.NO_CONTEST: (
        Conflict(
            "form_charitable_remainder",
            "the charity could forfeit its remainder, which must go to charity in every event.",
            law="26 USC 664(d)(1)(C), (2)(C)",
        ),
        Conflict(
            "form_estate_trust",
            "the spouse's estate could forfeit what must pass to it.",
            law="26 CFR 20.2056(c)-2(b)(1)",
        ),
        Conflict(
            "remainder_to_spouse_estate",
            "nobody could forfeit anything, as all goes to the spouse or the spouse's estate.",
        ),
    ),
    Provision.S_CORPORATION: (
        Conflict(
            "form_charitable_remainder",
            "a charitable remainder trust may hold no stock of an S corporation.",
            law="26 USC 1361(e)(1)(B)(iii)",
        ),
    ),
}
NO_AGREEMENT = Conflict("not has_agreement", "the provision would stand in an agreement, and this trust has none.")


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find which optional provisions a trust has."""
    chosen, path = subject.trust.provisions, subject.path("provisions")
    for one, name in FACT_OF.items():
        because = f"the provision {one} is {'' if one in chosen else 'not '}chosen"
        yield name, Finding(one in chosen, because, (), (path,))


def left(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find whether a trust may have an optional provision besides those chosen."""
    chosen, path = subject.trust.provisions, subject.path("provisions")
    free = [contrary(_excluded(subject, one)) for one in Provision if one not in chosen]
    yield "provisions_left", any_of(*free) if free else Finding(False, "every provision is chosen", (), (path,))


def offered(subject: Subject) -> Finding[tuple[Provision, ...]]:
    """Find the provisions that are not chosen and that nothing in the case excludes; unknown while one of them is."""
    others = {one: _excluded(subject, one) for one in Provision if one not in subject.trust.provisions}
    unknown = next((found for found in others.values() if found.value is None), None)
    if unknown is not None:
        return Finding(None, unknown.because, unknown.law, unknown.rests_on)
    given = tuple(one for one, found in others.items() if not found.value)
    return Finding(given, "what else may be chosen is known", (), (subject.path("provisions"),))


def _excluded(subject: Subject, provision: Provision) -> Fact:
    """Find whether something in the case excludes a provision."""
    return any_of(*(_holds(subject, one.fact) for one in _conflicts(provision)))


def _conflicts(provision: Provision) -> tuple[Conflict, ...]:
    return (NO_AGREEMENT, *CONFLICTS.get(provision, ()))


def _holds(subject: Subject, literal: str) -> Fact:
    """Find whether a fact, or its opposite, is so."""
    name = literal.removeprefix("not ")
    return subject.fact(name) if name == literal else contrary(subject.fact(name))


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse each provision that is chosen and cannot stand."""
    for provision in dict.fromkeys(subject.trust.provisions):
        conflict = next((one for one in _conflicts(provision) if _holds(subject, one.fact).value), None)
        if conflict is not None:
            what = f"{provision} is chosen: {conflict.what}"
            yield Problem(subject.path("provisions"), what, conflict.fix, conflict.law)
