"""What a bond or letter of credit may not be is refused, each time with its paragraph."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_security import Confirmer, IssuerKind, Replacement, Surety, TimeZone
from assembler.casefile.shape_values import Valuation
from assembler.problem import Problem
from findings.one_case import events, refused
from findings.secured_case import BOND, CONFIRMER, LETTER, REQUIRED, by_bond, by_letter, issuer

B = "26 CFR 20.2056A-2(d)(1)(i)(B)"

C = "26 CFR 20.2056A-2(d)(1)(i)(C)"

AT = "trusts[share]."

FOREIGN = issuer(IssuerKind.FOREIGN_BANK, is_bank=True)


def only(case: shape.Case) -> Problem:
    (problem,) = refused(case).values()
    return problem


def test_a_good_bond_and_a_good_letter_are_not_refused() -> None:
    assert refused(by_bond()) == {}
    assert refused(by_letter()) == {}


@pytest.mark.parametrize(
    ("change", "where", "words", "law"),
    [
        ({"is_cancellable": True}, "bond.is_cancellable", "the surety may cancel", f"{B}(1)"),
        ({"renews_automatically": False}, "bond.renews_automatically", "does not renew itself", f"{B}(1)"),
        ({"expires": date(2027, 11, 10)}, "bond.expires", "less than one year", f"{B}(1)"),
        ({"effective": date(2026, 11, 13)}, "bond.effective", "after the last day to file it", f"{B}(4)"),
        (
            {"surety": Surety(name="Mohawk & Søn", is_on_circular_570=True, is_satisfactory=False)},
            "bond.surety.is_satisfactory",
            "Mohawk & Søn is not satisfactory",
            "26 USC 7101",
        ),
    ],
)
def test_a_bond_that_the_law_does_not_accept_is_refused(
    change: dict[str, Any], where: str, words: str, law: str
) -> None:
    problem = only(by_bond(change))

    assert problem.where == f"{AT}{where}"
    assert words in problem.what
    assert law in problem.law


@pytest.mark.parametrize(
    ("change", "where", "words", "law"),
    [
        (FOREIGN, "letter.confirmer.is_section_581_bank", "no bank of section 581 confirms", f"{C}(3)"),
        (
            {**FOREIGN, "confirmer": Confirmer(name="Halla Bank, New York Branch", is_section_581_bank=False)},
            "letter.confirmer.is_section_581_bank",
            "no bank of section 581 confirms",
            f"{C}(3)",
        ),
        (issuer(IssuerKind.OTHER), "letter.issuer.kind", "is not a bank", C),
        (issuer(IssuerKind.SECTION_581_BANK, is_bank=False), "letter.issuer.is_bank", "is not a bank", C),
        ({"is_irrevocable": False}, "letter.is_irrevocable", "may be revoked", f"{C}(1)"),
        ({"is_payable_at_sight": False}, "letter.is_payable_at_sight", "not payable at sight", f"{C}(1)"),
        ({"renews_automatically": False}, "letter.renews_automatically", "does not renew", f"{C}(1)"),
        ({"time_zone": TimeZone.EDT}, "letter.time_zone", "a day of Eastern Standard Time", "15 USC 260a(a)"),
        (
            {"expires": date(2028, 6, 30)},
            "letter.time_zone",
            "3:00 p.m. EST on June 30, 2028, a day of Eastern Daylight Time",
            f"{C}(2)",
        ),
        ({"dated": date(2026, 12, 31)}, "letter.effective", "after the last day to file it", f"{C}(5)"),
        ({"effective": date(2026, 11, 12)}, "letter.effective", "takes effect on November 12, 2026", f"{C}(2)"),
    ],
)
def test_a_letter_that_the_law_does_not_accept_is_refused(
    change: dict[str, Any], where: str, words: str, law: str
) -> None:
    problem = only(by_letter(change))

    assert problem.where == f"{AT}{where}"
    assert words in problem.what
    assert law in problem.law


def test_a_letter_shorter_than_a_year_is_refused() -> None:
    problem = only(by_letter({"expires": date(2027, 11, 10)}))

    assert problem.where == f"{AT}letter.expires"
    assert problem.fix == "let the term end on November 11, 2027 or later."


@pytest.mark.parametrize("change", [{}, {"number": "LC-7"}])
def test_a_foreign_bank_s_letter_that_a_section_581_bank_confirms_is_not_refused(change: dict[str, Any]) -> None:
    assert refused(by_letter({**FOREIGN, "confirmer": CONFIRMER, **change})) == {}


def test_a_confirmer_whose_standing_is_unknown_is_not_refused() -> None:
    assert refused(by_letter({**FOREIGN, "confirmer": Confirmer(name="Ironwood National Bank")})) == {}


def test_a_us_branch_of_a_foreign_bank_needs_no_confirmation() -> None:
    assert refused(by_letter(issuer(IssuerKind.US_BRANCH, is_bank=True))) == {}


def test_a_confirmation_is_for_the_amount_of_the_letter() -> None:
    confirmer = Confirmer(name="Ironwood National Bank", is_section_581_bank=True, amount=Decimal("1300000.00"))
    problem = only(by_letter({**FOREIGN, "confirmer": confirmer}))

    assert problem.where == f"{AT}letter.confirmer.amount"


def test_arizona_keeps_standard_time_in_summer() -> None:
    phoenix = issuer(IssuerKind.SECTION_581_BANK, office="1 Camelback Tower, Phoenix, Arizona 85012")
    summer = {**phoenix, "expires": date(2028, 6, 30)}

    assert refused(by_letter({**summer, "time_zone": TimeZone.MST})) == {}
    assert only(by_letter({**summer, "time_zone": TimeZone.MDT})).where == f"{AT}letter.time_zone"


@pytest.mark.parametrize(("short", "count"), [("0", 0), ("0.01", 1)])
def test_exactly_65_percent_is_enough_and_a_cent_less_is_refused(short: str, count: int) -> None:
    problems = refused(by_bond(security={"amount_furnished": REQUIRED - Decimal(short)}))

    assert len(problems) == count
    for problem in problems.values():
        assert problem.where == f"{AT}security.amount_furnished"
        assert problem.what == "$1,300,000.00 is furnished, and 65 percent comes to $1,300,000.01."
        assert "$0.01" in problem.fix


def test_after_a_change_of_the_amount_what_is_in_force_counts() -> None:
    raised = {"amount_furnished": Decimal(1), "amount_changed_to": REQUIRED}
    lowered = {"amount_furnished": REQUIRED, "amount_changed_to": Decimal(1)}

    assert refused(by_bond(security=raised)) == {}
    assert list(refused(by_bond(security=lowered))) == [f"{AT}security.amount_changed_to"]


@pytest.mark.parametrize(("as_of", "count"), [(date(2027, 4, 30), 0), (date(2027, 5, 1), 1)])
def test_an_amount_is_adjusted_by_the_sixtieth_day_after_the_determination(as_of: date, count: int) -> None:
    valuation = Valuation(final=Decimal("3076923.09"))
    case = by_bond(trust={"valuation": valuation}, return_={"value_determined": date(2027, 3, 1)}, as_of=as_of)

    assert [p.what for p in refused(case).values()] == (
        ["$1,300,000.01 is furnished, and 65 percent comes to $2,000,000.01."] * count
    )


def test_the_last_day_to_file_is_in_time() -> None:
    # nine months after February 11, 2026 is a holiday, November 11: the day after is the last
    assert refused(by_bond({"effective": date(2026, 11, 12), "expires": date(2028, 1, 1)})) == {}


@pytest.mark.parametrize(
    ("return_", "count"),
    [
        ({"extended_to": date(2027, 5, 11)}, 0),  # not filed: it may be filed as late as that
        ({"extended_to": date(2027, 5, 11), "filed": date(2027, 3, 1)}, 0),
        ({"extended_to": date(2027, 5, 11), "filed": date(2027, 2, 26)}, 1),
        ({"filed": date(2026, 10, 1)}, 1),
    ],
)
def test_the_later_of_filing_and_due_date_bounds_the_day_security_takes_effect(
    return_: dict[str, Any], count: int
) -> None:
    assert len(refused(by_bond({"effective": date(2027, 3, 1), "expires": date(2028, 3, 1)}, return_=return_))) == count


def test_a_bond_of_the_first_edition_is_filed_with_the_return() -> None:
    early = {"dated": date(2026, 7, 9), "effective": date(2026, 11, 11)}

    assert only(by_bond(early, return_={"filed": date(2026, 11, 10)})).where == f"{AT}bond.effective"
    assert refused(by_bond({**early, "dated": date(2026, 7, 10)}, return_={"filed": date(2026, 11, 10)})) == {}


def test_a_bond_that_came_later_than_the_first_arrangement_has_no_filing_limit() -> None:
    late = {"effective": date(2031, 1, 1), "expires": date(2032, 1, 1)}

    assert refused(by_bond(late, {"operative": shape.Operative.BANK_TRUSTEE})) == {}


def test_a_bond_and_a_letter_in_force_together_are_refused() -> None:
    problem = only(by_bond(trust={"letter": LETTER}))

    assert problem.where == f"{AT}letter"
    assert "is in force as well" in problem.what


def test_a_letter_that_takes_the_place_of_the_bond_may_overlap_with_it() -> None:
    new = Replacement(arrangement=shape.Operative.LETTER_OF_CREDIT, secured=date(2026, 11, 11))

    assert refused(by_bond(security={"replacement": new}, trust={"letter": LETTER})) == {}


def test_a_bank_as_trustee_and_a_bond_in_force_are_two_arrangements() -> None:
    problem = only(by_bond(security={"operative": shape.Operative.BANK_TRUSTEE}))

    assert problem.where == f"{AT}bond"
    assert problem.law == "26 CFR 20.2056A-2(d)(1)(i)"


FILED = {"filed": date(2026, 11, 10)}
RUN_OUT = events(security_term_ends=date(2027, 11, 16), nonrenewal_mailed=date(2027, 9, 17))


@pytest.mark.parametrize(("as_of", "count"), [(date(2027, 11, 16), 0), (date(2027, 11, 17), 1)])
def test_no_arrangement_at_all_is_refused_from_the_day_after_the_term(as_of: date, count: int) -> None:
    problems = refused(by_bond(trust=RUN_OUT, return_=FILED, as_of=as_of))

    assert [where.removeprefix(AT) for where in problems] == ["events.security_term_ends"] * count


def test_a_replacement_fills_the_gap_unless_it_comes_later() -> None:
    for takes_effect, count in ((date(2027, 11, 16), 0), (date(2027, 11, 17), 1)):
        new = Replacement(shape.Operative.BANK_TRUSTEE, secured=date(2027, 10, 1), takes_effect=takes_effect)
        problems = refused(by_bond(security={"replacement": new}, trust=RUN_OUT, as_of=date(2027, 11, 1)))

        assert [where.removeprefix(AT) for where in problems] == ["security.replacement.takes_effect"] * count


def test_notice_mailed_on_the_fifty_ninth_day_is_refused() -> None:
    late = events(security_term_ends=date(2027, 11, 16), nonrenewal_mailed=date(2027, 9, 18))
    problem = only(by_bond(trust=late, as_of=date(2027, 10, 1)))

    assert problem.where == f"{AT}events.nonrenewal_mailed"
    assert problem.fix.startswith("mail it by September 17, 2027; the bond renews itself")


def test_the_first_term_s_end_serves_where_none_is_stated() -> None:
    late = events(nonrenewal_mailed=date(2027, 9, 18))

    assert only(by_bond(trust=late, as_of=date(2027, 10, 1))).where == f"{AT}events.nonrenewal_mailed"
    later = events(nonrenewal_mailed=date(2030, 9, 18))
    assert refused(by_bond(trust=later, return_=FILED, as_of=date(2030, 10, 1))) == {}


def test_an_exclusion_never_elected_cannot_be_cancelled() -> None:
    cancelled = shape.ResidenceExclusion(threshold=False, security=False, cancelled=date(2027, 4, 15))
    problem = only(by_bond(trust={"residence_exclusion": cancelled}))

    assert problem.where == f"{AT}residence_exclusion.cancelled"


def test_everything_wrong_is_told_at_once() -> None:
    bad = {"is_cancellable": True, "renews_automatically": False, "expires": date(2027, 1, 1)}

    assert len(refused(by_bond(bad, security={"amount_furnished": Decimal(1)}))) == 4
    assert BOND.is_cancellable is False
