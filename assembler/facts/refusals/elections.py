"""Refuse an election that reaches only a part of a trust."""

from collections.abc import Iterator

from assembler.facts.finding import TrustFacts
from assembler.facts.setting import Setting
from assembler.problem import Problem

WHOLE = "26 CFR 20.2056A-3(b)"


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse a partial election for one trust."""
    if setting.trust.elects_part:
        what = "the QDOT election is to reach only a part of the trust."
        fix = "elect for all of it, or sever the trust before the election is due and describe each part as a trust."
        yield Problem(setting.path("elects_part"), what, fix, WHOLE)
