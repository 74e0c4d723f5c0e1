"""Case names that can be the names of folders on every system."""

import re
import unicodedata

_LONGEST = 80
_MOST_BYTES = 240  # a folder's name has 255 on most disks
_OURS = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?|ledger\.sqlite.*|summary\.xlsx", re.IGNORECASE)
_KEPT = frozenset("LMN")  # letters, the marks on them, numbers
_RUN = re.compile("-{2,}")


def folder_name(said: str) -> str:
    """Return a name without anything that some disk refuses: ``Smith & Son`` becomes ``Smith-Son``.

    Letters of any script, digits, dots, hyphens and underscores stay. Names of devices, and of the files
    that a batch writes, get ``case-`` before them; a name of which nothing is left is ``case``.
    """
    plain = unicodedata.normalize("NFC", said.strip())
    spelled = "".join(one if _is_kept(one) else "-" for one in plain)
    short = _short(_RUN.sub("-", spelled).strip("-.")).rstrip("-.")
    return f"case-{short}" if _OURS.fullmatch(short) else short or "case"


def _is_kept(character: str) -> bool:
    return character in "._-" or unicodedata.category(character)[0] in _KEPT


def _short(name: str) -> str:
    return name[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
