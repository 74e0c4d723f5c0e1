"""What a command does when its standard output is full or closed."""

import errno
import os
import sys
from typing import Any

import click


class Command(click.Group):
    """A group of commands that ends in one line, and no traceback, when what it prints cannot be written."""

    def main(self, *given: Any, **options: Any) -> Any:
        """Call a command, and write out what it printed, so that a failure to do so is told as one."""
        try:
            try:
                return super().main(*given, **options)
            finally:
                sys.stdout.flush()
        except OSError as error:
            _end(error)


def _end(error: OSError) -> None:
    """Say that the output cannot be written, unless nobody reads it any more, and exit 1."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else Python tries once more at its end, and says so at length
    if error.errno != errno.EPIPE:
        click.echo(f"standard output: it cannot be written ({error.strerror}).", err=True)
    sys.exit(1)
