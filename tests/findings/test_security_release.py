"""When the bond or letter of credit is no longer needed, and why."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from assembler.casefile.shape_tax import Disqualification, Distribution, DistributionKind
from findings.one_case import events, fact, first, one_case
from findings.secured_case import by_bond

RELEASES = ("release_due", "released_by_citizenship", "released_by_tax_paid", "released_at_zero")

PAID = events(tax_settled=date(2030, 1, 1), tax_is_zero=False)

TAXED = (Distribution(date(2027, 1, 1), DistributionKind.PRINCIPAL, Decimal(1)),)

CITIZEN = {"became_citizen": date(2028, 7, 4)}


@pytest.mark.parametrize(
    ("trust", "spouse", "expected"),
    [
        ({}, {}, (False, False, False, False)),
        (PAID, {}, (False, False, False, False)),  # the trust has not ended
        (PAID, {"died": date(2029, 1, 1)}, (True, False, True, False)),
        (PAID | {"disqualification": Disqualification(date(2029, 1, 1))}, {}, (True, False, True, False)),
        (
            events(tax_settled=date(2030, 1, 1), tax_is_zero=True),
            {"died": date(2029, 1, 1)},
            (True, False, False, True),
        ),
        (events(tax_settled=date(2030, 1, 1)), {"died": date(2029, 1, 1)}, (True, False, None, None)),
        ({}, {**CITIZEN, "resident_throughout": True}, (True, True, False, False)),
        (PAID, {**CITIZEN, "resident_throughout": True, "died": date(2029, 1, 1)}, (True, True, False, False)),
        ({"distributions": ()}, {**CITIZEN, "resident_throughout": False}, (True, True, False, False)),
        ({"distributions": TAXED}, {**CITIZEN, "resident_throughout": False}, (False, False, False, False)),
        ({}, {**CITIZEN, "resident_throughout": None}, (None, None, False, False)),
    ],
)
def test_security_is_released_for_one_reason(
    trust: dict[str, Any], spouse: dict[str, Any], expected: tuple[bool | None, ...]
) -> None:
    facts = first(by_bond(trust=trust, spouse=spouse, return_={"filed": date(2026, 11, 1)}))

    assert tuple(facts[name] for name in RELEASES) == expected


def test_without_security_there_is_nothing_to_release() -> None:
    assert fact("release_due", one_case(trust=PAID, spouse={"died": date(2029, 1, 1)})) is False
