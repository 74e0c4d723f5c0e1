"""The options that the cases of a batch share, and a fingerprint of all that their drafts depend on."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assembler import word
from assembler.matter import Engine, Manner


@dataclass(frozen=True)
class Options:
    """What to draft of each case, and into which folder.

    ``wanted`` are ids of documents; without any, everything that a case calls for is drafted. ``is_shared`` says that
    the workers of a cluster see the folders ``out`` and ``firm`` at the same paths.
    """

    out: Path
    firm: Path | None = None
    manner: Manner = field(default_factory=Manner)
    wanted: tuple[str, ...] = ()
    may_overwrite: bool = False
    is_shared: bool = False


@lru_cache(maxsize=1)
def engine(firm: Path | None) -> Engine:
    """Return the engine of this process, which is made when it is first asked for."""
    return Engine(firm)


@lru_cache(maxsize=4)
def fingerprint(options: Options) -> str:
    """Digest all that drafts depend on besides their cases: where it is equal, equal cases give equal bytes."""
    return sha256("\n".join(_inputs(options)).encode()).hexdigest()


def _inputs(options: Options) -> Iterator[str]:
    used = engine(options.firm)
    yield _version()
    yield word.DEFLATE.__name__
    yield used.library.digest
    yield repr(options.manner)
    yield " ".join(options.wanted)
    for name in sorted({outline.template for outline in used.library.outlines.values()}):
        path = used.template(name)
        yield f"{name} {sha256(path.read_bytes()).hexdigest() if path.is_file() else 'none'}"


def _version() -> str:
    try:
        return version("qdot-assembler")
    except PackageNotFoundError:  # a checkout that was never installed
        return ""
