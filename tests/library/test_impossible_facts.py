"""What the coverage takes to be impossible never comes out of the facts of a case that the law does not refuse."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import chain, combinations, islice, product

import pytest
from library_folder import VOCABULARY

from assembler.casefile.shape import (
    Asset,
    Case,
    Charitable,
    CharitableKind,
    Decedent,
    MaritalForm,
    Mode,
    Principal,
    Security,
    Source,
    Spouse,
    SpousePower,
    Trust,
)
from assembler.findings import Kind, Subject, find

EVERY = 223  # a prime, so that the sample meets every answer with every other
PERMITTED = tuple(chain.from_iterable(combinations(Mode, count) for count in (1, 2, 3)))
LARGE = (Asset(id="a1", value=Decimal(3_000_000)),)


def cases() -> Iterator[Case]:
    answers = product(
        [*MaritalForm, None],
        [Source.LIFETIME_AGREEMENT, Source.SPOUSE_CREATED, Source.EXECUTOR_CREATED],
        [*PERMITTED, None],
        [True, False, None],
        [*Principal, None],
        [*SpousePower, None],
        [True, False, None],
        [None, date(2026, 2, 11)],
        [*CharitableKind, None],
        [LARGE, None],
    )
    for form, source, permitted, by_reference, principal, power, other, died, kind, assets in islice(
        answers, 0, None, EVERY
    ):
        trust = Trust(
            id="t",
            source=source,
            marital_form=form,
            security=Security(permitted=permitted, by_reference=by_reference),
            principal=principal,
            spouse_power=power,
            other_property=other,
            charitable=Charitable(kind=kind),
            assets=assets,
        )
        decedent = Decedent(name="Nguyễn Văn An", died=died)
        yield Case(as_of=date(2026, 11, 22), decedent=decedent, spouse=Spouse(is_us_citizen=False), trusts=(trust,))


def holds(literal: str, trust: Subject) -> bool:
    return trust[literal.removeprefix("not ")] is (not literal.startswith("not "))


@pytest.mark.slow
def test_no_case_that_the_law_does_not_refuse_has_what_we_call_impossible() -> None:
    seen = 0
    for case in cases():
        findings = find(case)
        if not findings.problems:
            seen += 1
            (trust,) = findings.of(Kind.TRUST)
            known = trust.facts.keys()
            for literals in VOCABULARY.impossible():
                if known >= {literal.removeprefix("not ") for literal in literals}:
                    assert not all(holds(literal, trust) for literal in literals), (literals, case.trusts[0])

    assert seen > 300
