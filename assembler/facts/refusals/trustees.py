"""Refuse trustees among whom the law's offices are not filled."""

from collections.abc import Iterator

from assembler.casefile.shape import Trustee
from assembler.facts.finding import TrustFacts
from assembler.facts.office import US_TRUSTEE
from assembler.facts.setting import Setting, item
from assembler.facts.standing import ANTI_ABUSE, BRANCH, CORPORATE, INDIVIDUAL, Standing, stand, us_trustee_among
from assembler.law.trustee import branch_trustee_is_met
from assembler.problem import Problem
from assembler.terms import opposite, some

FIXES = {
    US_TRUSTEE: "name a citizen of the United States, or a domestic corporation.",
    INDIVIDUAL: "name a citizen whose tax home is in the United States.",
    CORPORATE: "name a corporation organized under the law of the United States or of a State, by its name.",
    BRANCH: "name a U.S. Trustee to act beside the branch, and write is_us_trustee: false for the branch.",
    ANTI_ABUSE: "name an independent citizen, or a corporation of substantial capital.",
}


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse the trustees of one trust, those named to follow included."""
    if setting.standings is not None:
        found = tuple(_offices(setting, setting.standings))
        yield from found
        if not found and us_trustee_among(setting.standings) is False:
            fix = "name a citizen with a tax home in the United States, or a domestic corporation; is_us_trustee: true."
            yield Problem(setting.path("trustees"), "no trustee is named as a U.S. Trustee.", fix, US_TRUSTEE)
    for number, successor in enumerate(setting.trust.successors or ()):
        yield from _successor(setting, successor, number)


def _offices(setting: Setting, standings: tuple[Standing, ...]) -> Iterator[Problem]:
    for standing in standings:
        yield from _unqualified(standing)
    if standings and all(standing.is_spouse for standing in standings):
        fix = "name a U.S. Trustee beside the spouse or in the spouse's place."
        yield Problem(setting.path("trustees"), "the spouse is the sole trustee.", fix, US_TRUSTEE)
    has_branch = some(standing.is_branch for standing in standings)
    beside = (standing.is_us_trustee() for standing in standings)
    if has_branch and opposite(branch_trustee_is_met(has_branch, beside)):
        what = "no U.S. Trustee acts beside the United States branch of a foreign bank."
        fix = "name a U.S. Trustee to act with the branch for the entire term of the trust."
        yield Problem(setting.path("trustees"), what, fix, BRANCH)


def _successor(setting: Setting, successor: Trustee, number: int) -> Iterator[Problem]:
    where = item(setting.path("successors"), None, number)
    yield from _unqualified(stand(successor, setting.case.spouse, where))


def _unqualified(standing: Standing) -> Iterator[Problem]:
    if standing.is_named_us_trustee and standing.qualifies is False:
        what = f"{standing.name} cannot be a U.S. Trustee: {standing.because}."
        yield Problem(standing.where, what, FIXES[standing.law], standing.law)
