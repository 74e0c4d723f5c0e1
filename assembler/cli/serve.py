"""``qdot serve``: the workbench, in a browser on this machine."""

from importlib.util import find_spec
from pathlib import Path

import click

from assembler.cli import say
from assembler.problem import Problem

FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)


@click.command()
@click.argument("folder", metavar="[FOLDER]", type=FOLDER, default=Path())
@click.option("--port", type=click.IntRange(0, 65535), help="The port to serve at; without it, any that is free.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to serve at: this machine alone.")
@click.option("--no-browser", is_flag=True, help="Print the address and open no browser.")
@say.FIRM
def serve(folder: Path, port: int | None, host: str, no_browser: bool, firm: Path | None) -> None:
    """Answer, look and draft in a browser: the cases of FOLDER, served from this machine to this machine.

    The address that is printed has the token of this run. Ctrl-C ends it.
    """
    if find_spec("flask") is None or find_spec("waitress") is None:
        fix = "install it: pip install '.[serve]'."
        problems = [Problem("qdot serve", "what serves the workbench is not installed.", fix)]
    else:
        from assembler import workbench  # not needed by any other command

        told = workbench.serve(folder, firm, host, port, opens=not no_browser, tell=click.echo)
        problems = [told] if told else []
    say.problems(problems)
    say.leave(problems)
