"""The page on the architecture is true: its rooms are the rooms, its files are there, its example runs."""

import re
from pathlib import Path

import pytest
from test_rooms import ROOMS

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "assembler" / "README.md").read_text(encoding="utf-8")


def test_the_page_tells_of_every_room_in_the_order_of_flow() -> None:
    rows = [line.split("|")[1] for line in PAGE.splitlines() if line.startswith("| `")]

    assert [room for row in rows for room in re.findall(r"`(\w+)`", row)] == list(ROOMS)


def test_the_files_it_names_are_there() -> None:
    named = re.findall(r"`((?:clauses|tests)/[\w/.]+)`|\]\(\.\./([\w/.]+)\)", PAGE)

    assert [path for pair in named for path in pair if path and not (ROOT / path.rstrip("/")).exists()] == []


@pytest.mark.parametrize("page", ["assembler/README.md", "README.md"])
def test_the_example_runs_as_it_stands(
    page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.DOTALL)
    monkeypatch.chdir(ROOT)

    exec(compile(example, page, "exec"), {})

    assert capsys.readouterr().out.splitlines()[-2:] == ["3783000.00", "['katz-trust-agreement.docx']"]
