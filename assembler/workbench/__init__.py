"""The workbench: answer, look and draft in a browser, on one's own machine; the same house as the command line."""

from assembler.workbench.app import create_app
from assembler.workbench.server import serve

__all__ = ["create_app", "serve"]
