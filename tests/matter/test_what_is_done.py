"""What is done is not advised or drafted again: a return that is filed, a designation on it, a naturalization."""

from collections.abc import Set
from pathlib import Path

import pytest

from assembler.matter import Engine, Matter

SAMPLES = Path(__file__).parents[2] / "samples"
FILED = SAMPLES / "several-qdots.yaml"
UNFILED = SAMPLES / "old-instruments.yaml"
TO_COME = {"memo-naturalization-ask", "memo-filer-before-filing", "memo-spouse-transfer", "open-before-filing"}


def chosen(source: Path, engine: Engine, document: str) -> Set[str]:
    plans = Matter.open(source, engine).plans([document])
    return {clause for plan in plans for clause in plan.chosen}


def test_advice_for_the_time_before_the_filing_ends_with_it(engine: Engine) -> None:
    before, after = (chosen(source, engine, "drafting-memo") for source in (UNFILED, FILED))

    assert {"memo-naturalization-ask", "memo-filer-before-filing"} <= before
    assert after & TO_COME == set()
    assert {"memo-filer-designated", "memo-spouse-transferred"} <= after


@pytest.mark.parametrize(
    ("sample", "clause"),
    [
        ("old-instruments", "calendar-citizenship"),
        ("bond-adjusted", "calendar-citizenship-later"),
        ("several-qdots", "calendar-citizen-since"),
    ],
)
def test_the_calendar_speaks_of_naturalization_as_it_stands(sample: str, clause: str, engine: Engine) -> None:
    found = chosen(SAMPLES / f"{sample}.yaml", engine, "deadline-calendar")

    assert {one for one in found if one.startswith("calendar-citizen")} == {clause}


def test_where_the_return_that_is_filed_designated_nobody_the_first_form_706_qdt_does(
    engine: Engine, tmp_path: Path
) -> None:
    case = tmp_path / "case.yaml"
    text = FILED.read_text(encoding="utf-8")
    for was, now in (
        ("has_designated_filer: true", "has_designated_filer: false"),
        ("  designated_filer_ended: 2026-09-30\n", ""),
        ("former: Old Coast Trust Company, ", ""),
        ("former_cause: its resignation as trustee of Brandt de Sá Marital Trust, ", ""),
    ):
        assert was in text
        text = text.replace(was, now)
    case.write_text(text, encoding="utf-8")

    found = chosen(case, engine, "designated-filer")
    assert "filer-designation-706qdt" in found
    assert "filer-designation" not in found
    documents = {plan.document for plan in Matter.open(FILED, engine).plans()}
    assert "designated-filer" not in documents
