"""Validate documents with the Open XML SDK, after proving that the validator refuses a broken one."""

import json
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

npm, *documents = sys.argv[1:]
validator = Path(npm) / "node_modules/.bin/ooxml-validator"


def faults(document: Path) -> list[str]:
    """Give what the validator says of a document; a validator that does not answer stops the gate."""
    done = subprocess.run([validator, document], capture_output=True, text=True, timeout=300, check=False)
    try:
        answer = json.loads(done.stdout)
    except ValueError:
        answer = None
    if answer is None or done.returncode not in {0, 1}:
        sys.exit(f"the validator gave no answer for {document} (exit {done.returncode}): {done.stderr}")
    return [] if answer["ok"] else [json.dumps(error) for error in answer["errors"]]


def broken(document: Path) -> Path:
    """Copy a document with a paragraph mark inside a run, which no schema allows."""
    copy = Path(npm) / "broken.docx"
    with zipfile.ZipFile(document) as parts, zipfile.ZipFile(copy, "w") as out:
        for name in parts.namelist():
            part = parts.read(name)
            out.writestr(name, part.replace(b"<w:r>", b"<w:r><w:pPr/>", 1) if name == "word/document.xml" else part)
    return copy


if not faults(broken(Path(documents[0]))):
    sys.exit("the validator passed a broken document")
with ThreadPoolExecutor(2) as pool:
    results = dict(zip(documents, pool.map(faults, map(Path, documents)), strict=True))
for document, found in results.items():
    print(f"{document}: {found or 'valid'}")
sys.exit(any(results.values()))
