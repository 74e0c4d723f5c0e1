"""What a command does when its standard output is full or closed."""

import errno
import os
import sys
from typing import Any

import click

OUT, ERR = 1, 2


class Command(click.Group):
    """A group of commands that ends in one line, and no traceback, when what it prints cannot be written."""

    def main(self, *given: Any, **options: Any) -> Any:
        """Call a command, and write out what it printed, so that a failure to do so is told as one."""
        _reopen()
        try:
            try:
                return super().main(*given, **options)
            finally:
                sys.stdout.flush()
        except OSError as error:
            _end(error)


def _reopen() -> None:
    """Put a stream in the place of one that was closed, where no other file can come: writing fails, or is lost."""
    if sys.stdout is None:
        _open_null(OUT, os.O_RDONLY)  # it cannot be written, which is then told
        sys.stdout = os.fdopen(OUT, "w", closefd=False)
    if sys.stderr is None:
        _open_null(ERR, os.O_WRONLY)
        sys.stderr = os.fdopen(ERR, "w", closefd=False)


def _open_null(at: int, how: int) -> None:
    handle = os.open(os.devnull, how)
    if handle != at:
        os.dup2(handle, at)
        os.close(handle)


def _end(error: OSError) -> None:
    """Say that the output cannot be written, unless nobody reads it any more, and exit 1."""
    _open_null(OUT, os.O_WRONLY)  # else Python tries once more at its end, and says so at length
    if error.errno != errno.EPIPE:
        where = error.filename or "standard output"
        try:
            click.echo(f"{where}: it cannot be written ({error.strerror}).", err=True)
        except OSError:  # nor can this
            _open_null(ERR, os.O_WRONLY)
    sys.exit(1)
