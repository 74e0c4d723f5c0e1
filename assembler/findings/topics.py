"""The topics of facts for each kind of subject: which facts there are, and what finds them."""

from collections.abc import Iterator

from assembler.findings import (
    advice,
    annual_statement,
    annuities,
    annuity_years,
    assignments,
    cautions,
    citizenship,
    community_property,
    election,
    estate,
    firm,
    foreign_excess,
    funding,
    instrument,
    marital,
    marital_surplus,
    proceedings,
    provisions,
    reformation,
    residence,
    residence_threshold,
    riders,
    security_amount,
    security_arrangement,
    security_instrument,
    security_release,
    signing,
    state_death_taxes,
    survivor_annuities,
    threshold,
    trustees,
    undervaluation,
)
from assembler.findings.finding import Fact, Finding
from assembler.findings.subject import Kind, Subject
from assembler.findings.vocabulary import Combination, FactName, Topic

SIGNING = Topic(signing.FACTS, signing.facts)
ASSIGNMENT = (
    Topic(assignments.FACTS, assignments.facts),
    Topic(community_property.OF_ASSIGNMENT, community_property.of_assignment),
)
ANNUITY = (
    Topic(annuities.FACTS, annuities.facts),
    Topic(survivor_annuities.FACTS, survivor_annuities.facts),
    Topic(annuity_years.FACTS, annuity_years.facts),
)
CASE = (
    Topic(estate.FACTS, estate.facts),
    Topic(election.FACTS, election.facts),
    Topic(advice.OF_CASE, advice.of_case),
    Topic(citizenship.OF_CASE, citizenship.of_case),
    Topic(proceedings.OF_CASE, proceedings.of_case),
    Topic(community_property.OF_CASE, community_property.of_case),
    Topic(state_death_taxes.FACTS, state_death_taxes.facts),
    Topic(marital_surplus.FACTS, marital_surplus.facts),
    Topic(survivor_annuities.OF_CASE, survivor_annuities.of_case),
    Topic(cautions.FACTS, cautions.facts),
    Topic(firm.FACTS, firm.facts),
)

TRUST = (
    Topic(advice.OF_TRUST, advice.of_trust),
    Topic(funding.FACTS, funding.facts, funding.NEVER),
    Topic(riders.FACTS, riders.facts, riders.NEVER),
    Topic(marital.FACTS, marital.facts, marital.NEVER),
    Topic(threshold.FACTS, threshold.facts),
    Topic(security_arrangement.FACTS, security_arrangement.facts),
    Topic(trustees.FACTS, trustees.facts),
    Topic(instrument.FACTS, instrument.facts),
    Topic(reformation.FACTS, reformation.facts),
    Topic(security_instrument.FACTS, security_instrument.facts),
    Topic(security_amount.FACTS, security_amount.facts),
    Topic(foreign_excess.FACTS, foreign_excess.facts),
    Topic(undervaluation.FACTS, undervaluation.facts),
    Topic(residence.FACTS, residence.facts),
    Topic(residence_threshold.FACTS, residence_threshold.facts),
    Topic(annual_statement.FACTS, annual_statement.facts),
    Topic(security_release.FACTS, security_release.facts),
    Topic(citizenship.FACTS, citizenship.facts),
    Topic(proceedings.FACTS, proceedings.facts),
    Topic(community_property.OF_TRUST, community_property.of_trust),
    Topic(provisions.FACTS, provisions.facts),
    Topic(provisions.LEFT, provisions.left),
)
"""What is found of a trust; the case as a whole has the same where any of its trusts has it."""

WORKING_PAPERS = (
    FactName("has_figures", "The case has a figure that can be computed."),
    FactName("has_dates", "The case has a date that can be computed."),
    FactName("has_unconfirmed_figures", "A figure of the case rests on a published value that is not confirmed."),
)
"""What only the working papers of a case ask."""


def _of_another_kind(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find that what only another kind of subject has is not so, and that only an annuity is rolled over."""
    is_item = subject.kind in (Kind.ASSIGNMENT, Kind.ANNUITY)
    because = f"it is an {subject.kind}" if is_item else "no one assignment or annuity is meant"
    no = Finding(False, because, (), (subject.where,) if is_item else ("assignments", "annuities"))
    yield from ((fact.name, no) for topic in (*ASSIGNMENT, *ANNUITY) for fact in topic.facts)
    yield "receives_roll_over", no


OF_ITEMS = tuple(fact for topic in (*ASSIGNMENT, *ANNUITY) for fact in topic.facts)

OF_ANOTHER_KIND = Topic(OF_ITEMS, _of_another_kind)

NEVER_BOTH: tuple[Combination, ...] = tuple(
    (one.name, other.name)
    for topic in ASSIGNMENT
    for one in topic.facts
    for of_annuity in ANNUITY
    for other in of_annuity.facts
)
"""No subject is an assignment and an annuity at once."""

EVERY = (*TRUST, *CASE, SIGNING, *ASSIGNMENT, *ANNUITY, Topic(WORKING_PAPERS, _of_another_kind))

_MEANINGS = {fact.name: fact.meaning for topic in EVERY for fact in topic.facts}


def meaning_of(name: str) -> str:
    """Give the meaning of a fact in one line."""
    return _MEANINGS[name]
