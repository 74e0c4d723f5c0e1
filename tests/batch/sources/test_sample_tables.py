"""The sample tables: two layouts of the same seven families, six of which draft and one of which does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assembler.batch.sources.paths import find_sources
from assembler.batch.sources.source import Source, read_case
from assembler.casefile import Reading
from assembler.matter import Engine, Matter

BATCH = Path(__file__).parents[3] / "samples" / "batch"


def readings(table: str) -> Iterator[tuple[str, Reading]]:
    for one in find_sources([str(BATCH / table)], BATCH / "base.yaml"):
        assert isinstance(one, Source)
        yield one.name, read_case(one)


@pytest.fixture(scope="module")
def families() -> dict[str, Reading]:
    """Give the families of the CSV by name."""
    return dict(readings("cases.csv"))


def test_both_layouts_hold_the_same_families(families: dict[str, Reading]) -> None:
    others = dict(readings("cases.xlsx"))

    assert list(others) == list(families)
    assert [one.case for one in others.values()] == [one.case for one in families.values()]
    assert sum(one.case is not None for one in families.values()) == 6


def test_each_family_drafts_a_trust_agreement_without_an_open_point(
    families: dict[str, Reading], engine: Engine
) -> None:
    for name, reading in families.items():
        if reading.case:
            outcome = Matter(reading, engine).draft("trust-agreement")
            assert outcome.problems == (), name
            (agreement,) = outcome.documents
            assert agreement.rendered, name
            assert agreement.rendered.points == (), name


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("cases.csv", ["cases.csv:8"]),
        ("cases.xlsx", ["cases.xlsx:8", "cases.xlsx:trusts.1.trustees:9"]),
    ],
)
def test_the_family_keyed_in_a_hurry_has_four_slips_at_their_rows(table: str, rows: list[str]) -> None:
    wexford = dict(readings(table))["Wexford"]

    assert len(wexford.problems) == 4
    assert sorted({one.where.split(": ")[0] for one in wexford.problems}) == [f"{BATCH / row}" for row in rows]
