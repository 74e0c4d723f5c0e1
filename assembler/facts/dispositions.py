"""When principal may reach the spouse, and who takes after the spouse."""

from collections.abc import Iterator

from assembler.casefile.shape import MaritalForm, Principal, RemainderTo
from assembler.facts.combine import contrary
from assembler.facts.finding import Finding
from assembler.facts.phrases import choice, said
from assembler.facts.setting import Setting

MEASURES = {
    "principal_for_hardship": Principal.HARDSHIP,
    "principal_for_support": Principal.SUPPORT,
    "principal_by_discretion": Principal.DISCRETION,
    "principal_none": Principal.NONE,
}
TAKERS = {
    "remainder_to_descendants": RemainderTo.DESCENDANTS,
    "remainder_to_named": RemainderTo.NAMED,
    "remainder_to_spouse_estate": RemainderTo.SPOUSE_ESTATE,
    "remainder_to_charity": RemainderTo.CHARITY,
}
WITHOUT_PRINCIPAL = (MaritalForm.ESTATE_TRUST, MaritalForm.CHARITABLE_REMAINDER)
"""Forms under which no principal is paid out unless the case says so."""

TAKEN_BY_FORM = {
    MaritalForm.ESTATE_TRUST: RemainderTo.SPOUSE_ESTATE,
    MaritalForm.CHARITABLE_REMAINDER: RemainderTo.CHARITY,
}
"""Forms that name the taker themselves. 26 CFR 20.2056(c)-2(b)(1); 26 USC 664(d)."""

PRINCIPAL = "26 USC 2056A(b)(1)(A)"


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find the measure for principal and the takers of the remainder of one trust."""
    for name, measure in MEASURES.items():
        finding = _principal(setting, measure)
        yield name, finding
        if measure is Principal.NONE:
            yield "principal_may_reach_spouse", contrary(finding)
    for name, taker in TAKERS.items():
        yield name, _taker(setting, taker)


def _principal(setting: Setting, measure: Principal) -> Finding:
    form, answer = setting.trust.marital_form, setting.trust.principal
    if answer is None and form is not None and form in WITHOUT_PRINCIPAL:
        because = f"the marital form is {said(form)} and no payment of principal is chosen"
        return Finding(measure is Principal.NONE, because, (PRINCIPAL,), (setting.path("marital_form"),))
    return choice(answer, measure, "the measure for principal", setting.path("principal"), PRINCIPAL)


def _taker(setting: Setting, taker: RemainderTo) -> Finding:
    form, answer = setting.trust.marital_form, setting.trust.remainder.to
    by_form = None if form is None else TAKEN_BY_FORM.get(form)
    if answer is None and form is not None and by_form is not None:
        because = f"the marital form, {said(form)}, gives the remainder to {_to(by_form)}"
        return Finding(taker is by_form, because, (), (setting.path("marital_form"),))
    return choice(answer, taker, "the taker of the remainder", setting.path("remainder.to"))


def _to(taker: RemainderTo) -> str:
    return "the spouse's estate" if taker is RemainderTo.SPOUSE_ESTATE else "charity"
