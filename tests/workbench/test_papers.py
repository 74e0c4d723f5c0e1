"""The papers that the page drafts are those of the command line, byte for byte."""

import io
import zipfile
from pathlib import Path

from assembler.matter import Engine, Matter
from workbench.conftest import Browser


def test_the_papers_are_drafted_into_the_folder_of_the_case(browser: Browser, folder: Path, engine: Engine) -> None:
    outcome = Matter.open(folder / "bond.yaml", engine).draft()

    status, page = browser.post("/case/bond.yaml/papers", all="yes")

    assert status == 200
    assert "katz-trust-agreement.docx" in page
    for document in outcome.documents:
        assert document.rendered is not None
        assert (folder / "bond" / document.filename).read_bytes() == document.rendered.package


def test_one_paper_is_drafted_alone_and_downloaded(browser: Browser, folder: Path) -> None:
    browser.post("/case/bond.yaml/papers", paper="trust-agreement")

    answer = browser.client.get("/case/bond.yaml/file/katz-trust-agreement.docx", base_url="http://127.0.0.1:8056")

    assert answer.get_data() == (folder / "bond" / "katz-trust-agreement.docx").read_bytes()
    answer.close()
    assert [one.name for one in (folder / "bond").glob("*.docx")] == ["katz-trust-agreement.docx"]


def test_all_papers_come_as_one_zip(browser: Browser, folder: Path) -> None:
    browser.post("/case/bond.yaml/papers", all="yes")

    answer = browser.client.get("/case/bond.yaml/papers.zip", base_url="http://127.0.0.1:8056")

    with zipfile.ZipFile(io.BytesIO(answer.get_data())) as archive:
        assert {name for name in archive.namelist() if name.endswith(".docx")} == {
            one.name for one in (folder / "bond").glob("*.docx")
        }


def test_a_paper_that_somebody_edited_is_not_drafted_over(browser: Browser, folder: Path) -> None:
    browser.post("/case/bond.yaml/papers", paper="trust-agreement")
    edited = folder / "bond" / "katz-trust-agreement.docx"
    edited.write_bytes(b"edited by hand")

    status, page = browser.post("/case/bond.yaml/papers", paper="trust-agreement")

    assert status == 409
    assert "katz-trust-agreement.docx" in page
    assert edited.read_bytes() == b"edited by hand"


def test_what_is_final_is_not_drafted_while_a_point_is_open(browser: Browser, folder: Path) -> None:
    status, page = browser.post("/case/incomplete.yaml/papers", all="yes", final="yes")

    assert status == 409
    assert "still open" in page
    assert not list(folder.glob("incomplete/*.docx"))


def test_a_paper_shows_its_clauses_its_words_and_why(browser: Browser) -> None:
    status, page = browser.get("/case/incomplete.yaml/paper/lindstrom-trust-agreement")

    assert status == 200
    assert "<mark>[" in page
    assert "It would turn, if:" in page
    assert browser.get("/case/incomplete.yaml/paper/nothing")[0] == 404


def test_the_library_is_shown_with_its_law_and_nothing_changes_it(browser: Browser) -> None:
    assert "26 USC 2056A" in browser.get("/library/clause/right-to-withhold")[1]
    assert "us-trustee-withholding" in browser.get("/library/paper/trust-agreement")[1]
    assert browser.get("/library/clause/nothing")[0] == 404
    assert browser.post("/library/clause/right-to-withhold")[0] == 405
