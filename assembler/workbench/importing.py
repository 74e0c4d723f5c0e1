"""Make a case file of each row of a sheet that reads without a problem."""

from collections.abc import Iterator
from typing import NamedTuple

from assembler import casefile
from assembler.batch.sources.source import read_case
from assembler.casefile import Reading, paths
from assembler.workbench.batch_job import Job
from assembler.workbench.case_folder import CaseFolder
from assembler.workbench.questions import written


class Brought(NamedTuple):
    """One row: the case file it became, or why it became none."""

    row: str
    name: str
    problem: str = ""


def import_rows(folder: CaseFolder, job: Job) -> list[Brought]:
    """Write a case file for each row of a sheet; a name that is taken is told, and its row left out."""
    return list(_imported(folder, job))


def _imported(folder: CaseFolder, job: Job) -> Iterator[Brought]:
    for source in job.sources():
        reading, name = read_case(source), f"{source.name}.yaml"
        if reading.problems:
            yield Brought(source.name, "", str(reading.problems[0]))
            continue
        try:
            folder.create(name, case_text(reading))
        except ValueError as error:
            yield Brought(source.name, "", f"{error}.")
        else:
            yield Brought(source.name, name)


def case_text(reading: Reading) -> str:
    """Write the answers of a reading as a case file."""
    text = ""
    for path in reading.lines:
        field = paths.question(path)
        if field is None or not paths.is_answer(path):
            continue
        answer = written(paths.answer(reading.case, path))
        if answer:
            text = casefile.write_back(text, path, answer if field.is_list else answer[0])
    return text
