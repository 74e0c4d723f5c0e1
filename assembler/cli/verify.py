"""``qdot verify``: what became of each clause of a paper that comes back."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from assembler.cli import say
from assembler.cli.redline import FILE, OUT
from assembler.problem import Problem

if TYPE_CHECKING:
    from assembler.revision import Finding, Report

SHOWN = 3
"""So many changes of a clause are shown; the others are counted."""


@click.command()
@click.argument("file", metavar="FILE.docx", type=FILE)
@click.option("--case", metavar="CASE", type=FILE, help="The case it was drafted from, which is drafted again.")
@click.option("--base", metavar="SENT.docx", type=FILE, help="The paper as it was sent.")
@click.option("--read", metavar="CLAUSE", multiple=True, help="Say that you have read this change, as it now is.")
@click.option("--docx", metavar="OUT.docx", type=OUT, help="Write a copy of the file with what was found as comments.")
@click.option("--force", is_flag=True, help="Overwrite a copy that is there.")
@say.FIRM
@say.JSON
def verify(
    file: Path,
    case: Path | None,
    base: Path | None,
    read: tuple[str, ...],
    docx: Path | None,
    force: bool,
    firm: Path | None,
    as_json: bool,
) -> None:
    """Hold FILE.docx against the paper that was sent, clause by clause; new words that override come first.

    It shows what changed and what that touches, and never says that a rewording is harmless. It exits 1
    unless every requirement is still discharged and you have read every change (--read CLAUSE, which is
    recorded beside the file).
    """
    from assembler.matter import Engine
    from assembler.revision import returned

    if (case is None) == (base is None):
        raise click.UsageError("name the case it was drafted from (--case), or the paper as it was sent (--base).")
    if docx is not None and docx.exists() and not force:
        say.end(Problem(str(docx), "the file is there already.", "name another, or say --force to write over it."))
    engine, data = Engine(firm), file.read_bytes()
    if case is not None:
        sent = returned.base_of_case(case, data, file.name, engine)
    elif base is not None:
        sent = returned.base_of_file(base.read_bytes(), base.name, engine.library)
    if not isinstance(sent, returned.Base):
        say.end(*sent)
    report = returned.verify(data, file.name, sent, engine.library, returned.read_record(file))
    if not isinstance(report, returned.Report):
        say.end(*report)
    report = _written(report, file, data, read, docx)
    if as_json:
        say.values(returned.values(report))
    else:
        for line in _lines(report):
            click.echo(line)
    raise SystemExit(0 if report.is_done else 1)


def _written(report: "Report", file: Path, data: bytes, read: tuple[str, ...], docx: Path | None) -> "Report":
    """Record what was read, and write the copy with comments, if either is wanted."""
    from assembler import word
    from assembler.revision import returned
    from assembler.revision.comments import with_comments

    if unknown := [one for one in read if one not in {finding.clause for finding in report.findings}]:
        raise click.BadParameter(f"nothing was found of {', '.join(unknown)}.")
    try:
        if read:
            record = returned.read_record(file) | returned.read_now(report, read)
            word.save(returned.record_of(file), json.dumps(record, indent=1, sort_keys=True).encode())
        if docx is not None:
            word.save(docx, with_comments(data, report))
    except OSError as error:
        what = f"it cannot be written ({error.strerror})."
        say.end(Problem(str(error.filename or docx), what, "name a folder that can be written to."))
    return replace(report, read=report.read | set(read))


def _lines(report: "Report") -> Iterator[str]:
    changed, unread = len(report.findings), len(report.unread)
    found = f"{report.clauses} clauses, {changed} found changed, {unread} not read"
    yield f"{report.name} against {report.against}: {found}"
    for failing in report.failing:
        gone = "; ".join(f"“{probe}”" for probe in failing.gone)
        yield f"no longer discharged: {failing.requirement.id} ({failing.requirement.cite}); gone: {gone}"
    for words, why in report.unseen:
        yield f"words that are {why}: “{words}”"
    for place in report.dangling:
        yield f"a reference leads nowhere: {place}"
    for finding in report.findings:
        yield from _finding_lines(finding, is_read=finding.clause in report.read)
    yield from report.notes


def _finding_lines(finding: "Finding", *, is_read: bool) -> Iterator[str]:
    sign = "!" if finding.is_overriding else "-"
    touches = f"; touches {', '.join(finding.kinds)}" if finding.kinds else ""
    overrides = "; words that override" if finding.is_overriding else ""
    read = "; read" if is_read else ""
    yield f"{sign} {finding.clause}: {finding.state}{touches}{overrides} ({finding.tracked or 'not tracked'}){read}"
    for change in finding.changes[:SHOWN]:
        yield f"    before: {change.before or '(nothing)'}"
        yield f"    now:    {change.after or '(nothing)'}"
    if len(finding.changes) > SHOWN:
        yield f"    and {len(finding.changes) - SHOWN} more"
    for requirement in finding.requirements:
        yield f"    requires {requirement.id} ({requirement.cite})"
    if finding.restore:
        yield f"    restore: {finding.restore}"
