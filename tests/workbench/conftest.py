"""A folder with a few cases, and the workbench that serves it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from assembler.workbench.access import Access
from assembler.workbench.app import create_app

SAMPLES = Path(__file__).parents[2] / "samples"
ACCESS = Access("the-token-of-this-run", frozenset({"127.0.0.1:8056"}), 8056)
HOME = {"base_url": "http://127.0.0.1:8056", "headers": {"Origin": "http://127.0.0.1:8056"}}


class Browser:
    """A browser that has opened the address with the token, and sends what ours would."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def get(self, page: str, /, **more: object) -> "tuple[int, str]":
        """Open a page: its status, and its text."""
        answer = self.client.get(page, **{**HOME, **more})
        return answer.status_code, answer.get_data(as_text=True)

    def post(self, page: str, /, **fields: object) -> "tuple[int, str]":
        """Send a form: the status of the answer, and its text."""
        answer = self.client.post(page, data=fields, **HOME)
        return answer.status_code, answer.get_data(as_text=True)

    def answer(self, case: str, path: str, typed: str, seen: str = "") -> "tuple[int, str]":
        """Answer one question as the form does without a script."""
        return self.post(f"/case/{case}/answer", path=path, typed=typed, seen=seen)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with some of the samples."""
    cases = tmp_path / "cases"
    cases.mkdir()
    for name in ("bond", "incomplete", "several-qdots"):
        shutil.copy(SAMPLES / f"{name}.yaml", cases)
    return cases


@pytest.fixture
def browser(folder: Path) -> Iterator[Browser]:
    """Give a browser with the cookie of this run."""
    app = create_app(folder, None, ACCESS)
    app.testing = False
    with app.test_client() as client:
        client.get(f"/?token={ACCESS.token}", **HOME)
        yield Browser(client)
