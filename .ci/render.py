"""Convert documents to PDF in a few runs of LibreOffice, and read the pages for what must not be on them."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import pages

out, *documents = sys.argv[1:]
WRONG = re.compile(r"Error[:!] Reference|\{\{|\{%|�")
AT_ONCE = 60  # LibreOffice keeps something of each document, and ends without a word when that is too much
PAGE = re.compile(r"Page (\d+ of \d+|[ivx]+)\s*$", re.MULTILINE)
ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii"]
COVERS = 2  # the drafting cover sheet and the cover
GOES_ON = re.compile(r"\s*No\. +What is missing")  # a list of open points that is longer than the first of them
MISCOUNTED = "the pages do not count themselves right"
MANY = 5  # where Word keeps together, LibreOffice parts in one document of so many at most; --pdf mends that


def convert(sources: list[Path], folder: Path) -> None:
    """Convert all, so many in a call, with a profile of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to", "pdf"]
        for first in range(0, len(sources), AT_ONCE):
            some = sources[first : first + AT_ONCE]
            subprocess.run([*command, "--outdir", folder, *some], check=True, timeout=900, stdout=subprocess.DEVNULL)


def faults(pdf: Path) -> list[str]:
    """Find pages without words, wrong words, and pages that miscount themselves."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, text=True, check=True).stdout
    words = text.split("\f")[:-1]
    found = [f"page {n} has no text" for n, page in enumerate(words, 1) if len(page.split()) < 12]
    found += [f"page {n}: {m[0]}" for n, page in enumerate(words, 1) for m in WRONG.finditer(page)]
    covers = COVERS + sum(bool(GOES_ON.match(page)) for page in words)
    shown = [m[1] if (m := PAGE.search(page)) else "" for page in words]
    return found if counts_right(shown, covers) else [*found, MISCOUNTED]


def counts_right(shown: list[str], covers: int) -> bool:
    """Tell whether the text's pages count from 1 to their number, and those before it from i; covers have none."""
    numbered = [number for number in shown if number]
    text = [number for number in numbered if " of " in number]
    before = numbered[: len(numbered) - len(text)]
    from_one = [f"{n} of {len(text)}" for n in range(1, len(text) + 1)]
    bare = len(shown) - len(numbered)
    is_in_order = shown == [""] * bare + before + text and bare <= covers
    return is_in_order and bool(text) and text == from_one and before == ROMAN[: len(before)]


def parted(pdf: Path, docx: Path) -> tuple[list[str], int]:
    """Say what is parted from what belongs to it, and how often LibreOffice parted what the document keeps."""
    texts = pages.texts(docx)
    found = pages.faults(pages.pages(pdf), texts)
    ours = [f"page {fault.page} {fault.what}" for fault in found if not pages.is_kept(fault, texts.kept)]
    return ours, len(found) - len(ours)


# two documents of one name would overwrite each other's PDF, so each goes in under its folder's name too
with tempfile.TemporaryDirectory() as scratch:
    copies = []
    for source in map(Path, documents):
        copy = Path(scratch) / f"{source.parent.name}-{source.name}"
        copy.write_bytes(source.read_bytes())
        copies.append(copy)
    convert(copies, Path(out))
    missing = [copy.name for copy in copies if not (Path(out) / copy.with_suffix(".pdf").name).exists()]
    results, theirs = {}, 0
    for copy in copies:
        if copy.name not in missing:
            pdf = Path(out) / copy.with_suffix(".pdf").name
            ours, not_ours = parted(pdf, copy)
            results[pdf], theirs = faults(pdf) + ours, theirs + not_ours
for pdf, found in results.items():
    print(f"{pdf.name}: {found or 'reads well'}")
for name in missing:
    print(f"{name}: LibreOffice made no PDF of it")
print(f"LibreOffice parted {theirs} times what a document keeps together")
sys.exit(bool(missing) or any(results.values()) or not results or theirs > len(results) / MANY)
