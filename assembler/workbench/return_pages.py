"""Papers that come back: held against what was sent clause by clause, and compared with another version."""

from typing import TYPE_CHECKING

from flask import Blueprint, Response, redirect, render_template, request, url_for

from assembler.problem import Problem
from assembler.revision import Redline, Report, Source, redline, returned
from assembler.workbench.cases import Cases
from assembler.workbench.uploads import uploaded

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pages(cases: Cases) -> Blueprint:
    """Give the pages of papers that come back; nothing of them is kept."""
    room = Blueprint("returned", __name__)

    @room.get("/returned")
    def drop() -> str:
        return _page(cases)

    @room.post("/returned/verify")
    def verify() -> "ResponseReturnValue":
        """Hold a paper against the case it was drafted from, or against the paper that was sent."""
        file, sent = uploaded("file"), uploaded("sent")
        if file is None:
            return redirect(url_for("returned.drop"))
        found = _verified(cases, *file, sent, request.form.get("case", ""))
        if isinstance(found, Report):
            return _page(cases, report=found)
        return _page(cases, problems=found), 409

    @room.post("/returned/redline")
    def compare() -> "ResponseReturnValue":
        """Compare two Word documents, and give the newer one with the changes tracked."""
        old, new = uploaded("old"), uploaded("new")
        if old is None or new is None:
            return redirect(url_for("returned.drop"))
        made = redline(Source(*old), Source(*new), request.form.get("author") or "Redline", "")
        if not isinstance(made, Redline):
            return _page(cases, problems=made), 409
        name = f"{new[1].removesuffix('.docx')} redline.docx"
        answer = Response(made.package, mimetype=DOCX)
        answer.headers.set("Content-Disposition", "attachment", filename=name)
        return answer

    return room


def _verified(
    cases: Cases, data: bytes, name: str, sent: tuple[bytes, str] | None, case: str
) -> Report | tuple[Problem, ...]:
    engine = cases.engine
    if sent is not None:
        base = returned.base_of_file(*sent, engine.library)
    elif case:
        base = returned.base_of_case(cases.folder.file(case), data, name, engine)
    else:
        return (Problem(name, "it is not said what it was drafted from.", "choose its case, or the paper as sent."),)
    return returned.verify(data, name, base, engine.library, {}) if isinstance(base, returned.Base) else base


def _page(cases: Cases, report: Report | None = None, problems: tuple[Problem, ...] = ()) -> str:
    return render_template("returned.html", names=cases.folder.names(), report=report, problems=problems)
