"""The form in which the property qualifies, and the spouse's income and power at death."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction

from assembler.casefile.shape import CharitableKind, MaritalForm, Principal, RemainderTo, SpousePower
from assembler.findings.finding import Fact, Finding, all_of, any_of, choice, contrary, said
from assembler.findings.subject import Subject
from assembler.findings.vocabulary import FactName
from assembler.problem import Problem

FORMS = {
    "form_power_of_appointment": (MaritalForm.POWER_OF_APPOINTMENT, "26 USC 2056(b)(5)"),
    "form_qtip": (MaritalForm.QTIP, "26 USC 2056(b)(7)"),
    "form_charitable_remainder": (MaritalForm.CHARITABLE_REMAINDER, "26 USC 2056(b)(8)"),
    "form_estate_trust": (MaritalForm.ESTATE_TRUST, "26 CFR 20.2056(c)-2(b)(1)"),
    "form_none_required": (MaritalForm.NONE_REQUIRED, "26 CFR 20.2056A-4(b)(1)"),
}
NO_CHOICE = (MaritalForm.POWER_OF_APPOINTMENT, MaritalForm.ESTATE_TRUST, MaritalForm.CHARITABLE_REMAINDER)
"""Forms that settle the spouse's power at death themselves."""

REMAINDER_POWER = "26 CFR 25.2511-2(b)"
REMAINDER_GIFT = "26 CFR 20.2056A-4(d), Example 5"

FACTS = (
    FactName(
        "form_power_of_appointment",
        "The marital form is a life estate with a general power (section 2056(b)(5)).",
        family="marital form",
        implies=("spouse_takes_all_income", "spouse_has_general_power"),
    ),
    FactName(
        "form_qtip",
        "The marital form is qualified terminable interest property (section 2056(b)(7)).",
        family="marital form",
        implies=("spouse_takes_all_income",),
    ),
    FactName(
        "form_charitable_remainder",
        "The marital form is a charitable remainder trust (section 2056(b)(8)).",
        family="marital form",
        implies=(("charitable_annuity_trust", "charitable_unitrust"),),
        excludes=("spouse_takes_all_income",),
    ),
    FactName(
        "form_estate_trust",
        "The marital form is an estate trust.",
        family="marital form",
        excludes=("spouse_takes_all_income",),
    ),
    FactName(
        "form_none_required",
        "No marital form is required, since the spouse alone funds the trust.",
        family="marital form",
        implies=("spouse_takes_all_income",),
    ),
    FactName(
        "charitable_annuity_trust",
        "The charitable remainder trust is an annuity trust.",
        implies=("form_charitable_remainder",),
        excludes=("charitable_unitrust",),
    ),
    FactName(
        "charitable_unitrust", "The charitable remainder trust is a unitrust.", implies=("form_charitable_remainder",)
    ),
    FactName("spouse_takes_all_income", "The spouse takes all income for life."),
    FactName(
        "spouse_has_general_power",
        "The spouse has a general power to appoint at death.",
        implies=("spouse_power_at_death",),
        excludes=("spouse_has_limited_power",),
    ),
    FactName(
        "spouse_has_limited_power",
        "The spouse has a limited power to appoint at death.",
        implies=("spouse_power_at_death",),
    ),
    FactName(
        "spouse_keeps_remainder_power",
        "The spouse funds the trust and keeps a power over the remainder.",
        implies=("funded_by_spouse", ("spouse_has_general_power", "spouse_has_limited_power")),
    ),
    FactName(
        "spouse_gives_remainder",
        "The spouse funds the trust and neither keeps a power over the remainder nor leaves it to the spouse's estate.",
        implies=("funded_by_spouse",),
        excludes=("spouse_keeps_remainder_power", "remainder_to_spouse_estate", "form_estate_trust"),
    ),
    FactName(
        "spouse_power_at_death",
        "The spouse has a power to appoint at death, general or limited.",
        implies=(("spouse_has_general_power", "spouse_has_limited_power"),),
    ),
    FactName("principal_for_hardship", "Principal may be paid to the spouse for hardship only.", family="principal"),
    FactName("principal_for_support", "Principal may be paid to the spouse for support.", family="principal"),
    FactName(
        "principal_by_discretion", "Principal may be paid to the spouse by discretion of a trustee.", family="principal"
    ),
    FactName("principal_none", "No principal may be paid to the spouse.", family="principal"),
    FactName(
        "principal_may_reach_spouse", "Principal may be paid to the spouse in some event.", excludes=("principal_none",)
    ),
    FactName("remainder_to_descendants", "Descendants take after the spouse."),
    FactName("remainder_to_named", "Named takers take after the spouse."),
    FactName("remainder_to_spouse_estate", "The spouse's estate takes after the spouse."),
    FactName("remainder_to_charity", "A charity takes after the spouse."),
)
NEVER = (("not principal_may_reach_spouse", "not principal_none"),)
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

LEAST_PAYOUT, MOST_PAYOUT = Decimal(5), Decimal(50)
"""A charitable remainder trust pays from 5 to 50 percent a year. 26 USC 664(d)(1)(A), (2)(A)."""

POWER_OF_APPOINTMENT = "26 USC 2056(b)(5)"
ESTATE_TRUST = "26 CFR 20.2056(c)-2(b)(1)"
CHARITABLE = "26 USC 664(d)(1), (2)"
PASSES = "26 CFR 20.2056A-2(b)(1); 26 CFR 20.2056A-4(b)(1)"


def facts(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find the marital form of one trust and what it gives the spouse."""
    forms = {name: _form(subject, wanted, law) for name, (wanted, law) in FORMS.items()}
    yield from forms.items()
    charitable, kind = forms["form_charitable_remainder"], subject.trust.charitable.kind
    for name, wanted in (
        ("charitable_annuity_trust", CharitableKind.ANNUITY_TRUST),
        ("charitable_unitrust", CharitableKind.UNITRUST),
    ):
        path = subject.path("charitable.kind")
        yield name, all_of(charitable, choice(kind, wanted, "the kind of charitable trust", path, "26 USC 664(d)"))
    yield (
        "spouse_takes_all_income",
        any_of(forms["form_power_of_appointment"], forms["form_qtip"], forms["form_none_required"]),
    )
    yield from _powers(subject, forms["form_power_of_appointment"], subject.fact("funded_by_spouse"))
    yield from _dispositions(subject)
    yield "spouse_gives_remainder", _given(subject)


def _form(subject: Subject, wanted: MaritalForm, law: str) -> Fact:
    return choice(subject.trust.marital_form, wanted, "the marital form", subject.path("marital_form"), law)


def _powers(subject: Subject, by_form: Fact, by_spouse: Fact) -> Iterator[tuple[str, Fact]]:
    general = any_of(by_form, _power(subject, SpousePower.GENERAL))
    limited = _power(subject, SpousePower.LIMITED)
    either = any_of(general, limited)
    yield "spouse_has_general_power", general
    yield "spouse_has_limited_power", limited
    yield "spouse_power_at_death", either
    kept = all_of(by_spouse, either)
    yield "spouse_keeps_remainder_power", Finding(kept.value, kept.because, (REMAINDER_POWER,), kept.rests_on)


def _given(subject: Subject) -> Fact:
    """Find whether the spouse's transfer gives the remainder away; how far the gift is complete is not found here."""
    returns = _taker(subject, RemainderTo.SPOUSE_ESTATE)
    powers = (_power(subject, SpousePower.GENERAL), _power(subject, SpousePower.LIMITED))
    by_form = _form(subject, MaritalForm.POWER_OF_APPOINTMENT, POWER_OF_APPOINTMENT)
    kept = any_of(by_form, *powers, returns)
    given = all_of(subject.fact("funded_by_spouse"), contrary(kept))
    return Finding(given.value, given.because, (REMAINDER_GIFT,), given.rests_on)


def _power(subject: Subject, wanted: SpousePower) -> Fact:
    form, power = subject.trust.marital_form, subject.trust.spouse_power
    settled = form is not None and form in NO_CHOICE and power is None
    barred = form in (MaritalForm.POWER_OF_APPOINTMENT, MaritalForm.ESTATE_TRUST) and wanted is SpousePower.LIMITED
    if form is not None and (settled or barred):
        paths = (subject.path("marital_form"),)
        return Finding(False, f"the marital form, {said(form)}, leaves no {wanted} power to choose", (), paths)
    return choice(power, wanted, "the spouse's power at death", subject.path("spouse_power"))


def _dispositions(subject: Subject) -> Iterator[tuple[str, Fact]]:
    """Find the measure for principal and the takers of the remainder of one trust."""
    for name, measure in MEASURES.items():
        finding = _principal(subject, measure)
        yield name, finding
        if measure is Principal.NONE:
            yield "principal_may_reach_spouse", contrary(finding)
    for name, taker in TAKERS.items():
        yield name, _taker(subject, taker)


def _principal(subject: Subject, measure: Principal) -> Fact:
    form, answer = subject.trust.marital_form, subject.trust.principal
    if answer is None and form is not None and form in WITHOUT_PRINCIPAL:
        because = f"the marital form is {said(form)} and no payment of principal is chosen"
        return Finding(measure is Principal.NONE, because, (PRINCIPAL,), (subject.path("marital_form"),))
    return choice(answer, measure, "the measure for principal", subject.path("principal"), PRINCIPAL)


def _taker(subject: Subject, taker: RemainderTo) -> Fact:
    form, answer = subject.trust.marital_form, subject.trust.remainder.to
    by_form = None if form is None else TAKEN_BY_FORM.get(form)
    if answer is None and form is not None and by_form is not None:
        because = f"the marital form, {said(form)}, gives the remainder to {_to(by_form)}"
        return Finding(taker is by_form, because, (), (subject.path("marital_form"),))
    return choice(answer, taker, "the taker of the remainder", subject.path("remainder.to"))


def _to(taker: RemainderTo) -> str:
    return "the spouse's estate" if taker is RemainderTo.SPOUSE_ESTATE else "charity"


def refusals(subject: Subject) -> Iterator[Problem]:
    """Refuse the marital terms of one trust."""
    yield from _refused_form(subject)
    yield from _refused_power(subject)
    yield from _remainder(subject)
    if subject.trust.marital_form is MaritalForm.CHARITABLE_REMAINDER:
        yield from _charitable(subject)


def _refused_form(subject: Subject) -> Iterator[Problem]:
    trust = subject.trust
    if subject["form_none_required"] and subject["funded_by_decedent"]:
        what = "property passes from the decedent to the trust, and the trust is in no form that qualifies."
        fix = "choose power-of-appointment, qtip, charitable-remainder or estate-trust."
        yield Problem(subject.path("marital_form"), what, fix, PASSES)
    if subject["funded_by_spouse"] and trust.other_property and trust.wholly_marital is False:
        what = "the spouse transfers property to a trust whose whole value does not qualify for the marital deduction."
        fix = "let the spouse or the executor create a separate trust for what the spouse transfers."
        yield Problem(subject.path("wholly_marital"), what, fix, "26 CFR 20.2056A-4(b)(1)")


def _refused_power(subject: Subject) -> Iterator[Problem]:
    form, power, where = subject.trust.marital_form, subject.trust.spouse_power, subject.path("spouse_power")
    if power is None:
        return
    if form is MaritalForm.POWER_OF_APPOINTMENT and power is not SpousePower.GENERAL:
        what = f"the spouse's power is {power}, and this marital form needs a general power."
        yield Problem(where, what, "write general, or choose another form such as qtip.", POWER_OF_APPOINTMENT)
    if form is MaritalForm.ESTATE_TRUST and power is not SpousePower.NONE:
        what = f"the spouse has a {power} power, and the property of an estate trust passes to the spouse's estate."
        yield Problem(where, what, "write none, or choose another form.", ESTATE_TRUST)
    if form is MaritalForm.CHARITABLE_REMAINDER and power is not SpousePower.NONE:
        what = f"the spouse has a {power} power, and the property of a charitable remainder trust passes to charity."
        yield Problem(where, what, "write none, or choose another form.", CHARITABLE)


def _remainder(subject: Subject) -> Iterator[Problem]:
    form, remainder = subject.trust.marital_form, subject.trust.remainder
    taker = None if form is None else TAKEN_BY_FORM.get(form)
    if form is not None and taker is not None and remainder.to is not None and remainder.to is not taker:
        law = ESTATE_TRUST if form is MaritalForm.ESTATE_TRUST else CHARITABLE
        what = f"the remainder goes to {said(remainder.to)}, and the marital form is {said(form)}."
        yield Problem(subject.path("remainder.to"), what, f"write {taker}, or choose another form.", law)
    if remainder.to is RemainderTo.NAMED and remainder.takers:
        total = whole(taker.share for taker in remainder.takers)
        if total is not None and total != Fraction(1):
            what = f"the shares of the named takers come to {total}, not to the whole."
            yield Problem(subject.path("remainder.takers"), what, "let the shares come to the whole.")


def _charitable(subject: Subject) -> Iterator[Problem]:
    percent, principal = subject.trust.charitable.percent, subject.trust.principal
    if percent is not None and not LEAST_PAYOUT <= percent <= MOST_PAYOUT:
        what = f"the payout is {percent:f} percent a year, and it must be from 5 to 50."
        fix = "write a percentage from 5 to 50."
        yield Problem(subject.path("charitable.percent"), what, fix, "26 USC 664(d)(1)(A), (2)(A)")
    if principal not in (None, Principal.NONE):
        what = "principal may be paid to the spouse besides the annuity or unitrust amount."
        yield Problem(subject.path("principal"), what, "write none.", "26 USC 664(d)(1)(B), (2)(B)")


WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "half": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "twelfth": 12,
}  # fmt: skip
HUNDRED = 100


def whole(shares: Iterable[str | None]) -> Fraction | None:
    """Add up shares such as one-half, 1/3 or 25 percent; None when one is missing or not so written."""
    total = Fraction(0)
    for share in shares:
        part = None if share is None else _part(" ".join(share.casefold().replace("-", " ").split()))
        if part is None:
            return None
        total += part
    return total


def _part(share: str) -> Fraction | None:
    try:
        for sign in (" percent", "%", " per cent"):
            if share.endswith(sign):
                return Fraction(share.removesuffix(sign).strip()) / HUNDRED
        return _in_words(share) or (Fraction(share) if "/" in share else None)
    except (ValueError, ZeroDivisionError):
        return None


def _in_words(share: str) -> Fraction | None:
    words = [WORDS.get(word, WORDS.get(word.removesuffix("s"))) for word in share.removeprefix("a ").split()]
    match words:
        case [int() as over, int() as under]:
            return Fraction(over, under)
        case [2]:
            return Fraction(1, 2)
        case _:
            return None
