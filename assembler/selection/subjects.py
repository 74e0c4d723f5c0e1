"""What a document is drafted for: a trust, an assignment, an annuity, or the case as a whole, and on which day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from assembler.casefile.choices import Operative
from assembler.casefile.shape import Annuity, Assignment, Case
from assembler.facts import Facts, Finding, TrustFacts, find, of_item, of_no_item
from assembler.facts.furnished import paper_day

WHOLE = "case"
"""The subject of a document that is drafted for a case as a whole."""

Item = Assignment | Annuity

@dataclass(frozen=True)
class Subject:
    """One thing to draft a document for: its id, what is so of it, and the item, where it is one."""

    id: str
    facts: TrustFacts
    item: Item | None = None


def subjects(found: Facts, per: str) -> Iterator[Subject]:
    """Give everything of a kind that a case has; what has no id goes by its place."""
    if per == "case":
        yield Subject(WHOLE, _of_no_item(found, found.whole))
    elif per == "trust":
        for place, facts in enumerate(found.trusts, 1):
            yield Subject(facts.trust.id or f"trust-{place}", _of_no_item(found, facts))
    else:
        items: Sequence[Item] = found.case.assignments if per == "assignment" else found.case.annuities
        for place, item in enumerate(items, 1):
            yield Subject(item.id or f"{per}-{place}", _of_item(found, item), item)


def _of_no_item(found: Facts, facts: TrustFacts) -> TrustFacts:
    return replace(facts, findings=MappingProxyType({**facts.findings, **of_no_item(found.case, facts)}))


def _of_item(found: Facts, item: Item) -> TrustFacts:
    """Give what is so of an item: its own facts over those of the trust that takes, or of the case."""
    trust = next((facts for facts in found.trusts if item.trust and facts.trust.id == item.trust), found.whole)
    findings: Mapping[str, Finding] = {**trust.findings, **of_item(found.case, item)}
    return replace(trust, findings=MappingProxyType(dict(findings)))


def paper_date(subject: Subject, dated: str, case: Case) -> date:
    """Give the day a paper speaks from: that of the instrument, bond, letter or item, or of the case's papers."""
    trust, item = subject.facts.trust, subject.item
    days = {
        "instrument": trust.instrument_date,
        "bond": paper_day(case, trust, Operative.BOND),
        "letter": paper_day(case, trust, Operative.LETTER_OF_CREDIT),
        "item": item.signed if item else None,
    }
    day = days.get(dated) or case.as_of
    if day is None:
        raise ValueError("a case that was read has a date")
    return day


def as_of(subject: Subject, dated: str, found: Facts) -> tuple[Case, TrustFacts]:
    """Give the case and the facts as they stood on the day of the paper.

    An agreement made in life speaks of a client who lives, whatever has happened since.
    """
    died, signed = found.case.decedent.died, subject.facts.trust.instrument_date
    if dated != "instrument" or not died or not signed or signed > died:
        return found.case, subject.facts
    living = find(replace(found.case, decedent=replace(found.case.decedent, died=None)))
    return living.case, next(one.facts for one in subjects(living, "trust") if one.id == subject.id)
