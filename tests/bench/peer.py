"""One engine of Python in a process of its own: fills its template with a case's values for each line it is sent.

Run ``python tests/bench/peer.py ENGINE TEMPLATE VALUES OUT``; each line of input is the number of a case, each
line of output the milliseconds from its values to its file.
"""

import gc
import json
import pickle
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

Make = Callable[[Any, str], None]


def plainly(template: str) -> Make:
    """Use docxtpl as its documentation shows: the template opened anew for each document."""
    from docxtpl import DocxTemplate

    jinja = Environment(autoescape=True)

    def make(values: Any, out: str) -> None:
        document = DocxTemplate(template)
        document.render(values, jinja)
        document.save(out)

    return make


def with_a_memo(template: str) -> Make:
    """Use docxtpl with all kept that its methods let one keep: the cleaned parts, and what Jinja compiled."""
    from docxtpl import DocxTemplate

    class Compiling(Environment):
        kept: dict[str, Template]

        def from_string(self, source: Any, *args: Any, **keywords: Any) -> Template:
            if source not in self.kept:
                self.kept[source] = super().from_string(source, *args, **keywords)
            return self.kept[source]

    class Kept(DocxTemplate):  # type: ignore[misc]
        patched: dict[str, str]

        def patch_xml(self, src_xml: str) -> str:
            if src_xml not in self.patched:
                self.patched[src_xml] = super().patch_xml(src_xml)
            return self.patched[src_xml]

    jinja = Compiling(autoescape=True)
    jinja.kept = {}
    document = Kept(template)
    document.patched = {}

    def make(values: Any, out: str) -> None:
        document.render(values, jinja)
        document.save(out)

    return make


def next_generation(template: str) -> Make:
    """Use docxtpl-ng as its documentation shows for many documents: one template, loaded again for each."""
    import docxtpl

    document = docxtpl.Template(template)

    def make(values: Any, out: str) -> None:
        document.reload()
        document.render(values)  # given an environment it would compile the template each time
        document.save(out)

    return make


def mail_merge(template: str) -> Make:
    """Use docx-mailmerge2 as its documentation shows; it has no conditions."""
    merging = import_module("mailmerge").MailMerge

    def make(values: Any, out: str) -> None:
        with merging(template) as document:
            document.merge(**values)
            document.write(out)

    return make


ENGINES = {
    "docxtpl": plainly,
    "docxtpl-memo": with_a_memo,
    "docxtpl-ng": next_generation,
    "docx-mailmerge2": mail_merge,
}


def main(engine: str, template: str, values: str, out: str) -> None:
    """Serve the cases of a file of values."""
    gc.set_threshold(200_000, 50, 50)
    try:
        make = ENGINES[engine](template)
    except ImportError as missing:
        print(f"not installed ({missing})", flush=True)
        return
    content = Path(values).read_bytes()
    cases = json.loads(content) if values.endswith(".json") else pickle.loads(content)
    print("ready", flush=True)
    for line in sys.stdin:
        start = time.perf_counter()
        make(cases[int(line)], out)
        print((time.perf_counter() - start) * 1000, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
