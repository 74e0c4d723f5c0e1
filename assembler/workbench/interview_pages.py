"""The interview: the questions of a case that matter, and beside them what follows from the answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, abort, redirect, render_template, request, url_for

from assembler.workbench.answering import NotTaken, Taken, none, paste, remove, take
from assembler.workbench.cases import Case, Cases
from assembler.workbench.consequences import consequences
from assembler.workbench.questions import anchor, entry, groups

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def pages(cases: Cases) -> Blueprint:
    """Give the pages of the interview."""
    room, views = Blueprint("interview", __name__), InterviewPages(cases)
    room.get("/case/<name>")(views.interview)
    room.get("/case/<name>/rest")(views.rest)
    room.post("/case/<name>/answer")(views.answer)
    room.post("/case/<name>/rows")(views.rows)
    room.post("/case/<name>/none")(views.no_item)
    room.post("/case/<name>/remove")(views.take_out)
    return room


@dataclass(frozen=True)
class InterviewPages:
    """The pages of the interview."""

    cases: Cases

    def interview(self, name: str) -> "ResponseReturnValue":
        """Ask the questions of a case."""
        case = self.cases.open(name)
        if not case.matter.is_read and not _lacks_only_its_day(case):
            return redirect(url_for("case.text", name=name))
        return _page(case)

    def rest(self, name: str) -> dict[str, str]:
        """Give what takes longer: the questions that matter now, and the open points."""
        case = self.cases.open(name)
        return {"questions": _questions(case), "open": render_template("_open.html", case=case)}

    def answer(self, name: str) -> "ResponseReturnValue":
        """Take an answer."""
        path, form = request.form.get("path", ""), request.form
        try:
            found = take(self.cases, name, path, form.getlist("meaning") or form.getlist("typed"), form.get("seen", ""))
        except ValueError:
            abort(400, "There is no such question in the form of a case file.")
        if _is_script():
            return _answered(found, path)
        if isinstance(found, Taken):
            return redirect(_back(name, path))
        return _page(found.case, {path: found}), 409

    def rows(self, name: str) -> "ResponseReturnValue":
        """Add an item to a list for each row that was pasted."""
        typed, columns = request.form.get("rows", ""), request.form.getlist("column")
        return self._changed(name, lambda path: paste(self.cases, name, path, typed, columns))

    def no_item(self, name: str) -> "ResponseReturnValue":
        """Answer that a list has no item."""
        return self._changed(name, lambda path: none(self.cases, name, path))

    def take_out(self, name: str) -> "ResponseReturnValue":
        """Take an item out of its list."""
        return self._changed(name, lambda path: remove(self.cases, name, path))

    def _changed(self, name: str, make: Callable[[str], Taken | NotTaken]) -> "ResponseReturnValue":
        path = request.form.get("path", "")
        try:
            found = make(path)
        except ValueError as error:
            found = NotTaken(self.cases.open(name), "", f"{error}.", "change it in the text of the case.")
        of_list = path.rpartition("[")[0] if path.endswith("]") else path
        if isinstance(found, Taken):
            return redirect(_back(name, of_list))
        return _page(found.case, {of_list: found}), 409


def _page(case: Case, told: dict[str, NotTaken] | None = None) -> str:
    beside = consequences(case)
    return render_template(
        "case.html", case=case, groups=groups(case.matter, _asks_all()), beside=beside, told=told or {}, all=_asks_all()
    )


def _questions(case: Case) -> str:
    every = _asks_all()
    return render_template("_questions.html", case=case, groups=groups(case.matter, every), told={}, all=every)


def _answered(found: Taken | NotTaken, path: str) -> "ResponseReturnValue":
    """Answer the script: the question as it stands now and, where it was taken, what follows."""
    one, told = entry(found.case.matter, path), {} if isinstance(found, Taken) else {path: found}
    answer = {"question": render_template("_question.html", case=found.case, one=one, told=told)}
    if isinstance(found, Taken):
        answer["beside"] = render_template("_beside.html", case=found.case, beside=consequences(found.case))
    return answer


def _lacks_only_its_day(case: Case) -> bool:
    """Tell whether a file is one just begun, of which nothing is wrong but that it has no day yet."""
    return all(one.where.endswith("as_of") for one in case.matter.problems)


def _asks_all() -> bool:
    return request.values.get("all") == "yes"


def _back(name: str, path: str) -> str:
    return url_for("interview.interview", name=name, _anchor=anchor(path), all="yes" if _asks_all() else None)


def _is_script() -> bool:
    return request.accept_mimetypes.best == "application/json"
