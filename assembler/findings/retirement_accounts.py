"""Refuse what is done with annuities and retirement accounts: assigned and not assigned, or rolled over to nothing."""

from collections.abc import Iterator

from assembler.casefile.shape import Annuity, AssignedAsset, Case, Trust, Undertaking
from assembler.findings import estate
from assembler.findings.finding import day
from assembler.findings.funding import AGREED
from assembler.findings.signing import AGREEMENT
from assembler.findings.subject import Subject
from assembler.findings.transfer import taker
from assembler.law import estate_return, transfer
from assembler.problem import Problem

CONTRACT = "26 USC 408(b)(1); 26 CFR 20.2056A-4(b)(7)(ii)"
CHOICE = "26 CFR 20.2056A-4(b)(7)(iii), (c)(1)"
NONASSIGNABLE = "26 CFR 20.2056A-4(c)(1)"
ESTABLISHED = "26 CFR 20.2056A-4(c)(3)(ii)"
WITH_RETURN = "26 CFR 20.2056A-4(c)(2)(ii), (iii), (c)(3)(iii), (iv)"


def account(case: Case, asset: AssignedAsset, at: str) -> Iterator[Problem]:
    """Refuse to assign an annuity that cannot be, or on which the spouse undertakes to pay or to roll over."""
    if asset.annuity is None:
        return
    annuity = next((one for one in case.annuities if one.id is not None and one.id == asset.annuity), None)
    where = f"{at}.annuity"
    if annuity is None:
        known = ", ".join(one.id for one in case.annuities if one.id) or "the case has none"
        yield Problem(where, f"no annuity has the id `{asset.annuity}`.", f"write the id of an annuity: {known}.")
    elif annuity.is_retirement_annuity:
        what = "an individual retirement annuity under section 408(b) is assigned."
        fix = "let the spouse undertake to pay the tax or to roll over; no one can assign it."
        yield Problem(where, what, fix, CONTRACT)
    elif annuity.undertaking is not None:
        what = "it is assigned, and the spouse also undertakes to pay the tax on it or to roll it over."
        yield Problem(where, what, "assign it, or treat it as nonassignable; never both.", CHOICE)
    elif annuity.is_assignable is False and not annuity.is_retirement_account:
        what = "it is assigned, and the plan or the law lets nobody assign it."
        yield Problem(where, what, "let the spouse undertake to pay the tax or to roll over.", NONASSIGNABLE)


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse what one annuity is said to be and to be done with."""
    case, annuity, where = subject.case, subject.annuity, subject.where
    yield from _kind(annuity, where)
    yield from _signed(case, annuity, where)
    if annuity.undertaking is Undertaking.ROLL_OVER:
        yield from _taker(case, annuity, where)


def _kind(annuity: Annuity, where: str) -> Iterator[Problem]:
    if annuity.is_retirement_annuity and annuity.is_retirement_account:
        what = "it is said to be an individual retirement account and an individual retirement annuity."
        yield Problem(f"{where}.is_retirement_annuity", what, "say which it is.", CHOICE)
    elif annuity.is_retirement_annuity and annuity.is_assignable:
        what = "an individual retirement annuity under section 408(b) is said to be assignable."
        yield Problem(f"{where}.is_assignable", what, "write is_assignable: false.", CONTRACT)
    elif annuity.is_assignable and annuity.undertaking is not None:
        what = "it is assigned, and the spouse also undertakes to pay the tax on it or to roll it over."
        fix = "leave the undertaking out and assign it; only what is not assigned can be paid on or rolled over."
        if annuity.is_retirement_account:
            fix = "assign it and leave the undertaking out, or leave is_assignable out; never both."
        law = CHOICE if annuity.is_retirement_account else NONASSIGNABLE
        yield Problem(f"{where}.undertaking", what, fix, law)


def _signed(case: Case, annuity: Annuity, where: str) -> Iterator[Problem]:
    signed, filed, died = annuity.signed, case.return_.filed, case.spouse.died
    if signed is not None and filed is not None and signed > filed:
        what = f"the agreement is signed on {day(signed)}, after the return was filed on {day(filed)}."
        yield Problem(f"{where}.signed", what, "sign it in time to file it with the return.", WITH_RETURN)
    if signed is not None and died is not None and signed > died:
        what = f"the agreement is signed on {day(signed)}, after the spouse died on {day(died)}."
        fix = "let the spouse sign in life, or the representative of an incompetent spouse; the law names nobody else."
        yield Problem(f"{where}.signed", what, fix, AGREEMENT)


def _taker(case: Case, annuity: Annuity, where: str) -> Iterator[Problem]:
    trust, due, filed = taker(case, annuity.trust), estate.due_date(case), case.return_.filed
    if trust is None:
        if not case.trusts:
            what = "the annuity is rolled over, and the case has no trust to take it."
            fix = "describe the trust that takes, or let the spouse undertake to pay the tax."
            yield Problem(f"{where}.undertaking", what, fix, ESTABLISHED)
        return
    if due is None or trust.source not in AGREED:
        return
    made = trust.instrument_date
    last = transfer.qdot_for_roll_over(due, filed).date if filed else estate_return.last_election_date(due)
    if made is not None and made > last:
        what = f"the trust that takes the roll-over is made on {day(made)}, after the last day, {day(last)}."
        yield Problem(f"{where}.trust", what, "make the trust before the return is filed.", ESTABLISHED)
    elif _is_not_made(case, trust):
        what = "the return is filed, and the trust that takes the roll-over has no date and is not made."
        fix = "state the date of the trust agreement, or let the spouse undertake to pay the tax."
        yield Problem(f"{where}.trust", what, fix, ESTABLISHED)


def _is_not_made(case: Case, trust: Trust) -> bool:
    """Tell whether the return was filed by the day of the papers, while the agreement is still without a date."""
    filed, on = case.return_.filed, case.as_of
    return trust.instrument_date is None and filed is not None and on is not None and filed <= on
