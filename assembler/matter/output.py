"""Put drafted documents and their report on disk: whole, under the right name, or not at all."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from assembler import word
from assembler.matter import paper_folder
from assembler.matter.drafting import Outcome
from assembler.matter.manner import Manner
from assembler.matter.paper_folder import ASIDE, digests
from assembler.matter.report import REPORTS, reports
from assembler.problem import Problem

RECORD = ".qdot-written.json"
"""The file in which a folder keeps what was drafted into it: the SHA-256 of each file by its name."""


class Delivery(NamedTuple):
    """The papers written, what kept them from being written, and what is to be known of former papers."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()


def deliver(outcome: Outcome, out: Path, may_overwrite: bool, are_converted: bool = False) -> Delivery:
    """Write each document, and the report; one that failed its check keeps *.unchecked.docx*.

    A file that a person wrote or changed is a problem unless it may be overwritten, and then nothing is written;
    neither is anything where there is no document. Papers that the case no longer calls for are moved aside.
    ``are_converted`` says that PDFs will follow.
    """
    packages = _packages(outcome)
    try:
        if packages:
            out.mkdir(parents=True, exist_ok=True)
        elif not out.is_dir():
            return Delivery((), ())
        with word.alone(out):
            word.finish(out)
            written = _written(out)
            if not packages:
                return Delivery((), (), tuple(_stale(out, written, REPORTS)))
            if are_converted and not may_overwrite and (standing := tuple(_pdfs_of_others(packages, out, written))):
                return Delivery((), standing)
            return _delivered(outcome, packages, out, written, may_overwrite)
    except OSError as error:
        fix = "name a folder that can be written to, with room left on its disk."
        return Delivery((), (Problem(str(error.filename or out), f"it cannot be written ({error.strerror}).", fix),))


def deliver_with_pdf(
    outcome: Outcome,
    manner: Manner,
    out: Path,
    may_overwrite: bool,
    tell: Callable[[int, int], object] = lambda *_: None,
) -> tuple[Outcome, Delivery]:
    """Write each document as `deliver` does, convert it, and write it again with PDF and page numbers.

    Whoever edits a paper meanwhile finds it as it was. ``tell`` is what `paginate` tells.
    """
    from assembler.matter.pagination import paginate  # not needed without

    delivery = deliver(outcome, out, may_overwrite, are_converted=True)
    if delivery.problems:
        return outcome, delivery
    outcome = paginate(outcome, manner, tell)
    return outcome, deliver(outcome, out, may_overwrite)._replace(notes=delivery.notes)


def _pdfs_of_others(packages: Iterable[str], out: Path, written: Mapping[str, str]) -> Iterator[Problem]:
    """Find each PDF that stands where one will be made, and is not as an earlier draft wrote it."""
    for path in (out / Path(name).with_suffix(".pdf") for name in packages):
        if path.is_file() and written.get(path.name) != sha256(path.read_bytes()).hexdigest():
            yield Problem(str(path), "the file is there already.", paper_folder.MOVE)


def _delivered(
    outcome: Outcome, packages: dict[str, bytes], out: Path, written: Mapping[str, str], may_overwrite: bool
) -> Delivery:
    files = packages | reports(outcome)
    left = {name: digest for name, digest in written.items() if name not in files and _is_called_for(name, outcome)}
    left = {name: left[name] for name in left if paper_folder.other_name(name) not in files}
    files[RECORD] = json.dumps(left | digests(files), indent=1, sort_keys=True).encode()
    done = paper_folder.write(files, out, written, may_overwrite, left)
    if done.problems:
        return Delivery((), done.problems, tuple(_stale(out, written, REPORTS)))
    moved = (f"{out / name}: no longer called for; it is now in {out / ASIDE}" for name in done.moved)
    kept_back = {f"{plan.name}.docx" for plan, _ in outcome.beside.kept_back}
    stale = _stale(out, {name: left[name] for name in left if name in kept_back}, ())
    return Delivery(tuple(out / name for name in packages), (), (*moved, *stale))


def _written(out: Path) -> dict[str, str]:
    """Read what earlier drafts wrote into a folder; of a record that is not ours, nothing."""
    try:
        content = (out / RECORD).read_bytes()
        found = json.loads(content)
    except (FileNotFoundError, NotADirectoryError, ValueError, RecursionError):
        return {}
    entries = found.items() if isinstance(found, dict) else ()
    names = {name: digest for name, digest in entries if isinstance(digest, str) and _is_name(name)}
    return names | {RECORD: sha256(content).hexdigest()}


def _is_name(name: str) -> bool:
    """Tell whether this names a file in a folder, and nothing beyond it."""
    return name == Path(name).name and "\0" not in name and not name.startswith(".")


def _is_called_for(name: str, outcome: Outcome) -> bool:
    stem = Path(name).stem.removesuffix(".unchecked")
    return any(plan.name == stem for plan in outcome.matter.documents)


def _stale(out: Path, written: Mapping[str, str], passed_over: tuple[str, ...]) -> Iterator[str]:
    """Name the former papers that still stand in a folder, and are not of the case as it now is."""
    for name in sorted(written.keys() - {RECORD, *passed_over}):
        if (out / name).is_file():
            yield f"{out / name}: stale; it is of an earlier draft, and was not drafted now"


def contents(outcome: Outcome) -> dict[str, bytes]:
    """Give every file of a case by its name: its documents, if there are any, and its report."""
    return _packages(outcome) | reports(outcome)


def _packages(outcome: Outcome) -> dict[str, bytes]:
    packages = {d.filename: d.rendered.package for d in outcome.documents if d.rendered}
    return packages | {Path(d.filename).with_suffix(".pdf").name: d.pdf for d in outcome.documents if d.pdf}
