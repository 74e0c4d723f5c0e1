"""One trust in its case, with what all its conclusions share."""

from dataclasses import dataclass

from assembler.casefile.shape import Case, Source, Trust
from assembler.facts.standing import Standing, stand
from assembler.facts.worth import Estate, Worth, measure

SPOUSE_FUNDED = (Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED)
"""Sources of trusts that take what the spouse transfers. 26 CFR 20.2056A-4(b)(1)."""


@dataclass(frozen=True)
class Setting:
    """One trust of a case: where it stands in the file, its trustees' standing, and what all trusts are worth."""

    case: Case
    trust: Trust
    where: str
    number: int
    estate: Estate
    standings: tuple[Standing, ...] | None

    def path(self, answer: str) -> str:
        """Return the path of one of the trust's answers."""
        return f"{self.where}.{answer}"

    @property
    def is_planning(self) -> bool:
        """Tell whether the decedent is living."""
        return self.case.decedent.died is None

    @property
    def worth(self) -> Worth:
        """The trust's own worth."""
        return self.estate.worths[self.number]


def item(parent: str, key: str | None, number: int) -> str:
    """Return the path of one item of a list: by its id, or by its number from 0 when it has none."""
    return f"{parent}[{number if key is None else key}]"


def settings(case: Case) -> tuple[Setting, ...]:
    """Set out every trust of a case."""
    estate = measure(case)
    return tuple(_setting(case, number, estate) for number in range(len(case.trusts)))


def _setting(case: Case, number: int, estate: Estate) -> Setting:
    trust = case.trusts[number]
    where = item("trusts", trust.id, number)
    standings = None
    if trust.trustees is not None:
        paths = (item(f"{where}.trustees", None, place) for place in range(len(trust.trustees)))
        standings = tuple(stand(t, case.spouse, path) for t, path in zip(trust.trustees, paths, strict=True))
    return Setting(case, trust, where, number, estate, standings)
