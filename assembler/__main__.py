"""``python -m assembler``: the command ``qdot`` where its folder is not on the path."""

from assembler.cli import main

main(prog_name="qdot")
