"""What a person does in a browser: answer by keyboard, see what follows, draft, download; and axe finds nothing."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from assembler.workbench.access import Access
from assembler.workbench.app import create_app
from workbench.conftest import SAMPLES

pytestmark = pytest.mark.browser
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    cases = tmp_path_factory.mktemp("cases")
    for name in ("bond", "incomplete", "bad-case"):
        shutil.copy(SAMPLES / f"{name}.yaml", cases)
    return cases


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    """Serve the folder, and give the address without its token."""
    from waitress.server import create_server

    server = create_server(lambda environment, start: [], host="127.0.0.1", port=0)
    port: int = server.effective_port
    server.application = create_app(folder, None, Access("token", frozenset({f"127.0.0.1:{port}"}), port))
    Thread(target=server.run, daemon=True).start()
    yield f"http://127.0.0.1:{port}"
    server.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Any, address: str) -> Iterator[Any]:
    """Give a page that has been admitted, and refuse any error in its console."""
    context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
    page, errors = context.new_page(), list[str]()
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto("/?token=token")
    yield page
    context.close()
    assert errors == []


def test_an_answer_is_saved_as_it_is_given_and_the_open_points_melt(page: Any, folder: Path) -> None:
    from playwright.sync_api import expect

    page.goto("/case/incomplete.yaml")
    before = int(page.locator("#b-open").inner_text().split("(")[1].rstrip(")"))

    page.get_by_label("How much of what the spouses have or had is community property?").select_option("none")
    page.get_by_text("Saved.").wait_for()
    expect(page.locator("#b-open")).not_to_contain_text(f"({before})")

    assert "community_property: none" in (folder / "incomplete.yaml").read_text()
    assert int(page.locator("#b-open").inner_text().split("(")[1].rstrip(")")) < before


def test_what_is_being_typed_elsewhere_stays_while_the_page_changes(page: Any) -> None:
    page.goto("/case/incomplete.yaml")
    page.get_by_label("What is the firm's name, as it stands on its letterhead?").fill("Ruiz & Haddad LLP")
    page.keyboard.press("Tab")
    other = page.get_by_label("What is the firm's number for the matter?")
    other.fill("")
    other.press_sequentially("2026-0")
    page.get_by_text("Saved.").wait_for()

    assert other.input_value() == "2026-0"


def test_a_date_with_two_meanings_is_settled_by_a_click(page: Any, folder: Path) -> None:
    page.goto("/case/bond.yaml")
    field = page.get_by_label("On what day did the spouse whose estate this is die?").first
    field.fill("3/4/2026")
    page.keyboard.press("Tab")
    page.get_by_role("button", name="It is March 4, 2026").click()
    page.get_by_text("Saved.").wait_for()

    assert "2026-03-04" in (folder / "bond.yaml").read_text()


def test_papers_are_drafted_and_downloaded(page: Any, folder: Path) -> None:
    page.goto("/case/incomplete.yaml/papers")
    page.get_by_role("button", name="Draft all papers").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="lindstrom-trust-agreement.docx").click()

    assert Path(download.value.path()).read_bytes() == (
        folder / "incomplete" / "lindstrom-trust-agreement.docx"
    ).read_bytes()


PAGES = (
    "/", "/case/incomplete.yaml", "/case/incomplete.yaml?all=yes", "/case/bond.yaml", "/case/bond.yaml/papers",
    "/case/incomplete.yaml/paper/lindstrom-trust-agreement", "/case/bad-case.yaml/text", "/batch", "/library",
    "/library/paper/bond", "/library/clause/right-to-withhold",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (400, "dark")])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(page: Any, path: str, width: int, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(path)

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
