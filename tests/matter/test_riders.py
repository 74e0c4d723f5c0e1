"""The article for a firm's own instrument: which case gets which, and what it says there."""

import shutil
import subprocess
from pathlib import Path

import pytest
from pages import pages

from assembler.matter import Engine, Matter

SAMPLES = Path(__file__).parents[2] / "samples"

STORIES = {
    "massachusetts-rider": ("will-article-concise", {"security-at-any-value", "tax-by-reference"}),
    "foreign-will": ("will-article", {"foreign-will-property", "foreign-instrument", "power-marital", "bond"}),
    "living-trust-article": ("revocable-trust-article", {"credit-shelter-apart", "community-property", "bond-terms"}),
    "living-trust-by-reference": ("revocable-trust-article-concise", {"security-limited", "power-marital"}),
}


def text(name: str, engine: Engine) -> tuple[str, dict[str, str]]:
    """Give the id and the clauses of the article that a sample gets."""
    outcome = Matter.open(SAMPLES / f"{name}.yaml", engine).draft()
    (drafted,) = (one for one in outcome.documents if "article" in one.name)
    assert drafted.rendered is not None
    assert drafted.problems == ()
    return drafted.plan.document, dict(drafted.rendered.expected.clauses)


@pytest.mark.parametrize("name", STORIES)
def test_a_sample_gets_the_article_of_its_story(name: str, engine: Engine) -> None:
    document, clauses = text(name, engine)

    assert (document, STORIES[name][1] - clauses.keys()) == (STORIES[name][0], set())


def test_an_article_speaks_of_the_will_it_stands_in_and_numbers_its_parts(engine: Engine) -> None:
    _, clauses = text("massachusetts-rider", engine)
    said = "\n".join(clauses.values())

    assert "every other provision of this Will" in clauses["overriding-force-in-life"]
    assert "This Part, Part 5, and Part 7 take effect when" in clauses["overriding-force-in-life"]
    assert "Agreement" not in said
    assert "Settlor" not in said


@pytest.mark.parametrize("source", ["article-in-will", "article-in-revocable-trust", "foreign-will"])
def test_no_article_is_drafted_for_who_has_died(source: str, engine: Engine) -> None:
    written = (SAMPLES / "california-couple.yaml").read_text(encoding="utf-8")
    written = written.replace("source: lifetime-agreement", f"source: {source}")
    outcome = Matter.open(written.replace("  domicile", "  died: 2026-11-16\n  domicile", 1), engine).draft()

    assert outcome.documents
    assert [one.name for one in outcome.documents if "article" in one.name] == []


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
@pytest.mark.parametrize("name", ["massachusetts-rider", "living-trust-by-reference"])
def test_an_article_by_reference_has_twelve_pages_at_most(name: str, engine: Engine, tmp_path: Path) -> None:
    outcome = Matter.open(SAMPLES / f"{name}.yaml", engine).draft()
    (drafted,) = (one for one in outcome.documents if "article" in one.name)
    assert drafted.rendered is not None
    (tmp_path / "article.docx").write_bytes(drafted.rendered.package)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", "--headless", profile, "--convert-to", "pdf", "article.docx"]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)

    assert 8 <= len(pages(tmp_path / "article.pdf")) <= 12
