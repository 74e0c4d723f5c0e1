"""The forms as they leave the house: drafted from a case, read back from Word, held against the regulation."""

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from prescribed import QUOTES, prescribed

from assembler.matter import Engine, Matter
from assembler.matter.drafting import Drafted
from assembler.merge import merge

SAMPLES = Path(__file__).parents[2] / "samples"
ENGINE = Engine()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FILED = (
    pytest.param("bond", "bond", "2026", "", id="bond with the residence excluded"),
    pytest.param("bond-1996", "bond", "1996", "", id="bond of the 1996 edition"),
    pytest.param("bond-adjusted", "bond", "1996", "", id="bond of 1996 in a file of 2026"),
    pytest.param("letter-of-credit", "letter-of-credit", "2026", "", id="letter of a section 581 bank"),
    pytest.param("letter-us-branch", "letter-of-credit", "2026", "branch", id="letter of a U.S. branch"),
    pytest.param("letter-confirmed", "letter-of-credit", "2026", "abroad", id="letter of a foreign bank"),
    pytest.param("letter-confirmed", "confirmation", "2026", "abroad", id="its confirmation"),
)
PACKAGES = {
    "bond": {"bond", "bond-asset-statement", "bond-application", "security-cover-letter"},
    "letter-of-credit": {
        "letter-of-credit", "confirmation", "loc-asset-statement", "letter-application", "security-cover-letter",
    },
}  # fmt: skip


def drafted(sample: str, wanted: str) -> dict[str, Drafted]:
    """Draft a form of a sample with its package, each by its document's id."""
    outcome = Matter.open(SAMPLES / f"{sample}.yaml", ENGINE).draft(wanted)
    assert outcome.problems == ()
    return {one.plan.document: one for one in outcome.documents}


def text(one: Drafted) -> str:
    """Read the words of a document back from its package, with straight quotation marks."""
    assert one.rendered is not None
    with zipfile.ZipFile(io.BytesIO(one.rendered.package)) as parts:
        body = etree.fromstring(parts.read("word/document.xml"))
    paragraphs = ("".join(_words(paragraph)) for paragraph in body.iter(f"{W}p"))
    return " ".join(" ".join(paragraphs).translate(QUOTES).split())


def _words(paragraph: etree._Element) -> list[str]:
    pieces = paragraph.iter(f"{W}t", f"{W}noBreakHyphen")
    return ["-" if piece.tag == f"{W}noBreakHyphen" else piece.text or "" for piece in pieces]


@pytest.mark.parametrize(("sample", "form", "edition", "variant"), FILED)
def test_a_drafted_form_is_the_regulation_with_its_blanks_filled(
    sample: str, form: str, edition: str, variant: str
) -> None:
    one = drafted(sample, form)[form]
    law = " ".join(prescribed(form, edition, variant))

    for name, value in merge(one.plan.subject, ENGINE.library.words["phrases"]).values.items():
        if f"⟨{name}⟩" in law:
            assert isinstance(value, str), f"{name} is open in {sample}"
            law = law.replace(f"⟨{name}⟩", value.translate(QUOTES))

    assert text(one).split() == law.split()


@pytest.mark.parametrize(("sample", "form"), [("bond", "bond"), ("letter-confirmed", "letter-of-credit")])
def test_asking_for_a_form_gives_its_whole_package(sample: str, form: str) -> None:
    assert set(drafted(sample, form)) == PACKAGES[form]


def test_a_letter_that_needs_no_confirmation_comes_without_one() -> None:
    assert set(drafted("letter-us-branch", "letter-of-credit")) == PACKAGES["letter-of-credit"] - {"confirmation"}


def test_from_july_10_2026_security_is_sent_apart_from_the_return() -> None:
    letter = text(drafted("bond", "bond")["security-cover-letter"])

    assert "The bond is filed separately from the decedent's federal estate tax return (Form 706)" in letter
    assert "the last day for filing it is" in letter
    assert "Attention: Estate Tax Advisory Group" in letter


def test_before_it_security_goes_with_the_return() -> None:
    letter = text(drafted("bond-1996", "bond")["security-cover-letter"])

    assert "The bond is filed with the decedent's federal estate tax return (Form 706)" in letter
    assert "Estate Tax Advisory Group" not in letter
    assert "Estate and Gift Tax Examination Group" in letter


def test_the_asset_statement_lists_every_asset_the_exclusion_and_the_arithmetic() -> None:
    statement = text(drafted("bond", "bond")["bond-asset-statement"])

    figures = ("$6,420,000.00", "$1,480,000.00", "$4,865,000.00", "$75,000.00", "$600,000.00", "$5,820,000.00")
    assert all(figure in statement for figure in figures)
    assert "$3,783,000.00 (Three million seven hundred eighty-three thousand and 00/100 dollars)" in statement


def test_a_statement_without_an_exclusion_says_so() -> None:
    statement = text(drafted("letter-us-branch", "letter-of-credit")["loc-asset-statement"])

    assert "No exclusion under section 20.2056A-2(d)(1)(iv) is claimed" in statement


def test_no_paper_prints_the_number_of_a_person() -> None:
    papers = [*drafted("bond", "bond").values(), *drafted("letter-confirmed", "letter-of-credit").values()]

    ruled = [text(one) for one in papers if "social security number" in text(one)]
    assert ruled
    assert all("Decedent's social security number: " in words + " " for words in ruled)
