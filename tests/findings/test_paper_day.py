"""A paper has its own day, and tells as done only what is done by then."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assembler.casefile import shape
from assembler.casefile.shape_proceedings import Relief, ReliefKind
from assembler.casefile.shape_security import IssuerKind, Replacement
from assembler.casefile.shape_values import ResidenceSale
from assembler.findings import Subject, find, paper_day
from assembler.findings.paper_day import Order
from findings.one_case import events, first, one_case
from findings.secured_case import by_bond, by_letter, issuer

RECEIVED = Order(follows=("trusts.events.notice_received",))
CLOSES = Order(precedes=("trusts.events.branch_closes",))
FREE = Order()
AS_OF = date(2027, 10, 15)


def lettered(as_of: date = AS_OF, replacement: Any = None, **happened: date) -> Subject:
    security = {"replacement": Replacement(**(replacement or {}))}
    answers = issuer(IssuerKind.US_BRANCH, foreign_bank="Banco Douro & Minho, S.A.")
    return first(by_letter(answers, security, trust=events(**happened), as_of=as_of))


def told(subject: Subject, dated: str, order: Order) -> list[tuple[str, str]]:
    return [(one.where, one.what) for one in paper_day.refusals(subject, "Notice", dated, order)]


def test_a_paper_has_the_day_that_is_stated_for_it_else_that_of_the_papers() -> None:
    stated = lettered(replacement={"notified": date(2027, 10, 20)})

    assert paper_day.day_of(stated, "replacement", FREE).value == date(2027, 10, 20)
    assert paper_day.day_of(lettered(), "replacement", FREE).value == AS_OF
    assert paper_day.day_of(stated, "papers", FREE).value == AS_OF


@pytest.mark.parametrize(("received", "known"), [(AS_OF, True), (date(2027, 10, 16), False)])
def test_the_day_of_the_papers_is_not_taken_before_what_the_paper_tells(received: date, known: bool) -> None:
    found = paper_day.day_of(lettered(notice_received=received), "replacement", RECEIVED)

    assert (found.value == AS_OF) is known
    assert known or (found.value, found.rests_on) == (None, ("trusts[share].security.replacement.notified",))


@pytest.mark.parametrize(("closes", "known"), [(date(2027, 12, 14), True), (date(2027, 12, 13), False)])
def test_nor_where_it_would_make_the_paper_late(closes: date, known: bool) -> None:
    found = paper_day.day_of(lettered(branch_closes=closes), "closing", CLOSES)

    assert (found.value is not None) is known  # at least 60 days before the branch closes


def test_a_security_paper_drawn_up_after_the_last_day_to_file_has_no_day_until_it_is_stated() -> None:
    late = date(2026, 11, 13)
    filed = {"return_": {"filed": date(2026, 11, 12)}}

    assert paper_day.day_of(first(by_bond(as_of=date(2026, 11, 12), **filed)), "filing", FREE).value is not None
    assert paper_day.day_of(first(by_bond(as_of=late, **filed)), "filing", FREE).value is None
    sent = first(by_bond(security={"filed": date(2026, 11, 12)}, as_of=late, **filed))
    assert paper_day.day_of(sent, "filing", FREE).value == date(2026, 11, 12)


def test_a_paper_that_tells_what_is_stated_for_a_later_day_is_refused() -> None:
    early = lettered(replacement={"notified": date(2027, 10, 1)}, notice_received=date(2027, 10, 2))

    assert told(early, "replacement", RECEIVED) == [
        (
            "trusts[share].security.replacement.notified",
            "the Notice is dated October 1, 2027, and tells as done what is stated for a later day: "
            "the day the Internal Revenue Service received notice, October 2, 2027.",
        )
    ]
    assert told(lettered(notice_received=date(2027, 10, 16)), "replacement", RECEIVED) == []  # its day is open


def test_a_paper_that_announces_what_is_past_by_then_is_refused() -> None:
    past = lettered(closing_mailed=date(2027, 10, 3), branch_closes=date(2027, 10, 2))

    ((where, what),) = told(past, "closing", CLOSES)
    assert where == "trusts[share].events.closing_mailed"
    assert "as still to come what is past by then: the day the branch closes, October 2, 2027" in what


def test_of_a_paper_that_has_the_day_of_the_papers_the_event_is_refused() -> None:
    citizen = one_case(spouse={"became_citizen": date(2026, 11, 22)})
    order = Order(follows=("spouse.became_citizen",))

    assert [where for where, _ in told(first(citizen), "papers", order)] == ["spouse.became_citizen"]
    assert told(first(one_case(spouse={"became_citizen": date(2026, 11, 21)})), "papers", order) == []


def test_an_event_of_each_item_of_a_list_counts() -> None:
    sales = (ResidenceSale(sold=date(2026, 5, 1)), ResidenceSale(sold=date(2027, 5, 1)))
    sold = first(one_case(trust={"residence_exclusion": shape.ResidenceExclusion(security=True, sales=sales)}))
    order = Order(follows=("trusts.residence_exclusion.sales.sold",))

    assert [where for where, _ in told(sold, "papers", order)] == ["trusts[share].residence_exclusion.sales[1].sold"]


def late(case: Any) -> list[str]:
    return [problem.where for problem in find(case).problems if "after the last day" in problem.what]


@pytest.mark.parametrize(("sent", "is_late"), [(date(2026, 11, 12), False), (date(2026, 11, 13), True)])
def test_a_bond_that_is_sent_after_the_last_day_is_refused(sent: date, is_late: bool) -> None:
    case = by_bond(security={"filed": sent}, as_of=date(2027, 1, 4), return_={"filed": date(2026, 11, 12)})
    asked = replace(case, relief=Relief(kind=ReliefKind.SECURITY, until=date(2026, 12, 31)))

    assert late(case) == ["trusts[share].security.filed"] * is_late
    assert late(asked) == []


def test_a_reply_and_a_notice_of_closing_that_are_late_are_refused() -> None:
    replied = lettered(replacement={"notified": date(2027, 11, 2)}, notice_received=date(2027, 10, 2))
    closing = lettered(closing_mailed=date(2027, 10, 3), branch_closes=date(2027, 12, 1))

    assert late(replied.case) == ["trusts[share].security.replacement.notified"]
    assert late(lettered(replacement={"notified": date(2027, 11, 1)}, notice_received=date(2027, 10, 2)).case) == []
    assert late(closing.case) == ["trusts[share].events.closing_mailed"]
