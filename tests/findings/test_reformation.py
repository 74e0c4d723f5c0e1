"""A trust is reformed in time, and by a court that has not finished it is a QDOT only for the time being."""

from datetime import date
from typing import Any

import pytest

from assembler.casefile.shape import Case, Source
from assembler.casefile.shape_events import Reformation
from assembler.findings import find
from assembler.problem import Caution
from findings.one_case import fact, one_case, refused
from findings.written_case import days, deadline, found_in, left_out, trust

DUE = date(2026, 11, 11)  # Veterans Day: nine months after February 11
ROLLED, LATE = date(2026, 11, 12), date(2026, 11, 13)
AT = "trusts[share].reformation"


def reformed(source: Source, return_: dict[str, Any] | None = None, **answers: Any) -> Case:
    changes = {"source": source, "reformation": Reformation(**{"court": "Probate Court", **answers})}
    return one_case(trust=changes, return_=return_ or {}, as_of=date(2026, 11, 21))


def by_court(**answers: date | None) -> Case:
    return reformed(Source.JUDICIAL_REFORMATION, {"filed": date(2027, 1, 20)}, **answers)


def by_terms(filed: date | None, **answers: date | None) -> Case:
    return reformed(Source.CONFORMED_BY_AMENDMENT, {"filed": filed}, **answers)


def cautioned(case: Case) -> dict[str, Caution]:
    return {caution.where: caution for caution in find(case).cautions if caution.where.startswith(AT)}


def late(case: Case) -> list[str]:
    return [where for where in refused(case) if where.startswith(AT)]


def test_a_proceeding_is_commenced_by_the_due_date_even_where_the_return_is_later() -> None:
    assert late(by_court(commenced=DUE)) == []
    assert late(by_court(commenced=ROLLED)) == []
    assert late(by_court(commenced=LATE)) == [f"{AT}.commenced"]


def test_a_day_that_is_in_time_only_because_the_due_date_rolls_is_cautioned_of() -> None:
    assert "section 7503" in cautioned(by_court(commenced=ROLLED, completed=LATE))[f"{AT}.commenced"].fix
    assert cautioned(by_court(commenced=DUE, completed=LATE)) == {}


def test_a_proceeding_not_stated_to_be_commenced_is_cautioned_of() -> None:
    assert "commence it by November 11, 2026" in cautioned(by_court())[f"{AT}.commenced"].fix


def test_until_its_end_it_is_pending() -> None:
    pending = by_court(commenced=DUE)
    done = by_court(commenced=DUE, completed=LATE, ended=LATE)

    assert (fact("reformation_pending", pending), fact("reformation_dropped", pending)) == (True, False)
    assert (fact("reformation_pending", done), fact("reformation_dropped", done)) == (False, False)
    assert "until it ends the trust is treated as a QDOT" in cautioned(pending)[f"{AT}.commenced"].what
    assert cautioned(done) == {}


def test_one_that_ended_without_a_change_makes_no_qdot() -> None:
    dropped = by_court(commenced=DUE, ended=LATE)

    assert (fact("reformation_pending", dropped), fact("reformation_dropped", dropped)) == (False, True)
    assert refused(dropped)[f"{AT}.ended"].fix.startswith("make no election")


@pytest.mark.parametrize(
    ("filed", "completed", "places"),
    [
        pytest.param(date(2026, 8, 1), ROLLED, [], id="an early return counts as filed when it was due"),
        pytest.param(date(2026, 8, 1), LATE, [f"{AT}.completed"], id="the day after"),
        pytest.param(date(2027, 1, 20), date(2027, 1, 20), [], id="with a late return"),
        pytest.param(date(2027, 1, 20), date(2027, 1, 21), [f"{AT}.completed"], id="after a late return"),
        pytest.param(None, date(2027, 11, 11), [], id="a late return may yet be filed"),
        pytest.param(None, date(2027, 11, 12), [f"{AT}.completed"], id="no return can elect any more"),
    ],
)
def test_a_trust_is_changed_by_its_own_terms_until_the_return_is_made(
    filed: date | None, completed: date, places: list[str]
) -> None:
    assert late(by_terms(filed, completed=completed)) == places


def test_a_change_that_only_a_late_return_can_carry_is_cautioned_of() -> None:
    assert "that day or later" in cautioned(by_terms(None, completed=LATE))[f"{AT}.completed"].fix
    assert "section 7503" in cautioned(by_terms(None, completed=ROLLED))[f"{AT}.completed"].fix
    assert cautioned(by_terms(None, completed=DUE)) == {}
    assert "complete it by November 11, 2026" in cautioned(by_terms(None))[f"{AT}.completed"].fix


def test_the_two_reformations_have_different_clocks() -> None:
    filed = {"extended_to": "2027-05-11", "filed": "2027-08-02"}

    own = {"trusts": [trust(source="conformed-by-amendment", reformation={"completed": "2027-08-03"})]}
    court = {"trusts": [trust(source="judicial-reformation", reformation={"commenced": "2027-05-11"})]}

    by_terms = deadline("reformation_by_instrument", **own, return_=filed)
    assert (by_terms.date, by_terms.notes) == (date(2027, 8, 2), ("completed_late",))
    by_court = deadline("reformation_by_court", **court, return_=filed)
    assert (by_court.date, by_court.notes) == (date(2027, 5, 11), ("commenced",))


def test_the_assessment_year_waits_for_the_notice() -> None:
    def court(**answers: Any) -> dict[str, Any]:
        return {"trusts": [trust(source="judicial-reformation", reformation=answers)]}

    name = "reformation_assessment"
    assert days(name, **court(ended="2027-09-01", notified="2027-10-01")) == [date(2028, 10, 1)]
    assert days(name, **court(ended="2027-09-01")) == []
    assert days("reformation_notice", **court(completed="2027-09-01")) == [date(2027, 9, 1)]
    assert left_out(**court(ended="2027-09-01")) == {f"{name}: reformation.notified"}
    assert left_out(**court()) == {"reformation_notice: reformation.ended"}
    (problem,) = found_in(**court(ended="2027-09-01", notified="2027-08-31")).problems
    assert problem.where == "trusts[share].reformation.notified"
