"""The cases of the folder: find one, begin one, copy one."""

from typing import TYPE_CHECKING

from flask import Blueprint, redirect, render_template, request, url_for

from assembler import casefile
from assembler.casefile.shape import Case as Answers
from assembler.workbench.cases import Cases

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue


def pages(cases: Cases) -> Blueprint:
    """Give the pages of the list of cases."""
    room = Blueprint("list", __name__)

    @room.get("/")
    def every_case() -> str:
        words = request.args.get("words", "")
        return _listed(cases, words)

    @room.get("/summary/<name>")
    def summary(name: str) -> str:
        return render_template("_summary.html", one=cases.summary(name))

    @room.post("/cases")
    def begin() -> "ResponseReturnValue":
        name, day = _file_name(request.form.get("name", "")), request.form.get("as_of", "")
        field = casefile.spoken(Answers(), "as_of").field
        written = casefile.understood(field, day)
        if not isinstance(written, str):
            return _listed(cases, "", f"The day of the papers is not clear: write {day or 'it'} as March 3, 2027."), 400
        try:
            cases.folder.create(name, casefile.starter({"as_of": written}))
        except ValueError as error:
            return _listed(cases, "", f"No case was begun: {error}."), 400
        return redirect(url_for("interview.interview", name=name))

    @room.post("/cases/<name>/copy")
    def copy(name: str) -> "ResponseReturnValue":
        other = _file_name(request.form.get("name", ""))
        try:
            cases.folder.create(other, cases.folder.read(name))
        except ValueError as error:
            return _listed(cases, "", f"Nothing was copied: {error}."), 400
        return redirect(url_for("interview.interview", name=other))

    return room


def _listed(cases: Cases, words: str, problem: str = "") -> str:
    found = list(cases.listed(words))
    return render_template("cases.html", cases=found, words=words, problem=problem, folder=cases.folder.path.name)


def _file_name(typed: str) -> str:
    """Give the name of a file to what a person calls a case."""
    plain = " ".join(typed.split())
    return plain if plain.endswith((".yaml", ".yml")) else f"{plain}.yaml"
