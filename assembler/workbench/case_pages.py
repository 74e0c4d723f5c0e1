"""One case as its file holds it: the text with its problems, changed by hand, and taken back."""

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from assembler.workbench.answering import NotTaken, change
from assembler.workbench.case_folder import ChangedError
from assembler.workbench.cases import Cases

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def pages(cases: Cases) -> Blueprint:
    """Give the pages of a case's own text."""
    room = Blueprint("case", __name__)

    @room.get("/case/<name>/text")
    def text(name: str) -> str:
        return render_template("text.html", case=cases.open(name), text=None, problem=None)

    @room.post("/case/<name>/text")
    def store(name: str) -> "ResponseReturnValue":
        case, typed = cases.open(name), request.form.get("text", "").replace("\r\n", "\n")
        if request.form.get("version") != case.version:
            told = NotTaken(case, typed, "the file was changed meanwhile.", "compare with what it holds now, below.")
            return render_template("text.html", case=case, text=typed, problem=told), 409
        found = change(cases, case, typed)
        if isinstance(found, NotTaken):
            return render_template("text.html", case=cases.open(name), text=typed, problem=found), 409
        return redirect(url_for("case.text" if not found.case.matter.is_read else "interview.interview", name=name))

    @room.post("/case/<name>/undo")
    def undo(name: str) -> "ResponseReturnValue":
        try:
            cases.folder.undo(name)
        except ChangedError:
            case = cases.open(name)
            told = NotTaken(case, "", "nothing was taken back: the file was changed meanwhile.")
            return render_template("text.html", case=case, text=None, problem=told), 409
        return redirect(url_for("interview.interview", name=name))

    return room
