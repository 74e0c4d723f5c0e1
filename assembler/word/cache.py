"""Keep compiled templates on disk between commands: keyed by their content, safe to delete, never needed."""

import os
from collections.abc import Mapping
from pathlib import Path

from jinja2 import DictLoader, Environment, FileSystemBytecodeCache, Template

NAME = "qdot-assembler"


def compiled(jinja: Environment, sources: Mapping[str, str]) -> dict[str, Template]:
    """Compile each source, or take it from the user's cache, where there is one that can be used."""
    jinja.loader = DictLoader(sources)
    try:
        jinja.bytecode_cache = FileSystemBytecodeCache(str(_folder()), "%s.compiled")
        return {name: jinja.get_template(name) for name in sources}
    except (OSError, RuntimeError, AttributeError):
        # no home, no right to write there, no users, or no room left: compile anew each time
        jinja.bytecode_cache = None
        return {name: jinja.get_template(name) for name in sources}


def _folder() -> Path:
    """Make the folder of the user's own cache, closed to others; what is in it is code."""
    given = os.environ.get("XDG_CACHE_HOME")
    folder = (Path(given) if given else Path.home() / ".cache") / NAME
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if folder.stat().st_uid != os.getuid():
        raise OSError(f"{folder} is another user's")
    return folder
