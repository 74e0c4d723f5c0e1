"""The papers of a case: what is called for, each with its clauses and why, drafted and downloaded."""

import io
import re
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, abort, render_template, request, send_file
from markupsafe import Markup, escape

from assembler import matter
from assembler.matter import Manner, Outcome, questionnaire
from assembler.matter.index import whose
from assembler.problem import Problem
from assembler.selection.explanation import explain
from assembler.word.libreoffice import lacking
from assembler.workbench.cases import Case, Cases

if TYPE_CHECKING:
    from flask.typing import ResponseReturnValue

FILE = re.compile(r"[\w][\w.-]*\.(?:docx|pdf|md|json)")
BLANK = re.compile(r"\[[^\]]*\]")


def pages(cases: Cases) -> Blueprint:
    """Give the pages of a case's papers."""
    room, views = Blueprint("papers", __name__), PaperPages(cases)
    room.add_app_template_filter(whose)
    room.add_app_template_filter(blanks)
    room.get("/case/<name>/papers")(views.papers)
    room.get("/case/<name>/paper/<paper>")(views.paper)
    room.post("/case/<name>/papers")(views.draft)
    room.post("/case/<name>/questionnaires")(views.ask)
    room.get("/case/<name>/file/<file>")(views.file)
    room.get("/case/<name>/papers.zip")(views.archive)
    return room


@dataclass(frozen=True)
class PaperPages:
    """The pages of a case's papers."""

    cases: Cases

    def papers(self, name: str) -> str:
        """List the papers that the case calls for."""
        return _papers(self.cases, self.cases.open(name))

    def paper(self, name: str, paper: str) -> str:
        """Show the clauses of a paper: their words, and why each is in or out."""
        case = self.cases.open(name)
        plan = next((one for one in case.matter.documents if one.name == paper), None)
        if plan is None:
            abort(404, "The case does not call for this paper.")
        return render_template(
            "paper.html", case=case, plan=plan, clauses=explain(plan), words=case.matter.words(plan)
        )

    def draft(self, name: str) -> "ResponseReturnValue":
        """Draft one paper or all into the folder of the case."""
        case, form = self.cases.open(name), request.form
        manner, out, may_overwrite = Manner(is_final="final" in form), self.cases.folder.papers(name), "force" in form
        outcome = case.matter.draft(*form.getlist("paper"), manner=manner)
        if "pdf" in form:
            outcome, delivery = matter.deliver_with_pdf(outcome, manner, out, may_overwrite)
        else:
            delivery = matter.deliver(outcome, out, may_overwrite)
        problems = (*outcome.problems, *delivery.problems)
        written = [path.name for path in delivery.written]
        page = _papers(self.cases, case, outcome, problems, written, delivery.notes)
        return page, 409 if problems else 200

    def ask(self, name: str) -> "ResponseReturnValue":
        """Write a questionnaire for each person who can answer what is open, into the folder of the case."""
        case = self.cases.open(name)
        made = questionnaire.questionnaires(case.matter)
        if problems := questionnaire.deliver(made, self.cases.folder.papers(name), may_overwrite=False):
            return _papers(self.cases, case, problems=problems), 409
        return _papers(self.cases, case, written=[one.filename for one in made])

    def file(self, name: str, file: str) -> "ResponseReturnValue":
        """Hand out one file of the folder of the case."""
        if file not in _files(self.cases, name):
            abort(404, "There is no such paper in the folder of the case.")
        return send_file(self.cases.folder.papers(name) / file, as_attachment=True)

    def archive(self, name: str) -> "ResponseReturnValue":
        """Hand out all that was drafted, as one ZIP."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            for one in _files(self.cases, name):
                package.writestr(zipfile.ZipInfo(one), (self.cases.folder.papers(name) / one).read_bytes())
        stream.seek(0)
        called = f"{self.cases.folder.papers(name).name}.zip"
        return send_file(stream, "application/zip", as_attachment=True, download_name=called)


def blanks(line: str) -> Markup:
    """Mark the blanks of a line, which stand in brackets."""
    return Markup(BLANK.sub(lambda found: f"<mark>{found[0]}</mark>", str(escape(line))))


def _files(cases: Cases, name: str) -> list[str]:
    """List what was drafted into the folder of a case."""
    cases.folder.file(name)
    out = cases.folder.papers(name)
    if out.is_symlink() or not out.is_dir():
        return []
    found = (one for one in out.iterdir() if one.is_file() and not one.is_symlink())
    return sorted(one.name for one in found if FILE.fullmatch(one.name))


def _papers(
    cases: Cases,
    case: Case,
    outcome: Outcome | None = None,
    problems: tuple[Problem, ...] = (),
    written: list[str] | None = None,
    notes: tuple[str, ...] = (),
) -> str:
    beside = outcome.beside if outcome else case.matter.beside
    return render_template(
        "papers.html",
        case=case,
        plans=case.matter.documents,
        problems=problems or case.matter.problems,
        written=written or [],
        notes=notes,
        gaps=beside.gaps,
        elsewhere=beside.elsewhere,
        files=_files(cases, case.name),
        folder=cases.folder.papers(case.name).name,
        converts=not lacking(),
    )
