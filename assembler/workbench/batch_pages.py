"""Sheets with a case in each row: brought in, every cell's problem in place, drafted, stopped, taken up again."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, url_for

from assembler import word
from assembler.workbench.batch_job import Job
from assembler.workbench.cases import Cases
from assembler.workbench.importing import import_rows
from assembler.workbench.uploads import uploaded

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

FOLDER = "batch"
"""Where the sheets and what is drafted of them stand, below the folder of the cases."""

BASE = ".base.yaml"
"""What the file with the answers that all rows of a sheet share is called, after the sheet's own name."""

SHEET = re.compile(r"\w[\w .()-]{0,100}\.(?:csv|xlsx)", re.IGNORECASE)


def pages(cases: Cases) -> Blueprint:
    """Give the pages of the batches."""
    room, views = Blueprint("batch", __name__), BatchPages(cases)
    room.get("/batch")(views.batch)
    room.post("/batch")(views.bring)
    room.get("/batch/<name>")(views.sheet)
    room.get("/batch/<name>/state")(views.state)
    room.post("/batch/<name>/<do>")(views.work)
    return room


@dataclass(frozen=True)
class BatchPages:
    """The pages of the batches; what is done of each sheet is kept while the workbench runs."""

    cases: Cases
    jobs: dict[str, Job] = field(default_factory=dict)

    def _job(self, name: str) -> Job:
        path = self.cases.folder.path / FOLDER / name
        if not SHEET.fullmatch(name) or path.is_symlink() or not path.is_file():
            abort(404, "There is no such sheet.")
        if name not in self.jobs:
            base, out = path.with_suffix(BASE), path.with_name(f"{path.stem} papers")
            self.jobs[name] = Job(path, out, self.cases.engine.firm, base if base.is_file() else None)
            self.jobs[name].check()
        return self.jobs[name]

    def batch(self) -> str:
        """List the sheets of the folder."""
        folder = self.cases.folder.path / FOLDER
        found = sorted(one.name for one in folder.iterdir() if SHEET.fullmatch(one.name)) if folder.is_dir() else []
        return render_template("batch.html", sheets=found, problem="")

    def bring(self) -> "ResponseReturnValue":
        """Take in a sheet and, with it, what all its rows share."""
        sheet, base = uploaded("sheet"), uploaded("base")
        if sheet is None or not SHEET.fullmatch(sheet.name):
            return render_template("batch.html", sheets=[], problem="A sheet is a CSV or XLSX file."), 400
        path = self.cases.folder.path / FOLDER / sheet.name
        path.parent.mkdir(exist_ok=True)
        word.save(path, sheet.data)
        if base is not None:
            word.save(path.with_suffix(BASE), base.data)
        else:
            path.with_suffix(BASE).unlink(missing_ok=True)
        self.jobs.pop(sheet.name, None)
        return redirect(url_for("batch.sheet", name=sheet.name))

    def sheet(self, name: str) -> str:
        """Show one sheet."""
        return render_template("sheet.html", name=name, job=self._job(name), brought=None)

    def state(self, name: str) -> str:
        """Tell how far the work on a sheet has come."""
        return render_template("_sheet.html", name=name, job=self._job(name))

    def work(self, name: str, do: str) -> "ResponseReturnValue":
        """Draft a sheet, stop that, or make a case file of each of its rows."""
        one = self._job(name)
        if do == "import":
            brought = import_rows(self.cases.folder, one)
            return render_template("sheet.html", name=name, job=one, brought=brought)
        if do == "stop":
            one.stop()
        elif do == "draft" and not one.is_busy:
            one.draft()
        return redirect(url_for("batch.sheet", name=name))



