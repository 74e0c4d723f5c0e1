"""An election is made on the return that counts, once, and is not drafted for a return that is filed."""

from datetime import date

from assembler.casefile.shape import Case
from assembler.findings import find
from assembler.problem import Caution
from findings.one_case import fact, one_case, refused
from findings.one_item import paid

DUE = date(2026, 11, 11)  # a holiday: nine months after February 11
FIRST_IN_TIME, FIRST_LATE = date(2026, 11, 12), date(2026, 11, 13)
LAST, TOO_LATE = date(2027, 11, 11), date(2027, 11, 12)


def filed(on: date | None, as_of: date, *, made: bool = True) -> Case:
    return one_case(return_={"filed": on, "election_made": made}, as_of=as_of)


def cautioned(case: Case) -> dict[str, Caution]:
    return {caution.where: caution for caution in find(case).cautions}


def test_a_return_filed_before_the_papers_is_taken_to_carry_the_election() -> None:
    assert fact("election_made", filed(date(2026, 11, 9), date(2026, 11, 10))) is True


def test_one_filed_on_the_day_of_the_papers_may_still_take_them() -> None:
    assert fact("election_made", filed(date(2026, 11, 10), date(2026, 11, 10))) is False


def test_an_election_left_out_can_be_made_on_another_return_until_the_last_day_in_time() -> None:
    in_time, past = (filed(date(2026, 11, 3), on, made=False) for on in (FIRST_IN_TIME, FIRST_LATE))

    assert "filed by November 12, 2026" in cautioned(in_time)["return.election_made"].fix
    assert refused(in_time) == {}
    assert fact("election_made", in_time) is False
    assert "the last one filed in time counts" in refused(past)["return.election_made"].fix
    assert cautioned(past) == {}


def test_after_the_first_late_return_none_can_carry_it() -> None:
    problem = refused(filed(FIRST_LATE, date(2026, 11, 20), made=False))["return.election_made"]

    assert "the first one filed late counts" in problem.fix


def test_a_return_that_is_not_filed_in_time_is_cautioned_of_and_one_in_time_is_not() -> None:
    assert cautioned(filed(None, FIRST_IN_TIME)) == {}
    assert "by November 11, 2027" in cautioned(filed(None, FIRST_LATE))["return.filed"].fix
    assert "return.filed" in cautioned(filed(FIRST_LATE, FIRST_IN_TIME))


def test_a_year_after_the_due_date_none_can_be_made() -> None:
    assert refused(filed(None, LAST)) == {}
    assert "none filed after November 11, 2027" in refused(filed(None, TOO_LATE))["return.filed"].what
    assert cautioned(filed(None, TOO_LATE)) == {}


def test_a_tax_that_was_determined_shows_that_a_return_was_filed() -> None:
    case = one_case(return_={"tax_determined": date(2027, 10, 1)}, as_of=TOO_LATE)

    assert refused(case) == {}
    assert cautioned(case) == {}


def test_an_annuity_without_a_trust_needs_a_return_in_time_as_well() -> None:
    assert "return.filed" in cautioned(paid({"trusts": (), "as_of": FIRST_LATE}))
    assert "return.filed" in refused(paid({"trusts": (), "as_of": TOO_LATE}))
