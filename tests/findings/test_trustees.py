"""Who the trustees are, and whether the law's own offices among them are filled."""

from dataclasses import replace

import pytest

from assembler.casefile.shape import Mode, Operative, Security, Trustee, TrusteeKind
from findings.one_case import BANK, BRANCH, CITIZEN, SPOUSE, fact, facts, one_case, refused

COMPANY = Trustee(
    name="Łódź & Daughters Trust Company",
    kind=TrusteeKind.DOMESTIC_CORPORATION,
    is_us_trustee=True,
    organized_under="Delaware",
)


def trustees(*named: Trustee) -> dict[str, object]:
    return {"trustees": named, "security": Security(permitted=tuple(Mode), operative=Operative.BOND)}


def test_who_is_named_is_told_by_kind() -> None:
    names = ("has_individual_us_trustee", "has_corporate_us_trustee", "has_bank_trustee", "us_branch_trustee")

    def told(*named: Trustee) -> list[bool | None]:
        return facts(trustees(*named), *names)

    assert told(CITIZEN) == [True, False, False, False]
    assert told(COMPANY) == [False, True, False, False]
    assert told(BANK) == [False, True, True, False]
    assert told(CITIZEN, BRANCH) == [True, False, False, True]
    assert told(replace(CITIZEN, is_us_trustee=False)) == [False, False, False, False]
    assert told(Trustee(name="Nobody yet", is_us_trustee=True)) == [None, None, None, None]


def test_a_trust_company_may_be_a_bank_of_section_581() -> None:
    assert fact("has_bank_trustee", one_case(trust=trustees(replace(COMPANY, is_section_581_bank=True)))) is True


def test_the_spouse_is_known_by_name_whatever_the_spacing() -> None:
    assert fact("spouse_is_trustee", one_case(trust=trustees(CITIZEN, SPOUSE))) is True
    assert fact("spouse_is_trustee", one_case(trust=trustees(CITIZEN))) is False
    assert fact("spouse_is_trustee", one_case(trust=trustees(CITIZEN), spouse={"name": None})) is None


@pytest.mark.parametrize(("successors", "expected"), [((BANK,), True), ((), False), (None, None)])
def test_a_successor_is_named_or_not_or_not_stated(
    successors: tuple[Trustee, ...] | None, expected: bool | None
) -> None:
    assert fact("has_named_successor", one_case(trust={"successors": successors})) is expected


@pytest.mark.parametrize(
    ("named", "where", "law"),
    [
        pytest.param((), "trustees", "26 USC 2056A(a)(1)(A)", id="nobody"),
        pytest.param((SPOUSE,), "trustees", "26 USC 2056A(a)(1)(A)", id="the spouse alone"),
        pytest.param((BRANCH,), "trustees", "26 CFR 20.2056A-2(d)(1)(i)(A)", id="a branch alone"),
        pytest.param((SPOUSE, BRANCH), "trustees", "26 CFR 20.2056A-2(d)(1)(i)(A)", id="a branch beside the spouse"),
        pytest.param((replace(CITIZEN, is_us_trustee=False),), "trustees", "26 USC 2056A(a)(1)(A)", id="none so named"),
        pytest.param(
            (replace(CITIZEN, is_us_citizen=False),), "trustees[0]", "26 USC 2056A(a)(1)(A)", id="a permanent resident"
        ),
        pytest.param(
            (replace(CITIZEN, tax_home="Porto, Portugal", tax_home_in_us=False),),
            "trustees[0]",
            "26 CFR 20.2056A-2(d)(2)",
            id="a tax home abroad",
        ),
        pytest.param(
            (CITIZEN, replace(BRANCH, is_us_trustee=True)),
            "trustees[1]",
            "26 CFR 20.2056A-2(d)(1)(i)(A)",
            id="a branch as U.S. Trustee",
        ),
        pytest.param(
            (replace(COMPANY, kind=TrusteeKind.FOREIGN_CORPORATION),),
            "trustees[0]",
            "26 CFR 20.2056A-2(c)",
            id="a foreign corporation",
        ),
        pytest.param(
            (replace(COMPANY, organized_under="Jersey"),), "trustees[0]", "26 CFR 20.2056A-2(c)", id="organized abroad"
        ),
        pytest.param(
            (CITIZEN, replace(COMPANY, is_thinly_capitalized_family_company=True)),
            "trustees[1]",
            "26 CFR 20.2056A-2(d)(1)(v)",
            id="a thin family company",
        ),
    ],
)
def test_trustees_who_cannot_fill_the_office_are_refused(named: tuple[Trustee, ...], where: str, law: str) -> None:
    found = refused(one_case(trust=trustees(*named)))

    assert list(found) == [f"trusts[share].{where}"]
    assert found[f"trusts[share].{where}"].law == law


@pytest.mark.parametrize(
    "named",
    [
        pytest.param((CITIZEN,), id="a citizen"),
        pytest.param((CITIZEN, SPOUSE), id="a citizen beside the spouse"),
        pytest.param((CITIZEN, BRANCH), id="a citizen beside a branch"),
        pytest.param((replace(CITIZEN, tax_home=None),), id="a tax home not stated"),
        pytest.param((replace(CITIZEN, tax_home="Tbilisi, Georgia"),), id="a tax home that two places share"),
        pytest.param((BRANCH, replace(CITIZEN, is_us_citizen=None)), id="citizenship not stated, beside a branch"),
        pytest.param((replace(CITIZEN, is_us_trustee=None),), id="not stated whether named"),
        pytest.param(
            (replace(BANK, is_section_581_bank=False, organized_under="Ohio"),), id="a bank but a corporation"
        ),
    ],
)
def test_trustees_who_may_fill_the_office_are_not_refused(named: tuple[Trustee, ...]) -> None:
    assert refused(one_case(trust=trustees(*named))) == {}


def test_trustees_not_stated_are_open() -> None:
    assert refused(one_case(trust={"trustees": None})) == {}


def test_the_spouse_cannot_be_said_to_be_a_citizen_as_trustee_only() -> None:
    spouse = replace(CITIZEN, name="María José Ferreira d'Ávila")

    assert "trusts[share].trustees[1]" in refused(one_case(trust=trustees(CITIZEN, spouse)))


def test_a_successor_named_as_us_trustee_must_qualify_too() -> None:
    case = one_case(trust={"successors": (BANK, replace(CITIZEN, is_us_citizen=False))})

    assert list(refused(case)) == ["trusts[share].successors[1]"]
