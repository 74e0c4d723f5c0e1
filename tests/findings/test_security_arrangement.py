"""Which arrangements the instrument permits, and which is in use."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assembler.casefile.shape import Mode, Operative, Security
from findings.one_case import BANK, BONDS, CITIZEN, LAND, fact, one_case, refused, security

NAMES = (
    "bank_permitted",
    "bond_permitted",
    "letter_permitted",
    "security_all_three",
    "security_limited",
    "security_alternating",
)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (security(*Mode), [True, True, True, True, False, True]),
        (security(Mode.BOND), [False, True, False, False, True, False]),
        (security(Mode.BANK_TRUSTEE, Mode.BOND), [True, True, False, False, True, True]),
        (security(by_reference=True), [True, True, True, False, False, False]),
        (security(Mode.BOND, Mode.BANK_TRUSTEE, by_reference=True), [True, True, False, False, True, False]),
        (security(by_reference=False), [None] * 6),
        (security(), [None] * 6),
    ],
)
def test_what_is_permitted_is_listed_or_referred_to(change: dict[str, object], expected: list[bool | None]) -> None:
    assert [fact(name, one_case(trust=change)) for name in NAMES] == expected


def test_a_list_is_written_in_full_unless_said_otherwise() -> None:
    assert fact("security_in_full", one_case(trust=security(Mode.BOND))) is True
    assert fact("security_by_reference", one_case(trust=security(by_reference=True))) is True
    assert fact("security_by_reference", one_case(trust=security())) is None


def test_nothing_is_in_use_in_a_plan_and_something_unknown_is_after_death() -> None:
    change = security(*Mode)

    assert fact("operative_bond", one_case(trust=change, decedent={"died": None})) is False
    assert fact("operative_bond", one_case(trust=change)) is None
    assert fact("arrangement_known", one_case(trust=change)) is False


LARGE = {"assets": (replace(BONDS, value=Decimal(3_000_000)),)}

FOREIGN = {"assets": (replace(BONDS, value=Decimal(928_571)), LAND)}  # a dollar short of 35 percent abroad

LIMIT = security(*Mode, operative=Operative.FOREIGN_LIMIT)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        pytest.param({"security": Security(permitted=())}, "security.permitted", id="nothing permitted"),
        pytest.param(security(Mode.BANK_TRUSTEE, operative=Operative.BOND), "security.operative", id="not permitted"),
        pytest.param({**LARGE, **LIMIT}, "security.operative", id="the limit for a large trust"),
        pytest.param(
            {**security(*Mode, operative=Operative.BANK_TRUSTEE), "trustees": (CITIZEN,)},
            "security.operative",
            id="a Bank Trustee without a bank",
        ),
        pytest.param(
            security(*Mode, operative=Operative.US_BRANCH_TRUSTEE), "security.operative", id="a branch without one"
        ),
    ],
)
def test_arrangements_that_do_not_secure_are_refused(change: dict[str, object], where: str) -> None:
    assert list(refused(one_case(trust=change))) == [f"trusts[share].{where}"]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({**FOREIGN, **LIMIT}, id="more than 35 percent abroad, before the end of a year"),
        pytest.param(
            {"security": Security(permitted=(), by_reference=True, operative=Operative.BOND)}, id="by reference"
        ),
        pytest.param({**LARGE, **security(*Mode)}, id="not stated what is in use"),
        pytest.param({**LARGE, **security(*Mode, operative=Operative.ALTERNATE_PLAN)}, id="an alternate plan"),
        pytest.param({"trustees": (CITIZEN, replace(BANK, is_section_581_bank=None))}, id="not stated to be a bank"),
    ],
)
def test_arrangements_that_may_secure_are_not_refused(change: dict[str, object]) -> None:
    assert refused(one_case(trust=change)) == {}
