"""Put drafted documents and their report on disk: whole, under the right name, or not at all."""

from pathlib import Path

from assembler import word
from assembler.matter.drafting import Outcome
from assembler.matter.report import REPORTS, reports
from assembler.problem import Problem


def deliver(
    outcome: Outcome, out: Path, may_overwrite: bool, are_converted: bool = False
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write each document, and the report; one that failed its check keeps *.unchecked.docx*.

    Files that stand there already are a problem unless they may be overwritten, and then nothing is
    written; neither is anything where there is no document. ``are_converted`` says that PDFs will follow.
    """
    packages = _packages(outcome)
    pdfs = {Path(name).with_suffix(".pdf").name for name in packages} if are_converted else ()
    standing = [name for name in (*packages, *map(other_name, packages), *pdfs, *REPORTS) if (out / name).exists()]
    if standing and packages and not may_overwrite:
        fix = "choose another folder, or say --force to overwrite."
        return (), tuple(Problem(str(out / name), "the file is there already.", fix) for name in standing)
    try:
        return _written(outcome, packages, out), ()
    except OSError as error:
        fix = "name a folder that can be written to, with room left on its disk."
        return (), (Problem(str(error.filename or out), f"it cannot be written ({error.strerror}).", fix),)


def contents(outcome: Outcome) -> dict[str, bytes]:
    """Give every file of a case by its name: its documents, if there are any, and its report."""
    return _packages(outcome) | reports(outcome)


def _packages(outcome: Outcome) -> dict[str, bytes]:
    packages = {d.filename: d.rendered.package for d in outcome.documents if d.rendered}
    return packages | {Path(d.filename).with_suffix(".pdf").name: d.pdf for d in outcome.documents if d.pdf}


def _written(outcome: Outcome, packages: dict[str, bytes], out: Path) -> tuple[Path, ...]:
    if not packages:
        return ()
    out.mkdir(parents=True, exist_ok=True)
    word.save_all({out / name: content for name, content in (packages | reports(outcome)).items()})
    for name in packages:
        (out / other_name(name)).unlink(missing_ok=True)
    return tuple(out / name for name in packages)


def other_name(name: str) -> str:
    """Give the name under which an earlier draft of the same paper may stand, and must not stand beside it."""
    path = Path(name)
    stem = path.stem.removesuffix(".unchecked")
    return f"{stem}{path.suffix}" if path.stem != stem else f"{stem}.unchecked{path.suffix}"
