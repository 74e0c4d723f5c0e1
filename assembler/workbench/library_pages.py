"""The library, to read: every clause with its law and its words, and what each paper has to say."""

from flask import Blueprint, abort, render_template

from assembler.library.document_order import in_order
from assembler.matter.library_checks import library_coverage
from assembler.workbench.cases import Cases


def pages(cases: Cases) -> Blueprint:
    """Give the pages of the library."""
    room = Blueprint("library", __name__)

    @room.get("/library")
    def library() -> str:
        found = cases.engine.library
        outlines = sorted(found.outlines.values(), key=lambda one: one.title)
        clauses = sorted(found.clauses.values(), key=lambda one: one.title)
        return render_template("library.html", outlines=outlines, clauses=clauses, overrides=cases.engine.overrides)

    @room.get("/library/paper/<document>")
    def document(document: str) -> str:
        found = cases.engine.library
        if document not in found.outlines:
            abort(404, "The library has no paper of this name.")
        outline = found.outlines[document]
        order = [clause.id for _, clause in in_order(found, outline)]
        covered = library_coverage(found, document).by_requirement
        required = [(found.requirements[identity], clauses) for identity, clauses in covered.items()]
        return render_template("document.html", outline=outline, order=order, requirements=required)

    @room.get("/library/clause/<identity>")
    def clause(identity: str) -> str:
        found = cases.engine.library
        if identity not in found.clauses:
            abort(404, "The library has no clause of this name.")
        stands = [one for one in found.outlines.values() if any(c.id == identity for _, c in in_order(found, one))]
        return render_template("clause.html", clause=found.clauses[identity], outlines=stands)

    return room
