"""A firm's own template gives the look: whichever program saved it, in whichever language, on whichever paper."""

import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from assembler.matter import Engine, Matter
from matter import firm_templates
from matter.docx_text import names, paragraphs, part, words
from matter.firm_templates import GERMAN, JAPANESE, W, firm

ROOT = Path(__file__).parents[2]
BOND = ROOT / "samples" / "bond.yaml"
TEMPLATE_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
MACRO_TYPE = "application/vnd.ms-word.document.macroEnabled.main+xml"


def drafted(folder: Path) -> bytes:
    """Draft the agreement of a sample with a firm's template, and give it once it has passed its check."""
    outcome = Matter.open(BOND, Engine(folder)).draft("trust-agreement")
    assert "\n".join(map(str, outcome.problems)) == ""
    (document,) = outcome.documents
    assert document.rendered is not None
    return document.rendered.package


def refused(folder: Path) -> str:
    """Give the one problem for which nothing is drafted."""
    outcome = Matter.open(BOND, Engine(folder)).draft("trust-agreement")
    assert outcome.documents == ()
    (problem,) = outcome.problems
    assert problem.fix
    return str(problem)


def references(package: bytes) -> set[str]:
    """Give what the references of a document show."""
    shown = {
        words(field)
        for field in part(package).iter(f"{W}fldSimple")
        if field.get(f"{W}instr", "").split()[:1] == ["REF"]
    }
    return shown | _complex_references(package)


def _complex_references(package: bytes) -> set[str]:
    text = "".join(
        "\0" + (run.get(f"{W}fldCharType") or "") + "\0" if run.tag == f"{W}fldChar" else run.text or ""
        for run in part(package).iter(f"{W}fldChar", f"{W}instrText", f"{W}t")
    )
    return set(re.findall(r"\0begin\0 REF [^\0]*\0separate\0([^\0]*)\0end\0", text))


def contents(package: bytes) -> list[str]:
    """Give the lines of the contents."""
    listed = ("TOC1", "TOC2")
    found = []
    for paragraph in part(package).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in listed:
            tabs_and_words = paragraph.iter(f"{W}t", f"{W}tab")
            found.append("".join("\t" if piece.tag == f"{W}tab" else piece.text or "" for piece in tabs_and_words))
    return found


@pytest.fixture(scope="module")
def ours() -> list[str]:
    """Give what the agreement says with our own template."""
    outcome = Matter.open(BOND, Engine()).draft("trust-agreement")
    (document,) = outcome.documents
    assert document.rendered is not None
    return paragraphs(document.rendered.package)


@pytest.mark.parametrize("ids", [GERMAN, JAPANESE], ids=["German", "Japanese"])
def test_styles_are_found_by_their_names(tmp_path: Path, ids: dict[str, str], ours: list[str]) -> None:
    package = drafted(firm(tmp_path, firm_templates.with_ids(ids)))

    assert paragraphs(package) == ours
    listed = contents(package)
    assert all(any(line.startswith(one) for line in listed) for one in references(package))
    assert {one.partition(" ")[0] for one in references(package)} >= {"Article", "Schedule"}


@pytest.mark.parametrize(
    ("ending", "kind"),
    [(".docx", TEMPLATE_TYPE), (".dotx", TEMPLATE_TYPE), (".docm", MACRO_TYPE)],
    ids=["renamed", "dotx", "docm"],
)
def test_a_word_template_is_used_and_the_paper_is_a_document(
    tmp_path: Path, ending: str, kind: str, ours: list[str]
) -> None:
    package = drafted(firm(tmp_path, firm_templates.of_type(kind), f"house{ending}"))

    assert paragraphs(package) == ours
    types = {one.get("PartName"): one.get("ContentType", "") for one in part(package, "[Content_Types].xml")}
    assert types["/word/document.xml"].endswith("wordprocessingml.document.main+xml")


def test_a_package_with_other_prefixes_is_used(tmp_path: Path, ours: list[str]) -> None:
    package = drafted(firm(tmp_path, firm_templates.prefixed()))

    assert paragraphs(package) == ours
    for name in (name for name in names(package) if name.endswith(".xml")):
        root = part(package, name)
        assert set(root.get(IGNORABLE, "").split()) <= root.nsmap.keys(), name


@pytest.mark.parametrize("name", ["word/document2.xml", "folder/text.xml"])
def test_the_main_part_may_have_any_name(tmp_path: Path, name: str, ours: list[str]) -> None:
    package = drafted(firm(tmp_path, firm_templates.with_main_part(name)))

    assert paragraphs(package) == ours
    assert name not in names(package)


def test_a_strict_document_is_refused_with_the_remedy(tmp_path: Path) -> None:
    told = refused(firm(tmp_path, firm_templates.strict()))

    assert "templates/house.docx" in told
    assert "not as a Strict Open XML Document" in told


def test_all_that_is_missing_is_told_at_once_and_once(tmp_path: Path) -> None:
    package = firm_templates.without_styles("Heading 2", "List Number", "Schedule Table", "toc 2", "Definition Item")
    outcome = Matter.open(BOND, Engine(firm(tmp_path, package))).draft()

    assert outcome.documents == ()
    (problem,) = outcome.problems
    assert problem.where.endswith("templates/house.docx")
    for name in ("Heading 2", "List Number", "Schedule Table", "toc 2", "Definition Item"):
        assert f"style {name}" in problem.what


def test_a_style_without_its_number_is_told(tmp_path: Path) -> None:
    def unnumber(document: object) -> None:
        style = document.styles["Heading 2"].element  # type: ignore[attr-defined]
        style.pPr.remove(style.pPr.numPr)

    told = refused(firm(tmp_path, firm_templates.edited(unnumber)))

    assert "Heading 2 has no numbering" in told


@pytest.mark.parametrize(
    ("articles", "sections", "what"),
    [
        (("decimal", "Article %1"), ("decimal", "Section %2"), "could mean several"),
        (("chicago", "Article %1"), ("decimal", "%1.%2"), "cannot show (chicago)"),
        (("none", ""), ("decimal", "%1.%2"), "cannot show (none)"),
        (("bullet", "*"), ("decimal", "%1.%2"), "cannot show (none)"),
    ],
)
def test_numbers_that_a_reference_cannot_show_are_told(
    tmp_path: Path, articles: tuple[str, str], sections: tuple[str, str], what: str
) -> None:
    assert what in refused(firm(tmp_path, firm_templates.with_numbers(articles, sections)))


LOOKS = [
    (("upperRoman", "ARTICLE %1"), ("decimalZero", "Section %1.%2"), True, "ARTICLE V", "Section 5.01"),
    (("upperRoman", "Article %1."), ("decimalZero", "Section %1.%2."), True, "Article V", "Section 5.01"),
    (("decimal", "%1."), ("decimal", "§ %1.%2"), False, "5", "§ 5.1"),
    (("lowerRoman", "(%1)"), ("upperLetter", "%1.%2"), False, "(v)", "v.A"),
    (("cardinalText", "Article %1"), ("decimal", "Section %1.%2"), True, "Article Five", "Section 5.1"),
    (("upperLetter", "Part %1"), ("ordinal", "%1, %2"), False, "Part E", "E, 1st"),
]
"""Looks of numbers: articles, sections, whether sections are in digits; the fifth article, and its first section."""


@pytest.mark.parametrize(("articles", "sections", "legal", "article", "section"), LOOKS)
def test_references_and_contents_carry_the_template_s_numbers(
    tmp_path: Path, articles: tuple[str, str], sections: tuple[str, str], legal: bool, article: str, section: str
) -> None:
    package = drafted(firm(tmp_path, firm_templates.with_numbers(articles, sections, legal=legal)))
    text = "\n".join(paragraphs(package))

    assert article in references(package)
    assert any(one.partition("\t")[0].strip().rstrip(".") == section for one in contents(package))
    assert any(one.startswith(article) and "Security for the Tax" in one for one in contents(package))
    assert not re.search(r"Section\s(Section|§)|(Article|ARTICLE)\s(Article|ARTICLE)|Article\sPart", text)


def test_a_bare_number_gets_the_word_that_it_needs(tmp_path: Path) -> None:
    look = firm_templates.with_numbers(("decimal", "%1."), ("decimal", "%1.%2"), ("decimal", "%1."))
    text = "\n".join(paragraphs(drafted(firm(tmp_path, look))))

    assert re.search(r"\w Article\s5\b", text)
    assert re.search(r"\w Schedule\s1\b", text)
    assert re.search(r"\w Section\s4\.\d\b", text)


def test_a_paper_of_any_width_holds_tables_and_tabs(tmp_path: Path) -> None:
    package = drafted(firm(tmp_path, firm_templates.edited(firm_templates.on_a4)))
    width = round(130 * 1440 / 25.4)

    stops = [int(tab.get(f"{W}pos", "0")) for tab in part(package, "word/styles.xml").iter(f"{W}tab")]
    tables = [table.find(f"{W}tblPr/{W}tblW") for table in part(package).iter(f"{W}tbl")]
    assert max(stops) == pytest.approx(width, abs=10)
    assert {one.get(f"{W}type") for one in tables if one is not None} == {"pct"}


def test_a_letterhead_s_logo_stands_in_every_header(tmp_path: Path, ours: list[str]) -> None:
    package = drafted(firm(tmp_path, firm_templates.edited(firm_templates.with_letterhead)))

    assert [one for one in names(package) if one.startswith("word/media/")]
    headers = [one for one in names(package) if one.startswith("word/header")]
    assert "Marsh & Okafor LLP, 12 Harbor Street, Baltimore" in [
        line for one in headers for line in paragraphs(package, one)
    ]
    assert paragraphs(package) == ours


def test_a_control_of_the_firm_s_may_hold_an_open_point(tmp_path: Path) -> None:
    engine = Engine(firm(tmp_path, firm_templates.edited(firm_templates.with_control)))
    outcome = Matter.open(BOND.with_name("incomplete.yaml"), engine).draft("trust-agreement")

    assert "\n".join(map(str, outcome.problems)) == ""
    rendered = outcome.documents[0].rendered
    assert rendered is not None
    (title,) = (one for one in part(rendered.package).iter(f"{W}alias") if one.get(f"{W}val") == "Title")
    properties = title.getparent()
    assert properties is not None
    assert [etree.QName(one).localname for one in properties] == ["alias"]
    assert words(next(properties.itersiblings())) == "[1: the name of the trust]"


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed here")
def test_a_template_saved_by_libreoffice_is_used(tmp_path: Path, ours: list[str]) -> None:
    saved = paragraphs(drafted(firm(tmp_path / "firm", firm_templates.saved_by_libreoffice(tmp_path))))

    assert [words for words in saved if words] == [words for words in ours if words]


def test_two_templates_of_a_name_are_told(tmp_path: Path) -> None:
    firm(tmp_path, firm_templates.HOUSE.read_bytes())
    firm(tmp_path, firm_templates.HOUSE.read_bytes(), "house.dotx")

    assert "more than one template house: house.docx, house.dotx" in refused(tmp_path)


@pytest.mark.parametrize("name", ["house.doc", "house.odt", "house.rtf"])
def test_a_template_in_another_format_is_told_and_not_passed_over(tmp_path: Path, name: str) -> None:
    told = refused(firm(tmp_path, b"{\\rtf1 }", name))

    assert name in told
    assert "save it as a Word document (.docx)" in told
