"""Find the facts of a case: trust by trust what is so, and for the case what the law refuses."""

from types import MappingProxyType

from assembler.casefile.shape import Case, Trust
from assembler.facts import (
    amount,
    arrangement,
    dispositions,
    funding,
    furnished,
    instrument,
    marital,
    matters,
    occasion,
    office,
    proceedings,
    release,
    size,
    statements,
)
from assembler.facts.combine import any_of
from assembler.facts.finding import Facts, Finding, TrustFacts
from assembler.facts.names import NAMES
from assembler.facts.refusals import refusals
from assembler.facts.setting import Setting, settings

TOPICS = (
    dispositions,
    size,
    arrangement,
    office,
    instrument,
    furnished,
    amount,
    statements,
    release,
    proceedings,
)
"""What is found of a trust by itself, whatever the facts before."""


def find(case: Case) -> Facts:
    """Apply the law to a case; an answer that is missing makes what rests on it unknown, never no."""
    set_out = settings(case)
    trusts = tuple(_trust(setting) for setting in set_out)
    needs = occasion.needs_qdot(case)
    return Facts(case, needs, trusts, _whole(case, trusts), tuple(refusals(case, set_out, trusts)))


def _trust(setting: Setting) -> TrustFacts:
    found: dict[str, Finding] = dict(occasion.life(setting.case))
    found.update(matters.of_case(setting.case))
    found.update(matters.of_trust(setting))
    found.update(proceedings.of_case(setting.case))
    found.update(funding.findings(setting))
    found.update(marital.findings(setting, found))
    for topic in TOPICS:
        found.update(topic.findings(setting))
    figures = MappingProxyType({**dict(size.figures(setting)), **dict(amount.figures(setting))})
    return TrustFacts(setting.trust, MappingProxyType(found), figures)


def _whole(case: Case, trusts: tuple[TrustFacts, ...]) -> TrustFacts:
    """Find what is so of the case as a whole: of the case itself, or of any of its trusts."""
    found = {name: any_of(*(trust.findings[name] for trust in trusts)) for name in NAMES if _is_found(name, trusts)}
    none = Finding(False, "the case has no trust", (), ("trusts",))
    found = dict.fromkeys(NAMES, none) | found | dict(occasion.life(case)) | dict(matters.of_case(case))
    found |= dict(proceedings.of_case(case))
    return TrustFacts(trusts[0].trust if trusts else Trust(), MappingProxyType(found), MappingProxyType({}))


def _is_found(name: str, trusts: tuple[TrustFacts, ...]) -> bool:
    return bool(trusts) and name in trusts[0].findings
