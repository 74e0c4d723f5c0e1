"""Who settles the trust, and from whom its property comes."""

from datetime import date
from typing import Any

import pytest

from assembler.casefile.shape import Annuity, Assignment, Manner, Source, Undertaking
from findings.one_case import LIFETIME, fact, facts, one_case


def test_the_decedent_settles_and_funds_a_lifetime_agreement() -> None:
    names = (
        "settled_by_decedent",
        "settled_by_spouse",
        "settled_by_executor",
        "funded_by_decedent",
        "funded_by_spouse",
    )

    assert facts(LIFETIME, *names, "funded_only_by_spouse") == [True, False, False, True, False, False]


@pytest.mark.parametrize("source", [Source.ARTICLE_IN_WILL, Source.FOREIGN_WILL, Source.JUDICIAL_REFORMATION])
def test_nobody_settles_by_agreement_what_comes_by_another_instrument(source: Source) -> None:
    names = ("settled_by_decedent", "settled_by_spouse", "settled_by_executor", "funded_by_decedent")

    assert facts({"source": source}, *names) == [False, False, False, True]


@pytest.mark.parametrize(("other", "only"), [(False, True), (True, False), (None, None)])
def test_a_spouse_alone_funds_what_holds_nothing_else(other: bool | None, only: bool | None) -> None:
    assert fact("funded_only_by_spouse", one_case(trust={"other_property": other})) is only
    assert fact("funded_by_decedent", one_case(trust={"other_property": other})) is other


def test_an_assignment_to_a_lifetime_trust_makes_the_spouse_a_transferor() -> None:
    case = one_case(trust=LIFETIME, assignments=(Assignment(trust="share"),))

    assert fact("funded_by_spouse", case) is True
    assert fact("funded_only_by_spouse", case) is False


@pytest.mark.parametrize(
    ("assigned", "decedent", "expected"),
    [
        ({}, {"has_administration": True}, True),
        ({}, {}, True),
        ({}, {"has_administration": False}, False),
        ({}, {"has_administration": True, "administration_ends": date(2027, 9, 1)}, False),
        ({"conveyed": date(2026, 9, 1)}, {"has_administration": True}, False),
        ({"manner": Manner.TRANSFERRED}, {"has_administration": True}, False),
        ({}, {"has_administration": True, "died": None}, False),
    ],
)
def test_what_is_assigned_waits_for_an_administration_whose_end_is_not_stated(
    assigned: dict[str, Any], decedent: dict[str, Any], expected: bool
) -> None:
    assignment = Assignment(**{"trust": "share", "manner": Manner.ASSIGNED, **assigned})

    assert fact("conveyance_undated", one_case(decedent=decedent, assignments=(assignment,))) is expected


@pytest.mark.parametrize(
    ("annuity", "expected"),
    [
        (Annuity(undertaking=Undertaking.ROLL_OVER, trust="share"), True),
        (Annuity(undertaking=Undertaking.PAY, trust="share"), False),
        (Annuity(undertaking=Undertaking.ROLL_OVER), None),
        (Annuity(trust="share"), None),
        (Annuity(trust="share", is_assignable=True), False),
    ],
)
def test_a_roll_over_is_received_by_the_trust_it_names(annuity: Annuity, expected: bool | None) -> None:
    assert fact("receives_roll_over", one_case(annuities=(annuity,))) is expected


@pytest.mark.parametrize(
    ("manners", "transferred", "assigned"),
    [
        ((Manner.TRANSFERRED, Manner.KEPT), True, False),
        ((Manner.ASSIGNED, Manner.ASSIGNED_BY_FORMULA), False, True),
        ((Manner.TRANSFERRED, Manner.ASSIGNED), False, False),
        ((Manner.ASSIGNED, None), False, False),
        ((), False, False),
    ],
)
def test_one_way_is_told_alone_where_all_comes_in_it(
    manners: tuple[Manner | None, ...], transferred: bool, assigned: bool
) -> None:
    case = one_case(assignments=tuple(Assignment(trust="share", manner=one) for one in manners))

    assert (fact("all_is_transferred", case), fact("all_is_assigned", case)) == (transferred, assigned)
