"""Other programs read every reference of our papers as it is shown; .ci/readers.py asks them of all samples."""

import shutil
from pathlib import Path

import pytest
from other_readers import READERS, references, unread

from assembler.matter import Matter

SAMPLES = Path(__file__).parents[1] / "samples"
PAPERS = [("bond", "trust-agreement"), ("incomplete", "drafting-memo"), ("several-qdots", "designated-filer")]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("papers")
    for sample, document in PAPERS:
        for one in Matter.open(SAMPLES / f"{sample}.yaml").draft(document).documents:
            assert one.rendered is not None
            (folder / f"{one.name}.docx").write_bytes(one.rendered.package)
    return sorted(folder.glob("*.docx"))


def test_references_are_read_with_the_word_before_them(papers: list[Path]) -> None:
    found = sum((references(paper) for paper in papers), start=references(papers[0]))

    assert found["Section 4.2"] > 1
    assert all(words.partition(" ")[2] for words in found)


@pytest.mark.parametrize("reader", READERS)
def test_every_reference_is_read(papers: list[Path], reader: str) -> None:
    if reader == "pandoc" and not shutil.which(reader):
        pytest.skip("pandoc is not installed here")

    assert {paper.name: missed for paper in papers if (missed := unread(paper, reader))} == {}
