"""What the law makes of one annuity that cannot be assigned: its source, its duration, what the spouse undertakes."""

from collections.abc import Iterator

from assembler.casefile.shape import Annuity, Case, Status, Undertaking
from assembler.facts.finding import Finding
from assembler.facts.phrases import answered, choice
from assembler.facts.signing import AGREEMENT, is_incompetent

UNDERTAKING = "26 CFR 20.2056A-4(c)(2), (c)(3)"
SOURCE = "26 CFR 20.2056A-4(c)(5)(ii)"
DURATION = "26 CFR 20.2056A-4(c)(5)(iv)"
FOREIGN = "26 CFR 20.2056A-4(c)(6)(ii), (c)(7)(ii)"
ACCOUNT = "26 CFR 20.2056A-4(b)(7), (c)(1)"
ABROAD = (Status.NONRESIDENT_NONCITIZEN, Status.CITIZEN_DOMICILED_ABROAD)


def findings(case: Case, annuity: Annuity, where: str) -> Iterator[tuple[str, Finding]]:
    """Find what is so of one annuity."""
    undertakings = {
        name: choice(annuity.undertaking, wanted, "what the spouse undertakes", f"{where}.undertaking", UNDERTAKING)
        for name, wanted in (("annuity_pay", Undertaking.PAY), ("annuity_roll_over", Undertaking.ROLL_OVER))
    }
    yield from undertakings.items()
    yield "annuity_undertaken", _undertaken(annuity, where)
    yield from _source(case, annuity, where)
    yield from _duration(annuity, where)
    yield from _account(annuity, where)
    yield "annuity_signed_by_representative", is_incompetent(case, AGREEMENT)


def _undertaken(annuity: Annuity, where: str) -> Finding:
    """Find whether the spouse undertakes anything; what is assigned instead has no undertaking."""
    value = True if annuity.undertaking else (False if annuity.is_assignable else None)
    said = {
        True: "the spouse undertakes to pay the tax or to roll over",
        False: "the annuity can be assigned, and the spouse undertakes nothing",
        None: "it is not stated what the spouse undertakes",
    }
    return Finding(value, said[value], (UNDERTAKING,), (f"{where}.undertaking",))


def _source(case: Case, annuity: Annuity, where: str) -> Iterator[tuple[str, Finding]]:
    yield "annuity_employment_related", answered(
        annuity.is_employment_related,
        "the annuity arises from employment",
        "the annuity does not arise from employment",
        f"{where}.is_employment_related",
        SOURCE,
    )
    yield "annuity_foreign_plan", answered(
        annuity.is_foreign_plan,
        "the plan is established and administered outside the United States",
        "the plan is not established and administered outside the United States",
        f"{where}.is_foreign_plan",
        FOREIGN,
    )
    status = case.decedent.status
    abroad = None if status is None else status in ABROAD
    because = "it is not stated where the decedent was domiciled"
    if abroad is not None:
        because = f"the decedent was {'' if abroad else 'not '}a nonresident noncitizen or a citizen domiciled abroad"
    yield "annuity_international", Finding(abroad, because, (FOREIGN,), ("decedent.status",))
    asked = annuity.security_requested is not None
    because = f"{'a' if asked else 'no'} request for a security agreement is stated"
    yield "annuity_security_requested", Finding(asked, because, (FOREIGN,), (f"{where}.security_requested",))


def _duration(annuity: Annuity, where: str) -> Iterator[tuple[str, Finding]]:
    lives, years = annuity.measuring_lives, annuity.term_years
    paths = (f"{where}.measuring_lives", f"{where}.term_years")
    is_known = lives is not None or years is not None
    number = len(lives or ())
    said = "it is not stated for how long the annuity is paid"
    if is_known:
        said = f"the annuity is paid for {number} lives" if number else "the annuity is paid for a term of years"
    for name, value in (
        ("annuity_for_life", number > 0),
        ("annuity_two_lives", number > 1),
        ("annuity_for_term", years is not None and not number),
    ):
        yield name, Finding(value if is_known else None, said, (DURATION,), paths)
    changes = annuity.has_scheduled_changes
    value = bool(annuity.scheduled_changes) if changes is None else changes
    because = f"the payments are {'' if value else 'not '}scheduled to change"
    law = "26 CFR 20.2056A-4(c)(5)(iii)"
    yield "annuity_scheduled_changes", Finding(value, because, (law,), (f"{where}.has_scheduled_changes",))


def _account(annuity: Annuity, where: str) -> Iterator[tuple[str, Finding]]:
    account, contract = annuity.is_retirement_account, annuity.is_retirement_annuity
    yield "annuity_is_ira", answered(
        False if account is None and contract else account,
        "it is an individual retirement account",
        "it is no individual retirement account",
        f"{where}.is_retirement_account",
        ACCOUNT,
    )
    yield "annuity_individual_annuity", answered(
        False if contract is None and account else contract,
        "it is an individual retirement annuity",
        "it is no individual retirement annuity",
        f"{where}.is_retirement_annuity",
        ACCOUNT,
    )
