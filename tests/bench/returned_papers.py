"""Measure what a redline and a verification cost, and how much of a text a redline marks.

Run ``python tests/bench/returned_papers.py DOCUMENT...`` with agreements of ours. Each is compared with the next; told
are processor seconds, and the letters that are marked beside those that no comparison by words could leave unmarked.
"""

import re
import statistics
import sys
import time
import zipfile
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from rapidfuzz.distance import LCSseq

from assembler.check.document import read_document
from assembler.matter import Engine
from assembler.revision import Redline, Source, redline
from assembler.revision.returned import Base, base_of_file, verify

MARKED = re.compile(r"<w:(ins|del|moveFrom|moveTo) [^>]*[^/]>(.*?)</w:\1>", re.DOTALL)
WORDS = re.compile(r"<w:(?:t|delText)[^>]*>([^<]*)<")
TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


def tokens(data: bytes) -> list[str]:
    """Give the words of a document without its contents, and without what its fields show."""
    document, _ = read_document(data, "paper.docx")
    assert document is not None
    body = document.body
    shown = {at for field in body.fields if field.result is not None for at in range(field.result, field.end)}
    lines = (
        "".join(letter for at, letter in enumerate(line, begin) if at not in shown)
        for i, (begin, line) in enumerate(zip(body.begins, body.lines, strict=True))
        if i not in document.in_contents
    )
    return TOKEN.findall("\n".join(lines))


def least(old: bytes, new: bytes) -> int:
    """Count the letters outside of the longest common subsequence of words."""
    before, after = tokens(old), tokens(new)
    changed = [one for one in LCSseq.opcodes(before, after) if one.tag != "equal"]
    gone = (word for one in changed for word in before[one.src_start : one.src_end])
    come = (word for one in changed for word in after[one.dest_start : one.dest_end])
    return sum(map(len, gone)) + sum(map(len, come))


def marked(made: bytes) -> int:
    """Count the letters that a redline marks in its text."""
    with zipfile.ZipFile(BytesIO(made)) as parts:
        main = parts.read("word/document.xml").decode()
    return sum(len(words) for _, inside in MARKED.findall(main) for words in WORDS.findall(inside))


def main() -> None:
    """Compare and verify, and print a line for each pair."""
    library = Engine().library
    redlines: list[float] = []
    verified: list[float] = []
    ratios: list[float] = []
    for old, new in pairwise(map(Path, sys.argv[1:])):
        before, after = old.read_bytes(), new.read_bytes()
        start = time.process_time()
        made = redline(Source(before, old.name), Source(after, new.name), "Redline")
        redlines.append(time.process_time() - start)
        base = base_of_file(before, old.name, library)
        assert isinstance(made, Redline)
        assert isinstance(base, Base)
        start = time.process_time()
        verify(before, old.name, base, library, {})
        verified.append(time.process_time() - start)
        ratios.append(marked(made.package) / max(least(before, after), 1))
        print(f"{old.parent.name} to {new.parent.name}: {redlines[-1]:.2f} s, {ratios[-1]:.2f} times the least marks")
    for name, figures in (("redline", redlines), ("verify", verified), ("marks", ratios)):
        print(f"{name}: median {statistics.median(figures):.2f}, most {max(figures):.2f}")


if __name__ == "__main__":
    main()
