"""What is asked and answered in office: hardship, more time, a successor, the spouse's citizenship, the filer."""

from collections.abc import Iterator

from assembler.casefile.shape import Case
from assembler.casefile.shape_proceedings import ReliefKind
from assembler.casefile.shape_tax import DistributionKind
from assembler.facts.combine import all_of, contrary
from assembler.facts.finding import Finding
from assembler.facts.setting import Setting
from assembler.terms import every, some

FILER = "26 CFR 20.2056A-9"
CITIZENSHIP = "26 USC 2056A(b)(12); 26 CFR 20.2056A-10"
HARDSHIP = "26 CFR 20.2056A-5(c)(1)"
TRUSTEE = "26 CFR 20.2056A-2(c)"
RELIEF = "26 CFR 301.9100-1, 301.9100-3"

KINDS = {
    "relief_for_conveyance": ReliefKind.CONVEYANCE,
    "relief_for_bond_or_letter": ReliefKind.SECURITY,
    "relief_for_return": ReliefKind.RETURN,
}


def of_case(case: Case) -> Iterator[tuple[str, Finding]]:
    """Find what is asked in the case as a whole; what is not stated has not been asked."""
    answers = case.return_
    replaced = answers.filer.former is not None or answers.designated_filer_ended is not None
    yield "filer_replaced", _stated(replaced, "a Designated Filer that ceased to act", "return.filer.former", FILER)
    kind = case.relief.kind
    yield "relief_requested", _stated(kind is not None, "a request for more time", "relief.kind", RELIEF)
    for name, wanted in KINDS.items():
        what = f"a request for more time for {wanted.replace('-', ' ')}"
        yield name, _stated(kind is wanted, what, "relief.kind", RELIEF)


def findings(setting: Setting) -> Iterator[tuple[str, Finding]]:
    """Find what is asked and answered for one trust."""
    asked, succession = setting.trust.hardship, setting.trust.succession
    requested = asked.requested is not None or asked.amount is not None
    yield "hardship_requested", _stated(requested, "a request for hardship", setting.path("hardship"), HARDSHIP)
    follows = succession.vacancy is not None or bool(succession.appointed)
    path = setting.path("succession")
    yield "us_trustee_succeeded", _stated(follows, "a trustee who follows another", path, TRUSTEE)
    yield from _citizenship(setting)


def _stated(value: bool, what: str, path: str, law: str) -> Finding:
    return Finding(value, f"{what} is {'' if value else 'not '}stated", (law,), (path,))


def _citizenship(setting: Setting) -> Iterator[tuple[str, Finding]]:
    spouse = setting.case.spouse
    became = Finding(
        spouse.became_citizen is not None and setting.case.decedent.died is not None,
        f"{'a' if spouse.became_citizen else 'no'} naturalization since the death is stated",
        (CITIZENSHIP,),
        ("spouse.became_citizen",),
    )
    throughout = _throughout(setting)
    taxed = _taxed_before(setting)
    yield "citizenship_resident_throughout", all_of(became, throughout)
    yield "citizenship_never_taxed", all_of(became, contrary(throughout), contrary(taxed))
    yield "citizenship_election_needed", all_of(became, contrary(throughout), taxed)


def _throughout(setting: Setting) -> Finding:
    answer = setting.case.spouse.resident_throughout
    said = {
        True: "the spouse was resident at all times from the death to naturalization",
        False: "the spouse was not resident at all times from the death to naturalization",
        None: "it is not stated whether the spouse was resident at all times to naturalization",
    }
    return Finding(answer, said[answer], (CITIZENSHIP,), ("spouse.resident_throughout",))


def _taxed_before(setting: Setting) -> Finding:
    """Find whether tax was imposed on a distribution of principal before the spouse became a citizen."""
    made, on = setting.trust.distributions, setting.case.spouse.became_citizen
    value = None
    if made is not None and on is not None:
        value = some(
            every(
                (
                    None if one.made is None else one.made < on,
                    None if one.kind is None else one.kind is DistributionKind.PRINCIPAL,
                )
            )
            for one in made
        )
    said = {
        True: "a distribution before naturalization was taxed",
        False: "no distribution before naturalization was taxed",
        None: "it is not known whether a distribution before naturalization was taxed",
    }
    return Finding(value, said[value], (CITIZENSHIP,), (setting.path("distributions"),))
