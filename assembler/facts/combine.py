"""Findings combine as yes, no and unknown do, and keep the reasons that decided."""

from collections.abc import Iterable

from assembler.facts.finding import Finding
from assembler.terms import every, opposite, some


def all_of(*findings: Finding) -> Finding:
    """Find that all hold: because of the first that does not, else of all, or of what is unknown."""
    if len(findings) == 1:
        return findings[0]
    value = every(finding.value for finding in findings)
    return _combined(value, decisive=False, findings=findings)


def any_of(*findings: Finding) -> Finding:
    """Find that at least one holds: because of the first that does, else of all, or of what is unknown."""
    if len(findings) == 1:
        return findings[0]
    value = some(finding.value for finding in findings)
    return _combined(value, decisive=True, findings=findings)


def contrary(finding: Finding) -> Finding:
    """Find the opposite for the same reason."""
    return Finding(opposite(finding.value), finding.because, finding.law, finding.rests_on)


def _combined(value: bool | None, decisive: bool, findings: tuple[Finding, ...]) -> Finding:
    reasons = tuple(finding for finding in findings if finding.value is value)
    if value is decisive:
        reasons = reasons[:1]
    because = ", and ".join(_unique(finding.because for finding in reasons))
    law = _unique(cite for finding in findings for cite in finding.law)
    return Finding(value, because, law, _unique(path for finding in reasons for path in finding.rests_on))


def _unique(items: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
