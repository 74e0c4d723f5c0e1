"""Have other programs read documents, and say which references of ours each of them misses."""

import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
from other_readers import READERS, references, unread


def faults(document: Path) -> list[str]:
    """Say what each reader misses of a document; one without references has nothing to miss."""
    if not references(document):
        return []
    return [f"{reader} does not read {words}" for reader in READERS for words in unread(document, reader)]


if __name__ == "__main__":
    documents = list(map(Path, sys.argv[1:]))
    with ProcessPoolExecutor(2) as pool:
        found = dict(zip(documents, pool.map(faults, documents), strict=True))
    referring = sum(bool(references(document)) for document in documents)
    print(f"{referring} of {len(documents)} documents refer to places in themselves")
    for document, missed in found.items():
        for what in missed:
            print(f"{document}: {what}")
    sys.exit(any(found.values()) or not referring)
