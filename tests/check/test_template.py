"""A template is examined before it is used: what it hides or fetches is refused, what it says is told."""

import pytest

from assembler.check.template import examine, own_words
from check.small_docx import KIND, PARTS, R, W, p, run, simple

MAIN, FOOTER, SETTINGS, STYLES, NUMBERING = (
    f"word/{name}.xml" for name in ("document", "footer1", "settings", "styles", "numbering")
)
RELATIONS = "word/_rels/document.xml.rels"


def packed(parts: dict[str, str]) -> dict[str, bytes]:
    return {name: part.encode() for name, part in parts.items()}


def main(body: str) -> str:
    return f"<w:document {W} {R}><w:body>{body}</w:body></w:document>"


def relation(kind: str, target: str) -> str:
    one = f'<Relationship Id="rIdX" Type="{KIND}/{kind}" Target="{target}" TargetMode="External"/>'
    return PARTS[RELATIONS].replace("</Relationships>", f"{one}</Relationships>")


def piece(instruction: str) -> str:
    return f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"


BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
PIECES = f"{BEGIN}{piece(' DOCPRO')}{piece('PERTY Client')}{END}"


def told(changed: dict[str, str]) -> str:
    return "\n".join(map(str, examine(packed({**PARTS, **changed}), "house.docx")))


REFUSED = (
    ("hidden words", MAIN, main(p("Title", run("not", "<w:vanish/>"))), "words are hidden"),
    ("struck words", MAIN, main(p("Title", run("not", "<w:strike/>"))), "words are struck"),
    ("white words", MAIN, main(p("Title", run("not", '<w:color w:val="ffffff"/>'))), "words are white"),
    ("tiny words", FOOTER, main(p("Title", run("not", '<w:sz w:val="7"/>'))), "too small to read"),
    ("a style that hides", STYLES, PARTS[STYLES].replace("<w:pPr>", "<w:rPr><w:vanish/></w:rPr><w:pPr>", 1), "hidden"),
    ("a list in white", NUMBERING, f'<w:numbering {W}><w:lvl><w:rPr><w:color w:val="FFFFFF"/></w:rPr></w:lvl>'
     "</w:numbering>", "words are white"),
    ("a field that starts a program", FOOTER, main(p("Footer", simple("DDEAUTO x", "1"))), "the field DDEAUTO"),
    ("a field that shows today", FOOTER, main(p("Footer", simple("DATE", "1"))), "the field DATE"),
    ("a field that links outward", FOOTER, main(p("Footer", simple("HYPERLINK x", "1"))), "the field HYPERLINK"),
    ("a field for a mail merge", MAIN, main(p("Title", simple("MERGEFIELD Name", "1"))), "the field MERGEFIELD"),
    ("a field written in pieces", MAIN, main(p("Title", PIECES)), "the field DOCPROPERTY"),
    ("a link to a file", RELATIONS, relation("hyperlink", "file:///S:/logo.png"), "(file:///S:/logo.png)"),
    ("a macro part", "word/vbaProject.bin", "code", "carries code"),
    ("a tag beside words", MAIN, main(p("Title", "Text: {{p body }}")), "would be lost"),
    ("a paragraph in a run", MAIN, main(p("Title", f"<w:r>{p('Title', 'x')}</w:r>")), "within another"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "part", "text", "what"), REFUSED, ids=[one[0] for one in REFUSED])
def test_what_a_template_may_not_hold_is_refused(name: str, part: str, text: str, what: str) -> None:
    assert what in told({part: text})


ALLOWED = (
    ("a hidden paragraph mark", main('<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr></w:p>')),
    ("a tiny paragraph mark", main('<w:p><w:pPr><w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>')),
    ("words shown after all", main(p("Title", run("so", '<w:vanish w:val="0"/>')))),
    ("words of four points", main(p("Title", run("so", '<w:sz w:val="8"/>')))),
    ("a tag in its own paragraph", main(p("Title", " {{p body }} "))),
    ("a page of pages", main(p("Footer", simple("PAGE", "1"), simple("NUMPAGES", "2")))),
)


@pytest.mark.parametrize("body", [one[1] for one in ALLOWED], ids=[one[0] for one in ALLOWED])
def test_what_hides_nothing_is_taken(body: str) -> None:
    assert told({MAIN: body}) == ""


def test_a_link_to_the_firm_is_taken() -> None:
    assert told({RELATIONS: relation("hyperlink", "https://hale.example")}) == ""


def test_what_a_template_says_is_listed_with_its_part() -> None:
    words = own_words(
        packed({**PARTS, MAIN: main(p("Title", "Hale  Ortiz LLP") + p("Title", "{{ trust_name }}"))})
    )
    assert words == (
        "word/document.xml: Hale Ortiz LLP",
        "word/document.xml: {{ trust_name }}",
        "word/header1.xml: Qualified Domestic Trust Agreement",
        "word/footer1.xml: Page 1",
        "word/comments.xml: Required by the Code.",
    )
