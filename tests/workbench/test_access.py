"""Nobody is served but this machine's browser, with the token of this run, from our own page."""

from pathlib import Path

import pytest

from assembler.workbench.app import create_app
from workbench.conftest import ACCESS, HOME, Browser

BASE = HOME["base_url"]


def test_without_the_token_nothing_is_served(folder: Path) -> None:
    client = create_app(folder, None, ACCESS).test_client()

    answer = client.get("/", base_url=BASE)

    assert answer.status_code == 403
    assert "qdot serve" in answer.get_data(as_text=True)


def test_the_token_is_exchanged_for_a_cookie_that_no_script_reads(folder: Path) -> None:
    client = create_app(folder, None, ACCESS).test_client()

    answer = client.get(f"/?token={ACCESS.token}", base_url=BASE)

    assert answer.status_code == 302
    assert answer.headers["Location"] == "/"
    assert "HttpOnly" in answer.headers["Set-Cookie"]
    assert "SameSite=Strict" in answer.headers["Set-Cookie"]
    assert client.get("/", base_url=BASE).status_code == 200


@pytest.mark.parametrize("token", ["", "another", "the-token-of-this-ru"])
def test_another_token_is_refused(folder: Path, token: str) -> None:
    client = create_app(folder, None, ACCESS).test_client()

    assert client.get(f"/?token={token}", base_url=BASE).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "127.0.0.1.evil.example:8056", "192.168.0.7:8056"])
def test_another_host_is_refused_even_with_the_cookie(browser: Browser, host: str) -> None:
    assert browser.get("/", base_url=f"http://{host}")[0] in {400, 403, 421}


@pytest.mark.parametrize("origin", [None, "null", "http://evil.example", "http://127.0.0.1:1", "https://127.0.0.1:8056"])
def test_what_another_page_sends_is_refused(browser: Browser, origin: str | None) -> None:
    headers = {} if origin is None else {"Origin": origin}
    answer = browser.client.post("/cases", base_url=BASE, headers=headers, data={"name": "x", "as_of": "2026-11-28"})

    assert answer.status_code == 403


def test_every_answer_forbids_foreign_scripts_and_frames(browser: Browser) -> None:
    for path in ("/", "/case/bond.yaml", "/nothing", "/static/page.js"):
        answer = browser.client.get(path, **HOME)
        headers = answer.headers
        answer.close()
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"


def test_no_page_has_a_script_or_a_style_of_its_own(browser: Browser) -> None:
    for path in ("/", "/case/bond.yaml", "/case/bond.yaml/papers", "/library", "/batch"):
        page = browser.get(path)[1]
        assert page.count("<script") == page.count('src="/static/page.js"') == 1
        assert "<style" not in page
        assert not any(f" on{event}=" in page for event in ("click", "change", "load", "submit"))


@pytest.mark.parametrize(
    "path",
    [
        "/case/..%2fsecret.yaml", "/case/../secret.yaml", "/case/%2e%2e/secret.yaml", "/case/sub%2fother.yaml",
        "/case/link.yaml", "/case/.hidden.yaml", "/case/bond.yaml%00.yaml", "/case/bond.yaml/file/..%2fsecret.yaml",
        "/case/bond.yaml/file/link.docx", "/batch/..%2fsecret.csv", "/static/..%2fapp.py",
    ],
)  # fmt: skip
def test_nothing_outside_the_folder_is_read(browser: Browser, folder: Path, path: str) -> None:
    (folder.parent / "secret.yaml").write_text("format: 1\nas_of: 2026-11-28\ndecedent: {name: Secret Person}\n")
    (folder / "link.yaml").symlink_to(folder.parent / "secret.yaml")
    (folder / "bond").mkdir()
    (folder / "bond" / "link.docx").symlink_to(folder.parent / "secret.yaml")

    status, page = browser.get(path)

    assert status in {400, 403, 404, 405}
    assert "Secret Person" not in page


def test_an_upload_that_is_too_large_is_refused_in_words(browser: Browser, folder: Path) -> None:
    form = "multipart/form-data; boundary=x"
    answer = browser.client.post("/batch", data=b"x" * 20_000_000, content_type=form, **HOME)

    assert answer.status_code == 413
    assert "<h1>" in answer.get_data(as_text=True)
    assert not (folder / "batch").exists()
