"""The form in which the property qualifies, and the spouse's income and power at death."""

from collections.abc import Iterator, Mapping

from assembler.casefile.shape import CharitableKind, MaritalForm, SpousePower
from assembler.facts.combine import all_of, any_of
from assembler.facts.finding import Finding
from assembler.facts.phrases import choice, said
from assembler.facts.setting import Setting

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


def findings(setting: Setting, found: Mapping[str, Finding]) -> Iterator[tuple[str, Finding]]:
    """Find the marital form of one trust and what it gives the spouse."""
    forms = {name: _form(setting, wanted, law) for name, (wanted, law) in FORMS.items()}
    yield from forms.items()
    charitable, kind = forms["form_charitable_remainder"], setting.trust.charitable.kind
    for name, wanted in (
        ("charitable_annuity_trust", CharitableKind.ANNUITY_TRUST),
        ("charitable_unitrust", CharitableKind.UNITRUST),
    ):
        path = setting.path("charitable.kind")
        yield name, all_of(charitable, choice(kind, wanted, "the kind of charitable trust", path, "26 USC 664(d)"))
    yield (
        "spouse_takes_all_income",
        any_of(forms["form_power_of_appointment"], forms["form_qtip"], forms["form_none_required"]),
    )
    yield from _powers(setting, forms["form_power_of_appointment"], found["funded_by_spouse"])


def _form(setting: Setting, wanted: MaritalForm, law: str) -> Finding:
    return choice(setting.trust.marital_form, wanted, "the marital form", setting.path("marital_form"), law)


def _powers(setting: Setting, by_form: Finding, by_spouse: Finding) -> Iterator[tuple[str, Finding]]:
    general = any_of(by_form, _power(setting, SpousePower.GENERAL))
    limited = _power(setting, SpousePower.LIMITED)
    either = any_of(general, limited)
    yield "spouse_has_general_power", general
    yield "spouse_has_limited_power", limited
    yield "spouse_power_at_death", either
    kept = all_of(by_spouse, either)
    yield "spouse_keeps_remainder_power", Finding(kept.value, kept.because, (REMAINDER_POWER,), kept.rests_on)


def _power(setting: Setting, wanted: SpousePower) -> Finding:
    form, power = setting.trust.marital_form, setting.trust.spouse_power
    settled = form is not None and form in NO_CHOICE and power is None
    barred = form in (MaritalForm.POWER_OF_APPOINTMENT, MaritalForm.ESTATE_TRUST) and wanted is SpousePower.LIMITED
    if form is not None and (settled or barred):
        paths = (setting.path("marital_form"),)
        return Finding(False, f"the marital form, {said(form)}, leaves no {wanted} power to choose", (), paths)
    return choice(power, wanted, "the spouse's power at death", setting.path("spouse_power"))
