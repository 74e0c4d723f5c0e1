"""The application: its rooms, each a set of pages, over the cases of one folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, render_template, request
from werkzeug.exceptions import HTTPException

from assembler.matter import Engine
from assembler.wording import day, figure
from assembler.workbench import (
    batch_pages,
    case_pages,
    interview_pages,
    library_pages,
    list_pages,
    paper_pages,
    return_pages,
)
from assembler.workbench.access import Access
from assembler.workbench.case_folder import CaseFolder, NoCaseError
from assembler.workbench.cases import Cases
from assembler.workbench.questions import anchor

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

ROOMS = (list_pages, case_pages, interview_pages, paper_pages, return_pages, batch_pages, library_pages)
LARGEST_UPLOAD = 16 * 1024 * 1024


def create_app(folder: Path, firm: Path | None, access: Access) -> Flask:
    """Make the application for a folder of case files and a firm's library."""
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = LARGEST_UPLOAD
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.add_template_filter(day)
    app.add_template_filter(_said, "said")
    app.add_template_filter(anchor)
    cases = Cases(CaseFolder(folder.resolve()), Engine(firm))
    access.guard(app)
    for room in ROOMS:
        app.register_blueprint(room.pages(cases))
    app.register_error_handler(NoCaseError, _no_case)
    app.register_error_handler(HTTPException, _told)
    app.register_error_handler(OSError, _not_written)
    return app


def _said(one: Any) -> str:
    """Write a figure, or a step of its arithmetic, with its unit."""
    return figure(one.value, one.unit)


def _no_case(error: NoCaseError) -> "ResponseReturnValue":
    return _page("There is no such case in this folder.", "It may have been renamed or moved.", 404)


def _told(error: HTTPException) -> "ResponseReturnValue":
    return _page(error.name or "", error.description or "", error.code or 500)


def _not_written(error: OSError) -> "ResponseReturnValue":
    what = f"The folder cannot be written to or read ({error.strerror})."
    return _page(what, "Nothing was lost; give the file free, or make room on the disk, and try again.", 503)


def _page(what: str, fix: str, code: int) -> "ResponseReturnValue":
    if request.accept_mimetypes.best == "application/json":
        return {"what": what, "fix": fix}, code
    return render_template("problem.html", what=what, fix=fix), code
