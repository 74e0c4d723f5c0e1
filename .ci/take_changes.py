"""Have LibreOffice accept and reject every tracked change of documents; run by the Python that has its bridge, ``uno``.

Each document is written twice, into the folders ``accepted`` and ``rejected`` of a folder.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

SECONDS = 60
TAKE = {"accepted": "AcceptAllTrackedChanges", "rejected": "RejectAllTrackedChanges"}


def connected(pipe: str) -> object:
    """Wait until LibreOffice answers."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(SECONDS * 4):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.25)
    sys.exit("LibreOffice does not answer")


def named(**values: object) -> tuple[PropertyValue, ...]:
    """Write options as LibreOffice takes them."""
    return tuple(PropertyValue(name, 0, value, 0) for name, value in values.items())


def take(pipe: str, out: Path, documents: list[Path]) -> None:
    """Open each document twice, take its changes, and save it."""
    context = connected(pipe)
    make = context.ServiceManager.createInstanceWithContext
    desktop = make("com.sun.star.frame.Desktop", context)
    dispatcher = make("com.sun.star.frame.DispatchHelper", context)
    for source in documents:
        for folder, command in TAKE.items():
            document = desktop.loadComponentFromURL(source.resolve().as_uri(), "_blank", 0, named(Hidden=True))
            dispatcher.executeDispatch(document.CurrentController.Frame, f".uno:{command}", "", 0, ())
            target = (out / folder / source.name).resolve()
            document.storeToURL(target.as_uri(), named(FilterName="MS Word 2007 XML"))
            document.close(True)


out, *documents = map(Path, sys.argv[1:])
for folder in TAKE:
    (out / folder).mkdir(parents=True, exist_ok=True)
with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    pipe = Path(profile).name
    command = ["soffice", "--headless", f"-env:UserInstallation={Path(profile).as_uri()}"]
    office = subprocess.Popen([*command, f"--accept=pipe,name={pipe};urp"], start_new_session=True)
    try:
        take(pipe, out, documents)
    finally:
        os.killpg(office.pid, signal.SIGKILL)
        office.wait()
