"""Whatever is left out of a case: each open point names one question, and answering that question closes it."""

import json
import random
from pathlib import Path
from typing import Any

import pytest
import yaml

from assembler.casefile import paths, read, unanswered, write_back
from assembler.casefile.shape import Case
from assembler.matter import Engine, Matter

SAMPLES = Path(__file__).parents[2] / "samples"
CASES = [
    path for path in sorted(SAMPLES.glob("*.yaml")) if not path.stem.startswith(("bad", "refused", "regulation"))
]
KEPT = ("format", "as_of", "id", "trust", "died")
TRIED = 2  # open points of a case that are answered; each costs a tenth of a second


def thinned(answers: Any, chance: random.Random, part: float) -> Any:
    """Leave answers out at random, and never a whole record or list of records."""
    if isinstance(answers, list):
        return ["NO" if one is False else thinned(one, chance, part) for one in answers]  # so PyYAML reads Norway
    if not isinstance(answers, dict):
        return answers
    kept = {key: value for key, value in answers.items() if key in KEPT or is_record(value) or chance.random() >= part}
    return {key: thinned(value, chance, part) for key, value in kept.items()}


def is_record(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(one, dict) for one in value))


def written(answer: Any) -> str | tuple[str, ...]:
    if isinstance(answer, bool):
        return str(answer).lower()
    return tuple(map(str, answer)) if isinstance(answer, tuple) else str(answer)


def matter_of(text: str, engine: Engine) -> Matter:
    return Matter(read(text.encode(), "case.yaml"), engine)


def closes(path: Path, engine: Engine, tried: int) -> int:
    """Leave answers out of a case, answer some of its open points from it, and count those that were."""
    chance = random.Random(path.stem)
    whole = read(path).case
    assert whole is not None
    answers = thinned(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader), chance, 0.4)
    text = json.dumps(answers, default=str, ensure_ascii=False, indent=2)
    matter = matter_of(text, engine)
    assert matter.is_read
    points = [point for point in matter.open_points if point.path != "as_of"]  # that a table ends, no answer mends
    assert len({point.path for point in points}) == len(points)
    assert [point.path for point in points if not paths.is_one(point.path)] == []
    named = [point.path for point in points if is_answered(whole, point.path)]
    for one in (chosen := chance.sample(named, min(tried, len(named)))):
        answered = matter_of(write_back(text, one, written(paths.answer(whole, one))), engine)
        assert answered.is_read
        assert one not in [point.path for point in answered.open_points]
    return len(chosen)


def is_answered(case: Case, path: str) -> bool:
    return not unanswered(case, path) and paths.answer(case, path) is not None


@pytest.mark.parametrize("path", CASES[::3], ids=lambda path: path.stem)
def test_an_open_point_is_closed_by_answering_the_question_it_names(path: Path, engine: Engine) -> None:
    closes(path, engine, TRIED)


@pytest.mark.slow
@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_open_point_is_closed_by_answering_the_question_it_names(path: Path, engine: Engine) -> None:
    closes(path, engine, 1000)
