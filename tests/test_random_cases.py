"""Whatever is answered, the papers are proved and agree: cases at random, each from a seed."""

import pytest
from random_cases import random_case

from assembler.matter import Engine, Matter

FEW, MANY, TOGETHER = 200, 2000, 100


def prove(seed: int, engine: Engine) -> None:
    """Draft one case: each paper that comes of it is proved, and no two of them differ."""
    outcome = Matter.open(random_case(seed), engine).draft()

    unproved = [str(problem) for document in outcome.documents for problem in document.problems]
    apart = [str(problem) for problem in outcome.of_case if problem.what.startswith("it does not say")]
    assert (unproved, apart) == ([], []), f"seed {seed}"


@pytest.mark.parametrize("first", range(0, FEW, TOGETHER))
def test_a_case_at_random_drafts_proved_papers_that_agree(first: int, engine: Engine) -> None:
    for seed in range(first, first + TOGETHER):
        prove(seed, engine)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(FEW, MANY, TOGETHER))
def test_many_cases_at_random_draft_proved_papers_that_agree(first: int, engine: Engine) -> None:
    for seed in range(first, first + TOGETHER):
        prove(seed, engine)


def test_a_seed_always_gives_the_same_case() -> None:
    assert random_case(7) == random_case(7)
    assert random_case(7) != random_case(8)
