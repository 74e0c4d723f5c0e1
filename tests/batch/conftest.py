"""What several tests compare with: a batch to which nothing happened."""

from pathlib import Path

import pytest
from batches import COUNT, Outcome, cases, draft, options


@pytest.fixture(scope="session")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, Path]:
    """Draft the cases once, and give the outcome and the folder."""
    out = tmp_path_factory.mktemp("undisturbed")
    return draft(options(out), cases(COUNT)), out
