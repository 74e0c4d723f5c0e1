"""The other engines, each warm in a process of its own, asked for one document at a time."""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from measuring import Action

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Peer:
    """An engine: which server runs it by which name, and the files of its template and its values."""

    server: str
    engine: str
    template: str
    values: str


PEERS = {
    "docxtpl plainly": Peer("ours", "docxtpl", "plain.docx", "values.pickle"),
    "docxtpl with a memo": Peer("ours", "docxtpl-memo", "plain.docx", "values.pickle"),
    "docxtpl-ng": Peer("docxtpl-ng", "docxtpl-ng", "plain.docx", "values.pickle"),
    "docx-mailmerge2, no conditions": Peer("docx-mailmerge2", "docx-mailmerge2", "merge.docx", "values.json"),
    "carbone": Peer("node", "carbone", "carbone.docx", "values.json"),
    "carbone, template kept": Peer("node", "carbone-kept", "carbone.docx", "values.json"),
    "carbone, no conditions": Peer("node", "carbone-kept", "carbone-blanks.docx", "values.json"),
    "docxtemplater": Peer("node", "docxtemplater", "curly.docx", "values.json"),
    "easy-template-x": Peer("node", "easy-template-x", "curly.docx", "values.json"),
}


def command(peer: Peer, scratch: Path, installed: Path, out: Path) -> list[str]:
    """Write the command that runs a peer; those of Python are installed in environments of their own."""
    files = [peer.engine, scratch / peer.template, scratch / peer.values, out]
    if peer.server == "node":
        return list(map(str, ["node", HERE / "node" / "serve.cjs", *files, installed / "node"]))
    python = Path(sys.executable) if peer.server == "ours" else installed / peer.server / "bin" / "python"
    return list(map(str, [python, HERE / "peer.py", *files]))


@contextmanager
def running(scratch: Path, installed: Path) -> Iterator[tuple[Mapping[str, Action], Mapping[str, str]]]:
    """Start every peer that is installed; give their actions, and what each of the others says."""
    actions: dict[str, Action] = {}
    missing: dict[str, str] = {}
    with ExitStack() as stack:
        for name, peer in PEERS.items():
            try:
                started = subprocess.Popen(
                    command(peer, scratch, installed, scratch / f"{name}.out.docx"),
                    stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1,
                )  # fmt: skip
            except FileNotFoundError as absent:
                missing[name] = f"not installed ({absent.filename})"
                continue
            stack.enter_context(started)
            said = _said(started)
            if said == "ready":
                actions[name] = _asking(started)
            else:
                missing[name] = said
        yield actions, missing


def _said(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip() or "ended without a word"


def _asking(process: subprocess.Popen[str]) -> Action:
    def action(number: int) -> float:
        assert process.stdin is not None
        print(number, file=process.stdin, flush=True)
        return float(_said(process))

    return action
