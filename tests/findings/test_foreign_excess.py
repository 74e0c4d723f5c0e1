"""More than 35 percent abroad is told with what brings it back, held directly or looked through alike."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_values import ExcessCause, YearEnd
from assembler.findings import find
from assembler.problem import Caution
from findings.one_case import BONDS, CITIZEN, LAND, Changes, fact, one_case, refused
from findings.written_case import COUPLE, HEAD, days, found, left_out, trust

AT = "trusts[share]"
JUST_WITHIN = (replace(BONDS, value=Decimal("928571.43")), LAND)
A_CENT_OVER = (replace(BONDS, value=Decimal("928571.42")), LAND)
BY_LIMIT = shape.Security(permitted=tuple(shape.Mode), operative=shape.Operative.FOREIGN_LIMIT)


def abroad(assets: tuple[shape.Asset, ...], trust: Changes | None = None) -> shape.Case:
    terms = {"assets": assets, "security": BY_LIMIT, "trustees": (CITIZEN,), "tax_year_end": "12-31"}
    return one_case(trust={**terms, **(trust or {})})


def cautioned(case: shape.Case) -> list[Caution]:
    return [caution for caution in find(case).cautions if caution.where.startswith("trusts")]


def test_more_than_35_percent_at_the_death_is_not_refused_and_is_cautioned_of() -> None:
    assert cautioned(abroad(JUST_WITHIN)) == []
    (caution,) = cautioned(abroad(A_CENT_OVER))

    assert refused(abroad(A_CENT_OVER)) == {}
    assert (caution.where, caution.law) == (f"{AT}.assets", "26 CFR 20.2056A-2(d)(1)(ii)")
    assert "was 35.01 percent of the trust at the death, over 35" in caution.what
    assert "by December 31, 2026 sell $0.01 of it and keep the price, distribute $0.01 of it" in caution.fix
    assert "a bond or letter of credit for $928,571.43" in caution.fix


def test_after_the_first_year_what_was_held_at_its_end_is_asked_for() -> None:
    on_the_day = replace(abroad(A_CENT_OVER), as_of=date(2026, 12, 31))
    later = replace(on_the_day, as_of=date(2027, 1, 1))

    assert [caution.fix.startswith("by December 31, 2026 sell") for caution in cautioned(on_the_day)] == [True]
    assert [caution.fix.startswith("state under year_ends") for caution in cautioned(later)] == [True]


def test_a_trust_that_is_secured_is_not_cautioned_of_its_land() -> None:
    by_bank = replace(BY_LIMIT, operative=shape.Operative.BANK_TRUSTEE)

    assert cautioned(abroad(A_CENT_OVER, {"security": by_bank})) == []
    assert len(cautioned(abroad(A_CENT_OVER, {"security": replace(BY_LIMIT, operative=None)}))) == 1


def test_land_in_a_company_counts_as_land_held_directly() -> None:
    text = f"""{HEAD}{COUPLE}
trusts:
  - id: share
    security: {{operative: foreign-real-property-limit}}
    residence_exclusion: {{threshold: false, security: false}}
    assets:
      - {{kind: cash, country: US, value: 600000}}
      - {{kind: closely-held-corporation, country: US, value: 400000, entity: lda, stake: {{value: 100}}}}
entities:
  - {{id: lda, kind: corporation, holders: 1, assets: [{{is_real_property: true, country: PT, value: 400000}}]}}
"""
    findings = found(text)
    figures = {one.figure.name: one.figure.value for one in findings.figures.figures}

    assert findings.trusts[0]["foreign_limit_exceeded"] is True
    assert any("sell $50,000.00 of it" in caution.fix for caution in findings.cautions)
    assert figures["land abroad to sell, the price kept"] == Decimal("50000.00")
    assert figures["land abroad to distribute instead"] == Decimal("76923.08")


YEAR = YearEnd(date(2026, 12, 31), value=Decimal(1_000_000), foreign_real_property=Decimal(400_000))


@pytest.mark.parametrize(
    ("causes", "told"),
    [
        pytest.param(None, ["state its causes, as what was bought has no cure"], id="not said why"),
        pytest.param((ExcessCause.CURRENCY,), ["by December 31, 2027 sell $50,000.00 of it"], id="excused"),
        pytest.param((ExcessCause.ACQUISITION,), [], id="refused"),
    ],
)
def test_an_excess_at_a_years_end_is_told_with_its_cure(
    causes: tuple[ExcessCause, ...] | None, told: list[str]
) -> None:
    case = abroad(JUST_WITHIN, {"year_ends": (replace(YEAR, causes=causes),)})

    assert [any(words in caution.fix for caution in cautioned(case)) for words in told] == [True] * len(told)
    assert bool(cautioned(case)) is bool(told)
    assert (f"{AT}.year_ends[0]" in refused(case)) is not bool(told)


def test_the_last_years_end_is_what_counts() -> None:
    within = replace(YEAR, ended=date(2027, 12, 31), foreign_real_property=Decimal(350_000), causes=())
    case = abroad(A_CENT_OVER, {"year_ends": (within, replace(YEAR, causes=(ExcessCause.CURRENCY,)))})

    assert fact("foreign_limit_exceeded", case) is False
    assert cautioned(case) == []


def test_a_trust_that_rests_on_the_limit_is_tested_on_the_last_day_of_its_taxable_year() -> None:
    key, limited = "foreign_limit_test", {"operative": "foreign-real-property-limit"}

    assert days(key, trusts=[trust(security=limited)]) == [date(2026, 12, 31)]
    assert days(key, trusts=[trust(security=limited, tax_year_end="11-20")]) == [date(2027, 11, 20)]
    assert days(key) == []
    assert days(key, trusts=[trust(security=limited)], spouse={"died": "2026-11-20"}) == []
    assert f"{key}: tax_year_end" in left_out(trusts=[trust(security=limited, tax_year_end=None)])
