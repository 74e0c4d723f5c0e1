"""A finding is a conclusion of law on one case: yes, no or unknown, and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assembler.casefile.shape import Case, Trust
from assembler.law.figure import Figure
from assembler.problem import Problem


@dataclass(frozen=True)
class Finding:
    """One conclusion: ``None`` is *cannot be decided*, which is not *no*.

    ``because`` is one sentence without a full stop; ``rests_on`` are paths of answers in the
    case file, such as ``decedent.died`` or ``trusts[share].security.permitted``.
    """

    value: bool | None
    because: str
    law: tuple[str, ...] = ()
    rests_on: tuple[str, ...] = ()


@dataclass(frozen=True)
class TrustFacts:
    """What the law makes of one trust.

    ``figures`` holds those that can be computed: ``threshold_value``, ``foreign_real_property_share``,
    ``security_amount`` and ``adjusted_security_amount``; one that rests on an answer not given is absent.
    """

    trust: Trust
    findings: Mapping[str, Finding]
    figures: Mapping[str, Figure] = field(default_factory=dict)

    def __getitem__(self, name: str) -> bool | None:
        return self.findings[name].value


@dataclass(frozen=True)
class Facts:
    """What the law makes of a case; ``problems`` are what the law refuses.

    ``whole`` is what is so of the case as a whole: of the case itself, or of any of its trusts.
    """

    case: Case
    needs_qdot: Finding
    trusts: tuple[TrustFacts, ...]
    whole: TrustFacts
    problems: tuple[Problem, ...]
