"""Find the facts of a case: trust by trust what is so, and for the case what the law refuses."""

from types import MappingProxyType

from assembler.casefile.shape import Case
from assembler.facts import arrangement, dispositions, funding, instrument, marital, occasion, office, size
from assembler.facts.finding import Facts, Finding, TrustFacts
from assembler.facts.refusals import refusals
from assembler.facts.setting import Setting, settings


def find(case: Case) -> Facts:
    """Apply the law to a case; an answer that is missing makes what rests on it unknown, never no."""
    set_out = settings(case)
    trusts = tuple(_trust(setting) for setting in set_out)
    needs = occasion.needs_qdot(case)
    return Facts(case, needs, trusts, tuple(refusals(case, set_out, trusts)))


def _trust(setting: Setting) -> TrustFacts:
    found: dict[str, Finding] = dict(occasion.life(setting.case))
    found.update(funding.findings(setting))
    found.update(marital.findings(setting, found))
    for topic in (dispositions, size, arrangement, office, instrument):
        found.update(topic.findings(setting))
    figures = MappingProxyType(dict(size.figures(setting)))
    return TrustFacts(setting.trust, MappingProxyType(found), figures)
