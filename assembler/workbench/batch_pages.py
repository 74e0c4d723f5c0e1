"""Sheets with a case in each row: brought in, every cell's problem in place, drafted, stopped, taken up again."""

import re
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, request, url_for

from assembler import word
from assembler.workbench.batch_job import Job
from assembler.workbench.cases import Cases
from assembler.workbench.importing import import_rows

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

FOLDER = "batch"
"""Where the sheets and what is drafted of them stand, below the folder of the cases."""

BASE = ".base.yaml"
"""What the file with the answers that all rows of a sheet share is called, after the sheet's own name."""

SHEET = re.compile(r"\w[\w .()-]{0,100}\.(?:csv|xlsx)", re.IGNORECASE)


def pages(cases: Cases) -> Blueprint:
    """Give the pages of the batches."""
    room, jobs = Blueprint("batch", __name__), dict[str, Job]()
    firm = cases.engine.firm

    def job(name: str) -> Job:
        path = cases.folder.path / FOLDER / name
        if not SHEET.fullmatch(name) or path.is_symlink() or not path.is_file():
            abort(404, "There is no such sheet.")
        if name not in jobs:
            base = path.with_suffix(BASE)
            jobs[name] = Job(path, path.with_name(f"{path.stem} papers"), firm, base if base.is_file() else None)
            jobs[name].check()
        return jobs[name]

    @room.get("/batch")
    def batch() -> str:
        folder = cases.folder.path / FOLDER
        found = sorted(one.name for one in folder.iterdir() if SHEET.fullmatch(one.name)) if folder.is_dir() else []
        return render_template("batch.html", sheets=found, problem="")

    @room.post("/batch")
    def bring() -> "ResponseReturnValue":
        sheet = request.files.get("sheet")
        name = (sheet.filename or "").replace("\\", "/").rpartition("/")[2] if sheet else ""
        if sheet is None or not SHEET.fullmatch(name):
            return render_template("batch.html", sheets=[], problem="A sheet is a CSV or XLSX file."), 400
        folder = cases.folder.path / FOLDER
        folder.mkdir(exist_ok=True)
        word.save(folder / name, sheet.read())
        base, path = request.files.get("base"), (folder / name).with_suffix(BASE)
        if base and base.filename:
            word.save(path, base.read())
        else:
            path.unlink(missing_ok=True)
        jobs.pop(name, None)
        return redirect(url_for("batch.sheet", name=name))

    @room.get("/batch/<name>")
    def sheet(name: str) -> str:
        return render_template("sheet.html", name=name, job=job(name), brought=None)

    @room.get("/batch/<name>/state")
    def state(name: str) -> str:
        return render_template("_sheet.html", name=name, job=job(name))

    @room.post("/batch/<name>/<do>")
    def work(name: str, do: str) -> "ResponseReturnValue":
        one = job(name)
        if do == "import":
            brought = import_rows(cases.folder, one)
            return render_template("sheet.html", name=name, job=one, brought=brought)
        if do == "stop":
            one.stop()
        elif do == "draft" and not one.is_busy:
            one.draft()
        return redirect(url_for("batch.sheet", name=name))

    return room
