"""A case that is answered through the page alone is the case that a file would state, and its papers are the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assembler.casefile import paths
from assembler.casefile.shape import Case
from assembler.matter import Engine, Matter
from assembler.workbench.questions import Group, groups, written
from workbench.conftest import SAMPLES, Browser
from workbench.test_interview import entries


def numbered(case: Case, path: str) -> list[str]:
    """Give the steps of a path with the place of each item in place of its id."""
    steps: list[str] = []
    for key, item in paths.parts(path):
        items = paths.at(case, [*steps, key]) or ()
        steps += [key, str(paths.index(items, item))] if item else [key]
    return steps


def lists(found: tuple[Group, ...]) -> Iterator[Group]:
    for group in found:
        yield from (group,) if group.first else ()
        yield from lists(group.groups)


def answered(browser: Browser, folder: Path, name: str, wanted: Case, engine: Engine) -> bool:
    """Answer one question that the wanted case answers otherwise, or add an item; False if there is none."""
    matter = Matter.open(folder / name, engine)
    shown = groups(matter, everything=True)
    for one in entries(shown):
        answer = written(paths.at(wanted, numbered(matter.case, one.path)))
        stated = answer != written(one.question.field.default) or one.written
        if stated and answer != one.written:
            typed = list(answer) if one.kind == "choices" else "; ".join(answer)
            assert browser.post(f"/case/{name}/answer", path=one.path, typed=typed, seen=one.seen)[0] == 302, one.path
            return True
    for group in lists(shown):
        steps = numbered(matter.case, group.path)
        if paths.at(wanted, steps) == () and not group.is_empty:
            assert browser.post(f"/case/{name}/none", path=group.path)[0] == 302
            return True
        assert group.first is not None
        one = group.first
        answer = written(paths.at(wanted, numbered(matter.case, one.path)))
        if answer:
            assert browser.post(f"/case/{name}/answer", path=one.path, typed=answer[0], seen="")[0] == 302
            return True
    return False


@pytest.mark.slow
@pytest.mark.parametrize("sample", ["bond", "several-qdots"])
def test_a_whole_case_is_made_without_a_file(browser: Browser, folder: Path, sample: str, engine: Engine) -> None:
    wanted = Matter.open(SAMPLES / f"{sample}.yaml", engine)
    assert wanted.case.as_of is not None
    browser.post("/cases", name="made here", as_of=wanted.case.as_of.isoformat())

    while answered(browser, folder, "made here.yaml", wanted.case, engine):
        pass

    made = Matter.open(folder / "made here.yaml", engine)
    assert made.case == wanted.case
    assert len(made.open_points) == len(wanted.open_points)
    ours, theirs = ([one.rendered.package for one in m.draft().documents if one.rendered] for m in (made, wanted))
    assert ours == theirs
