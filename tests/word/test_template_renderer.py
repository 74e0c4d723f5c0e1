"""What a case says is text and never structure; what a template asks for is there or is a problem."""

import io
import re
import zipfile
from pathlib import Path

import pytest
from docx_files import DOCUMENT, docx, relations
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from assembler.word import (
    TemplateRenderer,
    clause_digests,
    comments,
    compile_template,
    fillable,
    highlighted,
    open_template,
    text,
)
from assembler.word.parts import PROVENANCE
from assembler.word.places import with_text
from assembler.word.template_renderer import environment, stop

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BODY = '<w:p><w:r><w:t xml:space="preserve">{{ name }}</w:t></w:r></w:p>'
KNOWN = {"legend", "name"}
VALUES: dict[str, object] = {
    "comments": "",
    "media": {},
    "is_draft": True,
    "created": "2026-11-16",
    "title": "Agreement",
    "author": "Dana Hale",
    "document": "trust-agreement",
    "library": "abc",
    "paper_date": "2026-11-16",
    "clauses": "",
    "points": ["[1: the date & <hour>]", "[2: the name]"],
    "legend": "Draft",
    "name": "María José Ferreira d'Ávila",
}


def renderer(tmp_path: Path, body: str = BODY, front: str = "{{ legend }}") -> TemplateRenderer:
    template, problems = open_template(docx(tmp_path, front=front))
    assert problems == ()
    assert template is not None
    made, problems = compile_template(template, body, "house.docx", KNOWN)
    assert problems == ()
    assert made is not None
    return made


def main_part(package: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        return etree.fromstring(parts.read("word/document.xml"))


def read(package: bytes) -> list[str]:
    """Read the words of each paragraph."""
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in main_part(package).iter(f"{W}p")]


NAMES = [
    "Smith & Sons",
    "Smith <Trust> Co",
    'O\'Brien-Whitcombe "Jr."',
    "{{ 7*7 }} {% if x %} {# y #}",
    "]]> --> &amp; &#10;",
    "*bold* _it_ # 1. |",
    "陈建国 山田太郎 김민준",
    "محمد بن علي",
    "Zoë Müller-Lüdenscheidt",
    "e\u0301 and é are two",
    "  two  blanks  ",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_code_point_for_code_point(tmp_path: Path, name: str) -> None:
    package = renderer(tmp_path).render(VALUES | {"name": text(name)})

    assert read(package)[-1] == name


@pytest.mark.parametrize(
    "name",
    [
        "Fatima Zahra محمد بن علي Ortiz",
        "Rivka שָׁלוֹם בת-שבע of Haifa",
        "محمد & Sons <עברית>",
        "علی\u200cرضا",
        "د. محمد",
        "Aziz (عزيز), Ana",
        "بيت",
    ],
)
def test_writing_from_right_to_left_keeps_its_code_points_and_its_order(tmp_path: Path, name: str) -> None:
    package = renderer(tmp_path).render(VALUES | {"name": text(f"Hold for {name} and go on.")})

    assert read(package)[-1] == f"Hold for {name} and go on."


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("for محمد بن علي only", ["محمد بن علي"]),
        ("Rivka בת-שבע", ["בת-שבע"]),
        ("علی\u200cرضا", ["علی\u200cرضا"]),
        ("שָׁלוֹם", ["שָׁלוֹם"]),
        ("محمد and علي", ["محمد", "علي"]),
        ("Ana", []),
    ],
)
def test_each_name_from_right_to_left_is_one_run_marked_so(tmp_path: Path, name: str, runs: list[str]) -> None:
    body = main_part(renderer(tmp_path).render(VALUES | {"name": text(name)}))

    marked = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}rtl") is not None]
    assert ["".join(t.text or "" for t in run.iter(f"{W}t")) for run in marked] == runs


def test_an_open_point_is_highlighted_and_the_words_around_it_are_not(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t xml:space="preserve">on {{ name }} at noon</w:t></w:r></w:p>'
    package = renderer(tmp_path, body).render(VALUES | {"name": highlighted("[1: the date & <hour>]")})

    (last,) = list(main_part(package).iter(f"{W}p"))[-1:]
    runs = [(run.findtext(f"{W}t"), run.find(f"{W}rPr/{W}highlight") is not None) for run in last.iter(f"{W}r")]
    assert runs == [("on ", False), ("[1: the date & <hour>]", True), (" at noon", False)]


def test_an_open_point_is_filled_from_the_part_that_has_its_words(tmp_path: Path) -> None:
    body = '<w:p><w:r><w:t xml:space="preserve">on {{ name }} at noon</w:t></w:r></w:p>'
    words = "[1: the date & <hour>]"
    package = renderer(tmp_path, body).render(VALUES | {"name": fillable(words, 1)})

    (control,) = main_part(package).iter(f"{W}sdt")
    (binding,) = control.iter(f"{W}dataBinding")
    assert [run.findtext(f"{W}t") for run in control.iter(f"{W}r")] == [words]
    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        data, properties = (etree.fromstring(parts.read(f"customXml/{name}2057.xml")) for name in ("item", "itemProps"))
    assert data.getroottree().xpath(f"string({binding.get(f'{W}xpath')})") == words
    assert properties.get(properties.tag.replace("datastoreItem", "itemID")) == binding.get(f"{W}storeItemID")


@pytest.mark.parametrize(("value", "mark"), [("Redwood Trust Co.", ""), ("Ana", "."), ("Jr", "."), ("", ".")])
def test_a_value_that_ends_in_a_full_stop_ends_its_sentence(value: str, mark: str) -> None:
    assert stop(value) == mark


def test_a_value_that_is_not_there_is_an_error_and_not_nothing() -> None:
    with pytest.raises(UndefinedError, match="spouse_name"):
        environment().from_string("{{ spouse_name }}").render()


@pytest.mark.parametrize(
    "trick",
    [
        "{{ name.__class__ }}",
        "{{ name.__class__.__mro__ }}",
        "{{ ''.__class__.__base__.__subclasses__() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ things.append(1) }}",
        "{{ '{0.__class__}'.format(name) }}",
    ],
)
def test_a_template_reaches_nothing_behind_its_values(trick: str) -> None:
    with pytest.raises((SecurityError, UndefinedError)):
        environment().from_string(trick).render(name="Ana", things=[])


def test_the_same_input_makes_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()

    assert renderer(tmp_path / "one").render(VALUES) == renderer(tmp_path / "two").render(VALUES)
    made = renderer(tmp_path)
    assert made.render(VALUES) == made.render(VALUES)


@pytest.mark.parametrize("notes", ["", comments("2026-11-16", [["A note & more.", "Second."]])])
def test_the_package_opens_with_its_types_and_has_fixed_dates(tmp_path: Path, notes: str) -> None:
    package = renderer(tmp_path).render(VALUES | {"comments": notes})

    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        assert parts.testzip() is None
        infos = parts.infolist()
        names = [info.filename for info in infos]
        assert names[0] == "[Content_Types].xml"
        assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
        assert len(set(names)) == len(names)
        assert ("word/comments.xml" in names) is bool(notes)
        declared = re.findall(r'PartName="/([^"]+)"', parts.read("[Content_Types].xml").decode())
        assert set(declared) <= set(names)
        assert len(set(declared)) == len(declared)
        for name in names:
            etree.fromstring(parts.read(name))


def test_the_types_come_first_whatever_the_other_parts_are_called(tmp_path: Path) -> None:
    more: dict[str, bytes | None] = {"Annex/0.xml": b"<a/>"}
    more["word/_rels/document.xml.rels"] = relations(theme="../Annex/0.xml")
    template, _ = open_template(docx(tmp_path, more=more))
    assert template is not None
    made, _ = compile_template(template, BODY, "house.docx", KNOWN)
    assert made is not None

    with zipfile.ZipFile(io.BytesIO(made.render(VALUES))) as parts:
        assert parts.namelist()[:2] == ["[Content_Types].xml", "Annex/0.xml"]


def test_the_provenance_names_the_clauses_and_has_the_words_of_none(tmp_path: Path) -> None:
    digests = clause_digests({"right-to-withhold": "0f" * 16})
    package = renderer(tmp_path).render(VALUES | {"clauses": digests})

    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        provenance = parts.read(PROVENANCE).decode()
        relations = parts.read("word/_rels/document.xml.rels").decode()
    assert '<clause id="right-to-withhold" digest="' + "0f" * 16 in provenance
    assert f'Target="../{PROVENANCE}"' in relations
    assert "María" not in provenance


def test_the_properties_come_from_the_case(tmp_path: Path) -> None:
    package = renderer(tmp_path).render(VALUES | {"title": "Smith & Sons", "author": "Dana <Hale>"})

    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        core = etree.fromstring(parts.read("docProps/core.xml"))
    said = [text for text in core.itertext() if text]
    assert said[:3] == ["Smith & Sons", "Dana <Hale>", "Dana <Hale>"]
    assert said.count("2026-11-16T00:00:00Z") == 2


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("{% if legend %}", "cannot be read"),
        ("{{ legend | upper }}", "not allowed"),
        ("{{ legend.__class__ }}", "not allowed"),
        ("{{ legend * 1000000000 }}", "not allowed"),
        ("{% for n in range(1000000000) %}{{ n }}{% endfor %}", "not allowed"),
        ("{% for a in legend %}{% for b in legend %}{{ b }}{% endfor %}{% endfor %}", "not allowed"),
        ("{% set legend = 1 %}", "not allowed"),
        ("{% include 'x' %}", "not allowed"),
        ("{{ spouse_nmae }}", "asks for spouse_nmae"),
    ],
)
def test_a_tag_that_the_template_gets_wrong_is_a_problem(tmp_path: Path, front: str, said: str) -> None:
    template, problems = open_template(docx(tmp_path, front=front))
    assert problems == ()
    assert template is not None

    made, (problem,) = compile_template(template, BODY, "house.docx", KNOWN)

    assert made is None
    assert problem.where == "house.docx"
    assert said in problem.what


def test_the_names_in_the_templates_own_tags_are_listed(tmp_path: Path) -> None:
    assert renderer(tmp_path).names == {"legend"}


def test_a_tag_that_word_split_is_made_whole(tmp_path: Path) -> None:
    split = DOCUMENT.format("{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ leg</w:t></w:r><w:r><w:t>end }}")
    template, problems = open_template(docx(tmp_path, document=split))

    assert problems == ()
    assert template is not None
    assert "{{ legend }}" in template.rendered["word/document.xml"]


@pytest.mark.parametrize(
    ("name", "runs"),
    [
        ("Kim Min-jun 김민준", [("김민준", "ko-KR", "Batang")]),
        ("山田 たろう", [("山田 たろう", "ja-JP", "MS Mincho")]),
        ("山田太郎 (ヤマダタロウ)", [("山田太郎", "ja-JP", "MS Mincho"), ("ヤマダタロウ", "ja-JP", "MS Mincho")]),
        ("김 (金)", [("김", "ko-KR", "Batang"), ("金", "ko-KR", "Batang")]),
        ("陈建国 Chen & Sons", [("陈建国", "zh-CN", "SimSun")]),
        ("Zoë", []),
    ],
)
def test_an_east_asian_name_has_the_font_and_the_language_of_its_script(
    tmp_path: Path, name: str, runs: list[tuple[str, str, str]]
) -> None:
    body = main_part(renderer(tmp_path).render(VALUES | {"name": text(name)}))
    marked = [run for run in body.iter(f"{W}r") if run.find(f"{W}rPr/{W}lang") is not None]

    def said(run: etree._Element) -> tuple[str, str, str]:
        font, language = run.find(f"{W}rPr/{W}rFonts"), run.find(f"{W}rPr/{W}lang")
        assert font is not None
        assert language is not None
        return run.findtext(f"{W}t") or "", language.get(f"{W}eastAsia", ""), font.get(f"{W}eastAsia", "")

    assert [said(run) for run in marked] == runs
    assert read(renderer(tmp_path).render(VALUES | {"name": text(name)}))[-1] == name


@pytest.mark.parametrize(("name", "language"), [("محمد", "ar-SA"), ("בת-שבע", "he-IL")])
def test_a_right_to_left_run_says_its_language(tmp_path: Path, name: str, language: str) -> None:
    body = main_part(renderer(tmp_path).render(VALUES | {"name": text(name)}))

    assert [found.get(f"{W}bidi") for found in body.iter(f"{W}lang")] == [language]


def test_a_part_with_a_place_of_its_own_stands_there_and_any_other_follows_the_text() -> None:
    body = "text{# signatures #}names{# schedules #}lists"

    assert with_text("{{ body }}|", body) == "textnameslists|"
    assert with_text("{{ body }}|{{ signatures }}|{{ schedules }}", body) == "text|names|lists"
    assert with_text("{{ body }}|{{ signatures }}|", body) == "text|nameslists|"
    assert with_text("{{ body }}|{{ signatures }}|", "text") == "text||"


def test_a_final_paper_says_nothing_of_where_its_clauses_come_from(tmp_path: Path) -> None:
    package = renderer(tmp_path).render(VALUES | {"is_draft": False})

    with zipfile.ZipFile(io.BytesIO(package)) as parts:
        everything = b"".join(parts.read(name) for name in parts.namelist())
        assert not any(name.startswith("customXml") for name in parts.namelist())
    assert b"customXml" not in everything
    assert b"qdot" not in everything.lower()
