"""A case file is one of its versions whatever happens to who writes it, and nothing is left beside it."""

import subprocess
import sys
from pathlib import Path

import pytest

from assembler.workbench.case_folder import CaseFolder, ChangedError, NoCaseError

ROOT = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from assembler.workbench.case_folder import CaseFolder
folder, texts = CaseFolder(Path(sys.argv[1])), [f"format: 1  # {'x' * 200_000 * n}\\n" for n in (1, 2)]
for number in range(10_000):
    folder.replace("case.yaml", folder.read("case.yaml"), texts[number % 2])
    print(number, flush=True)
"""


@pytest.mark.parametrize("turns", [1, 3, 8])
def test_who_is_killed_while_saving_leaves_a_whole_file(tmp_path: Path, turns: int) -> None:
    (tmp_path / "case.yaml").write_text("format: 1\n")
    with subprocess.Popen([sys.executable, "-c", WRITER, tmp_path], stdout=subprocess.PIPE, cwd=ROOT) as writer:
        assert writer.stdout is not None
        for _ in range(turns):
            writer.stdout.readline()
        writer.kill()

    text = CaseFolder(tmp_path).read("case.yaml")

    assert len(text) in {len(f"format: 1  # {'x' * 200_000 * n}\n") for n in (1, 2)}
    assert [path.name for path in tmp_path.iterdir()] == ["case.yaml"]


def test_what_a_killed_run_left_is_taken_away_and_other_hidden_files_stay(tmp_path: Path) -> None:
    (tmp_path / ".case.yaml.k3j_2x9a").write_text("format")
    (tmp_path / ".case.yaml.note").write_text("mine")

    CaseFolder(tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [".case.yaml.note"]


def test_a_file_that_was_changed_on_disk_is_not_written_over(tmp_path: Path) -> None:
    folder = CaseFolder(tmp_path)
    folder.create("case.yaml", "format: 1\n")
    (tmp_path / "case.yaml").write_text("format: 1\n# by hand\n")

    with pytest.raises(ChangedError):
        folder.replace("case.yaml", "format: 1\n", "format: 1\nas_of: 2026-11-28\n")

    assert folder.read("case.yaml").endswith("# by hand\n")


def test_what_is_no_case_of_the_folder_is_not_opened(tmp_path: Path) -> None:
    (tmp_path / "large.yaml").write_bytes(b"#" * 3_000_000)
    folder = CaseFolder(tmp_path)

    for name in ("large.yaml", "none.yaml", "../x.yaml", ".yaml"):
        with pytest.raises(NoCaseError):
            folder.read(name)
