"""Convert documents to PDF in a few runs of LibreOffice, and read the pages for what must not be on them."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

out, *documents = sys.argv[1:]
WRONG = re.compile(r"Error[:!] Reference|\{\{|\{%|�")
AT_ONCE = 60  # LibreOffice keeps something of each document, and ends without a word when that is too much
PAGE = re.compile(r"Page (\d+) of (\d+)")


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
    pages = text.split("\f")[:-1]
    found = [f"page {n} has no text" for n, page in enumerate(pages, 1) if len(page.split()) < 12]
    found += [f"page {n}: {m[0]}" for n, page in enumerate(pages, 1) for m in WRONG.finditer(page)]
    counts = [tuple(map(int, m.groups())) for m in PAGE.finditer(text)]
    if counts != [(n, len(pages)) for n in range(1, len(pages) + 1)]:
        found.append("the pages do not count themselves right")
    return found


# two documents of one name would overwrite each other's PDF, so each goes in under its folder's name too
with tempfile.TemporaryDirectory() as scratch:
    copies = []
    for source in map(Path, documents):
        copy = Path(scratch) / f"{source.parent.name}-{source.name}"
        copy.write_bytes(source.read_bytes())
        copies.append(copy)
    convert(copies, Path(out))
    missing = [copy.name for copy in copies if not (Path(out) / copy.with_suffix(".pdf").name).exists()]
results = {pdf: faults(pdf) for pdf in sorted(Path(out).glob("*.pdf"))}
for pdf, found in results.items():
    print(f"{pdf.name}: {found or 'reads well'}")
for name in missing:
    print(f"{name}: LibreOffice made no PDF of it")
sys.exit(bool(missing) or any(results.values()) or not results)
