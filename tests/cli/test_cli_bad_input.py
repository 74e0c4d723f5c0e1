"""Bad input: each is a clear problem, or harmless text in the document; nothing is half written."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import ROOT, changed, draft, firm, names, paragraphs, part, qdot, sample

HOSTILE = [
    "</w:t></w:r></w:p><w:p> Co",
    "Smith <Trust> & *bold* _Sons_ [link](x)",
    "&amp; &lt; &#38; <!-- Hale -->",
    r"C:\new\table ${HOME} `id` $(id) %s {0}",
    "# Heading | cell | 100% ~~gone~~",
    "𝒥ohn 李 محمد O’Neill—Ñuñez",
]

TAGS = ["{{ 7*7 }} & Sons", "{% for x in y %} Ltd"]

CASES = {
    "brackets": ("trusts: [{id: a", "1: a brace is opened here and not closed"),
    "indent": ("format: 1\n  as_of: 2026-11-16\n", "2: "),
    "tab": ("format: 1\nmatter:\n\tnumber: 7\n", "3: "),
    "tag": ("format: 1\nas_of: !!python/object/apply:os.system [id]\n", "2: "),
    "anchors": ("format: 1\nas_of: &a 2026-11-16\n", "2: "),
    "two documents": ("format: 1\nas_of: 2026-11-16\n---\nformat: 1\n", "3: "),
    "nothing": ("", "1: the file is empty"),
    "a list": ("- format: 1\n", "1: "),
    "deep": ("a: " + "[" * 50_000 + "]" * 50_000, "1: the answers are nested more than 20 levels deep"),
    "json": ('{"format": 1,', "2: "),
    "NUL": ("format: 1\nas_of: 2026\0-11-16\n", " the file holds NUL bytes"),
    "bell": ('format: 1\nas_of: 2026-11-16\nmatter: {firm: "Hale \a Ortiz"}\n', "3: "),
    "escaped bell": ('format: 1\nas_of: 2026-11-16\nmatter: {firm: "Hale \\a Ortiz"}\n', "3: matter.firm: "),
    "no such day": ("format: 1\nas_of: 2026-02-30\n", "2: as_of: there is no day `2026-02-30`"),
    "a list for a date": ("format: 1\nas_of: [2026-11-16]\n", "2: as_of: "),
    "unknown key": ("format: 1\nas_of: 2026-11-16\ndecedant: {}\n", "3: decedant: `decedant` is not a question we ask"),
    "path in an id": ("format: 1\nas_of: 2026-11-16\ntrusts: [{id: ../../etc}]\n", "3: trusts[0].id: `../../etc`"),
    "slash in an id": ("format: 1\nas_of: 2026-11-16\ntrusts: [{id: a/b}]\n", "3: trusts[0].id: `a/b` cannot be an id"),
    "negative money": (
        "format: 1\nas_of: 2026-11-16\ntrusts: [{id: a, assets: [{id: b, value: -1}]}]\n",
        "3: trusts[a].assets[b].value: `-1` is below zero",
    ),
    "absurd money": (
        "format: 1\nas_of: 2026-11-16\ntrusts: [{id: a, assets: [{id: b, value: 1e99}]}]\n",
        "3: trusts[a].assets[b].value: `1e99` is a number with an exponent",
    ),
    "money that is none": (
        "format: 1\nas_of: 2026-11-16\ntrusts: [{id: a, assets: [{id: b, value: .nan}]}]\n",
        "3: trusts[a].assets[b].value: ",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_case_file_that_cannot_be_read_is_told_where_and_why(name: str, tmp_path: Path) -> None:
    text, told = CASES[name]
    case = tmp_path / "case.yaml"
    case.write_text(text, encoding="utf-8")

    result = draft(case, tmp_path / "out")

    assert (result.exit_code, result.stdout) == (1, "")
    assert f"{case}:{told}" in result.stderr
    assert "\n  fix: " in result.stderr
    assert names(tmp_path) == ["case.yaml"]


@pytest.mark.parametrize("command", ["check", "explain"])
def test_every_command_on_a_case_says_the_same_of_a_bad_one(command: str, tmp_path: Path) -> None:
    result = qdot(command, sample("bad-case"))

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == draft(sample("bad-case"), tmp_path / "out").stderr
    assert result.stderr.count("\n  fix: ") == 28


def test_a_case_of_ten_megabytes_is_no_case(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_bytes(sample("bond").read_bytes() + b"# nothing\n" * 1_000_000)

    result = draft(case, tmp_path / "out")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{case}: the file is larger than 2 MiB, which no case is.\n  fix: ")
    assert names(tmp_path) == ["case.yaml"]


@pytest.mark.parametrize("source", ["missing.yaml", "folder", "latin.yaml", "paper.docx", "missing.yaml/case.yaml"])
def test_what_is_no_case_file_at_all_is_told_so(source: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "latin.yaml").write_bytes("matter: {firm: José}\n".encode("latin-1"))
    (tmp_path / "paper.docx").write_bytes((ROOT / "templates" / "house.docx").read_bytes())

    result = draft(tmp_path / source, tmp_path / "out")

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{tmp_path / source}:")
    assert names(tmp_path / "out") == []


def shape(docx: Path) -> list[str]:
    """Give the elements of a document in order, without its words."""
    return [str(element.tag) for element in part(docx).iter()]


def named(folder: Path, name: str) -> Path:
    """Draft the California couple with one name in five places where a case has text of its own."""
    folder.mkdir()
    quoted = "'" + name.replace("'", "''") + "'"
    case = changed(
        folder,
        "california-couple",
        ("Margaret Anne O'Sullivan-Reyes", quoted),
        ("The O'Sullivan-Reyes Qualified Domestic Trust", quoted),
        ("João Batista d'Ávila Reyes", quoted),
        ("418 Alder Court, Pasadena, California 91101", quoted),
        ("firm: Hale & Ortiz LLP", f"firm: {quoted}"),
        ("description: Cash", f"description: {quoted}"),
    )
    draft(case, folder / "out")
    (docx,) = (folder / "out").glob("*.docx")
    return docx


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    return shape(named(tmp_path_factory.mktemp("plain") / "case", "Ann Li"))


@pytest.mark.parametrize("name", [*TAGS, *(name for name in HOSTILE if "محمد" not in name)])
def test_a_name_is_text_whatever_it_looks_like(name: str, plain: list[str], tmp_path: Path) -> None:
    docx = named(tmp_path / "case", name)

    assert docx.name == "reyes-trust-agreement.docx"
    assert sum(name in text for text in paragraphs(docx)) >= 5
    assert shape(docx) == plain


def test_a_name_in_many_scripts_stands_as_given(tmp_path: Path) -> None:
    docx = named(tmp_path / "case", HOSTILE[-1])

    assert docx.name == "reyes-trust-agreement.docx"
    assert sum(HOSTILE[-1] in text for text in paragraphs(docx)) >= 5


def words_in_the_zip(old: bytes, new: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(ROOT / "templates" / "house.docx") as ours, zipfile.ZipFile(path, "w") as theirs:
            for name in ours.namelist():
                written = ours.read(name)
                if name == "word/document.xml":
                    assert old in written
                    written = written.replace(old, new, 1)
                theirs.writestr(name, written)

    return write


def cut(path: Path) -> None:
    path.write_bytes((ROOT / "templates" / "house.docx").read_bytes()[:4000])


def another_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/settings.xml", "<w/>")


TEMPLATES: dict[str, tuple[Callable[[Path], object], str]] = {
    "text": (lambda path: path.write_text("Dear Sir"), "is not a Word document that can be read"),
    "empty": (lambda path: path.write_bytes(b""), "is not a Word document that can be read"),
    "cut short": (cut, "is not a Word document that can be read"),
    "another zip": (another_zip, "is not a Word document that can be read"),
    "a folder": (lambda path: path.mkdir(), "is not a Word document that can be read"),
    "no place": (words_in_the_zip(b"{{p body }}", b"body"), "has no place for the document's text"),
    "unknown name": (words_in_the_zip(b"{{ legend }}", b"{{ legende }}"), "asks for legende, which is not known"),
    "open tag": (words_in_the_zip(b"{{ legend }}", b"{{ legend "), "a tag is not closed in “{{ legend”"),
    "unknown logic": (words_in_the_zip(b"{{ legend }}", b"{% nonsense %}"), "a tag of the template cannot be read"),
    "field of a text": (words_in_the_zip(b"{{ legend }}", b"{{ legend.width }}"), "is not allowed"),
    "arithmetic": (words_in_the_zip(b"{{ legend }}", b"{{ legend / 0 }}"), "is not allowed"),
    "code": (words_in_the_zip(b"{{ legend }}", b"{{ ''.__class__.__mro__ }}"), "is not allowed"),
    "broken XML": (words_in_the_zip(b"<w:sectPr", b"<w:sectPr<"), ""),
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_firms_template_that_will_not_do_is_a_problem(name: str, tmp_path: Path) -> None:
    make, told = TEMPLATES[name]
    make(firm(tmp_path) / "templates" / "house.docx")

    result = draft(sample("bond"), tmp_path / "out", "--firm", tmp_path / "firm")

    assert result.exit_code == 1
    assert told in result.stderr
    assert "\n  fix: " in result.stderr
    assert "katz-trust-agreement.docx" not in names(tmp_path / "out")


CLAUSES = {
    "front matter": ("reviewed: ", "reviewed: [", "right-to-withhold.md:"),
    "logic": ("limits the right.", "limits {% if true %} the right.", "has template logic"),
    "code": ("limits the right.", "limits {{ ''.__class__ }} it.", "right-to-withhold.md:"),
    "unknown field": ("limits the right.", "limits {{ nobody }}.", "`nobody` is not a field"),
    "unclosed field": ("limits the right.", "limits {{ trust_name it.", "right-to-withhold.md:"),
    "unknown fact": ("when: []", "when: [is_larg]", "`is_larg`, which is not a fact"),
    "HTML": ("limits the right.", "limits <b>the</b> right.", "right-to-withhold.md:"),
    "unknown reference": (
        "limits the right.",
        'limits it under Section {{ ref("nowhere") }}.',
        "nowhere",
    ),
}


@pytest.mark.parametrize("name", CLAUSES)
def test_a_firms_clause_with_a_fault_is_a_problem_with_its_line(name: str, tmp_path: Path) -> None:
    old, new, told = CLAUSES[name]
    clause = firm(tmp_path, "right-to-withhold") / "clauses" / "right-to-withhold.md"
    text = clause.read_text(encoding="utf-8")
    assert text.count(old) == 1
    clause.write_text(text.replace(old, new), encoding="utf-8")

    for command in (["draft", sample("bond"), "-o", tmp_path / "out"], ["library", "lint"]):
        result = qdot(*command, "--firm", tmp_path / "firm")
        assert result.exit_code == 1
        assert result.stderr.startswith("firm/clauses/right-to-withhold.md")
        assert told in result.stderr
        assert "\n  fix: " in result.stderr
    assert names(tmp_path / "out") == []


def test_a_firms_clause_that_is_not_utf_8_is_a_problem(tmp_path: Path) -> None:
    (firm(tmp_path) / "clauses" / "extra.md").write_bytes(b"---\nid: extra\n---\n\xe9t\xe9\n")

    result = draft(sample("bond"), tmp_path / "out", "--firm", tmp_path / "firm")

    assert (result.exit_code, names(tmp_path / "out")) == (1, [])
    assert "firm/clauses/extra.md:4: the file is not UTF-8 text." in result.stderr


def test_a_clause_that_says_too_little_is_caught_in_the_finished_document(tmp_path: Path) -> None:
    clause = firm(tmp_path, "right-to-withhold") / "clauses" / "right-to-withhold.md"
    front, _, _ = clause.read_text(encoding="utf-8").rpartition("---\n")
    clause.write_text(f"{front}---\nThe Trustee does as the law says.\n", encoding="utf-8")

    result = draft(sample("bond"), tmp_path / "out", "--firm", tmp_path / "firm")

    assert result.exit_code == 1
    assert "us-trustee-withholding is claimed, but " in result.stderr
    assert names(tmp_path / "out") == ["katz-trust-agreement.unchecked.docx", "report.json", "report.md"]


def test_a_folder_that_is_a_file_is_a_wrong_call_and_one_beneath_a_file_a_problem(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")

    wrong = draft(sample("bond"), tmp_path / "file")
    beneath = draft(sample("bond"), tmp_path / "file" / "out")

    assert (wrong.exit_code, wrong.stdout) == (2, "")
    assert (beneath.exit_code, beneath.stdout) == (1, "")
    assert beneath.stderr == (
        f"{tmp_path / 'file' / 'out'}: it cannot be written (Not a directory).\n"
        "  fix: name a folder that can be written to, with room left on its disk.\n"
    )
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_a_folder_in_the_way_of_the_report_leaves_no_document_without_one(tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()

    result = draft(sample("bond"), tmp_path, "--force")

    assert result.exit_code == 1
    assert f"{tmp_path / 'report.md'}: it cannot be written (Is a directory)." in result.stderr
    assert names(tmp_path) == ["report.md"]
