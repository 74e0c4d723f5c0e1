"""What is the same for every case of a batch, and the digest that tells when that has changed."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from assembler import word
from assembler.matter import Engine, Manner


@dataclass(frozen=True)
class Order:
    """What to draft of each case, and where to; ``wanted`` are ids of documents, by default all a case calls for.

    ``is_shared`` says that the workers of a cluster see the folder ``out`` (and ``firm``) at the same path.
    """

    out: Path
    firm: Path | None = None
    manner: Manner = field(default_factory=Manner)
    wanted: tuple[str, ...] = ()
    may_overwrite: bool = False
    is_shared: bool = False


@lru_cache(maxsize=1)
def engine(firm: Path | None) -> Engine:
    """Give this process its one engine."""
    return Engine(firm)


@lru_cache(maxsize=4)
def ground(order: Order) -> str:
    """Digest everything that a draft depends on, its case aside: equal digests make equal bytes."""
    return sha256("\n".join(_grounds(order)).encode()).hexdigest()


def _grounds(order: Order) -> Iterator[str]:
    made = engine(order.firm)
    yield _version()
    yield word.DEFLATE.__name__
    yield made.library.digest
    yield repr(order.manner)
    yield " ".join(order.wanted)
    for name in sorted({outline.template for outline in made.library.outlines.values()}):
        path = made.template(name)
        yield f"{name} {sha256(path.read_bytes()).hexdigest() if path.is_file() else 'none'}"


def _version() -> str:
    try:
        return version("qdot-assembler")
    except PackageNotFoundError:  # a checkout that was never installed
        return ""
