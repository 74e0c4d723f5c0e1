"""Compare agreements, and prove of each redline that both can be had again: by our reader and by LibreOffice.

LibreOffice 7.4 ends over its bridge where a document has comments, and forgets that the words of a link or of a content
control were inserted, so it is given copies without any of these. Where words were inserted at the end of a paragraph
and at the beginning of the next, it joins the two when it rejects them; there its answer is not asked for.
"""

import re
import subprocess
import sys
import zipfile
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from revision.reading import seen

from assembler.check import markup as m
from assembler.check.checker import check_structure
from assembler.check.document import read_document
from assembler.check.revisions import View
from assembler.revision import Redline, Source, redline

uno, out, *documents = sys.argv[1:]
MOST = 60
BESIDE = (m.P_PR, m.BOOKMARK_START, m.BOOKMARK_END, m.COMMENT_START, m.COMMENT_END)
LOST = re.compile(
    rb"<w:commentRange(?:Start|End) [^>]*/>"
    rb"|</?w:hyperlink\b[^>]*>|<w:sdtPr>.*?</w:sdtPr>|</?w:sdt(?:Content)?>"
    rb"|<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:commentReference [^>]*/></w:r>|<w:comment .*</w:comment>",
    re.DOTALL,
)


def for_libreoffice(source: Path, target: Path) -> None:
    """Copy a document without its comments, and with the words of its links and controls as plain words."""
    with zipfile.ZipFile(source) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in parts.namelist():
            copy.writestr(name, LOST.sub(b"", parts.read(name)))


def plain(data: bytes) -> list[tuple[str, str]]:
    """See a document with what LibreOffice keeps of it: styles and words."""
    return [(style, " ".join(words.split())) for style, _, words in seen(data).paragraphs if words.strip()]


def joins(copy: Path) -> bool:
    """Tell whether LibreOffice would join two paragraphs that stay, as it takes both insertions for one."""
    with zipfile.ZipFile(copy) as parts:
        root = m.parse_or_none(parts.read("word/document.xml"))
    paragraphs = root.iter(m.P) if root is not None else ()
    for one, following in pairwise(paragraphs):
        before, after = ([inside for inside in p if inside.tag not in BESIDE] for p in (one, following))
        is_new = one.find(f"{m.P_PR}/{m.R_PR}/{m.INS}") is not None
        if not is_new and before and after and before[-1].tag == after[0].tag == m.INS:
            return True
    return False


def faults(old: bytes, new: bytes, made: bytes, name: str) -> list[str]:
    """Say what cannot be had again of two documents from their redline."""
    accepted, _ = read_document(made, name)
    found = [f"check: {problem}" for problem in check_structure(accepted)] if accepted else ["it cannot be read"]
    for view, wanted in (View.ACCEPTED, new), (View.SENT, old):
        if seen(made, view) != seen(wanted):
            found.append(f"by our reader, {view.value} is not what it was")
    asked = (("accepted", new),) if joins(Path(out) / name) else (("accepted", new), ("rejected", old))
    for folder, wanted in asked:
        if plain((Path(out) / folder / name).read_bytes()) != plain(wanted):
            found.append(f"by LibreOffice, {folder} is not what it was")
    return found


pairs = [pair for one in pairwise(map(Path, documents)) for pair in (one, one[::-1])][:MOST]
made = {}
for number, (old, new) in enumerate(pairs):
    result = redline(Source(old.read_bytes(), old.name), Source(new.read_bytes(), new.name), "Redline", "2026-01-01")
    if not isinstance(result, Redline):
        sys.exit(f"{old} and {new} cannot be compared: {result}")
    path = Path(out) / f"redline-{number}.docx"
    path.write_bytes(result.package)
    for_libreoffice(path, Path(out) / f"plain-{number}.docx")
    made[path] = old, new
copies = [path.with_name(path.name.replace("redline", "plain")) for path in made]
subprocess.run([uno, Path(__file__).with_name("take_changes.py"), out, *copies], check=True, timeout=1800)
results = {
    path: faults(old.read_bytes(), new.read_bytes(), path.read_bytes(), path.name.replace("redline", "plain"))
    for path, (old, new) in made.items()
}
for path, found in results.items():
    print(f"{path.name} ({' to '.join(one.parent.name for one in made[path])}): {found or 'both can be had again'}")
print(f"LibreOffice was not asked to reject {sum(map(joins, copies))} of {len(made)}")
sys.exit(any(results.values()) or not results)
