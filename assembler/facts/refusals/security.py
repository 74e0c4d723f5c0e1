"""Refuse an arrangement that the instrument or the law does not let the trust use."""

from collections.abc import Iterator

from assembler.casefile.shape import Operative
from assembler.facts.arrangement import SECURITY
from assembler.facts.finding import TrustFacts
from assembler.facts.phrases import said
from assembler.facts.setting import Setting
from assembler.facts.worth import foreign_share
from assembler.problem import Problem

PERMITTED_BY = {
    Operative.BANK_TRUSTEE: "bank_permitted",
    Operative.US_BRANCH_TRUSTEE: "bank_permitted",
    Operative.BOND: "bond_permitted",
    Operative.LETTER_OF_CREDIT: "letter_permitted",
}
"""The fact on which each arrangement in use rests."""

SMALL = "26 CFR 20.2056A-2(d)(1)(ii)"
BANK = f"{SECURITY}(A)"


def refusals(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    """Refuse the arrangements of one trust."""
    security = setting.trust.security
    if security.permitted == () and not security.by_reference:
        what = "the instrument permits no arrangement to secure the tax."
        fix = "permit one or more of bank-trustee, bond and letter-of-credit, or write by_reference: true."
        yield Problem(setting.path("security.permitted"), what, fix, SECURITY)
    elif security.operative in PERMITTED_BY:
        yield from _permitted(setting, facts, security.operative)
    if security.operative is Operative.FOREIGN_LIMIT:
        yield from _foreign_limit(setting, facts)
    yield from _office(setting, facts)


def _permitted(setting: Setting, facts: TrustFacts, operative: Operative) -> Iterator[Problem]:
    if facts[PERMITTED_BY[operative]] is False:
        what = f"the arrangement in use is {said(operative)}, which the instrument does not permit."
        yield Problem(setting.path("security.operative"), what, "permit it, or use one that is permitted.", SECURITY)


def _foreign_limit(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    where, large = setting.path("security.operative"), facts.findings["is_large"]
    fix = "use a Bank Trustee, a bond or a letter of credit."
    if large.value:
        yield Problem(where, f"{large.because}: the limit on foreign real property is not enough.", fix, SECURITY)
    share = foreign_share(setting.trust)
    if share is not None and not share.is_within_limit():
        what = f"real property outside the United States is {share.percent()} percent of the trust's assets, over 35."
        yield Problem(where, what, fix, SMALL)


def _office(setting: Setting, facts: TrustFacts) -> Iterator[Problem]:
    where = setting.path("security.operative")
    if facts["operative_bank"] and facts["has_bank_trustee"] is False:
        what = "a Bank Trustee is in use, and no U.S. Trustee named is a bank of section 581."
        fix = "name such a bank as a U.S. Trustee with is_section_581_bank: true, or use another arrangement."
        yield Problem(where, what, fix, BANK)
    if facts["operative_branch"] and facts["us_branch_trustee"] is False:
        what = "a branch of a foreign bank is in use as trustee, and no trustee named is one."
        fix = "name the branch with kind: us-branch-of-foreign-bank, or use another arrangement."
        yield Problem(where, what, fix, BANK)
