"""Opening an article makes no connection and reads no file but its own, whatever the page asks for.

The window runs in a process of its own. Python's audit hook sees what Python opens; what Qt's own code would open is caught by a watch
on bait files that the page points at, and by a bait server.
"""

import ctypes
import os
import select
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests import patience
from tests.e2e.conftest import ROOT

IN_ACCESS, IN_OPEN = 0x1, 0x20

PAGE = """<!DOCTYPE html><html><head><title>A page full of bait</title>
<base href="{server}">
<meta http-equiv="refresh" content="0; url={server}refresh">
<link rel="stylesheet" href="{server}style.css"><link rel="preload" href="file://{bait}/font.ttf">
<style>@import url("{server}import.css"); body {{ background: url("file://{bait}/background.png") }}</style>
<script src="{server}script.js"></script><script>new Image().src = "{server}pixel"</script></head>
<body><article><h1>A page full of bait</h1>
<p>The mayor said that the bridge is safe. <img src="{server}picture.png" alt="a picture"> It was opened
in spring.</p>
<p>The engineer said that the bridge was tested twice. <img src="file://{bait}/local.png" alt="local"> Lorries have
crossed it since May.</p>
<p>According to the council, no money is owed. <img src="{bait}/plain.png"> <img src="../bait/relative.png"></p>
<iframe src="{server}frame.html"></iframe><object data="file://{bait}/object.svg"></object>
<svg><image href="file://{bait}/svg.png"/><script>fetch("{server}svg")</script></svg>
<p>More is written about it <a href="file://{bait}/link.html">here</a> and
<a href="javascript:fetch('{server}js')">there</a>, said the mayor.</p>
</article></body></html>"""

PROGRAM = """
import os, sys
opened, connected = [], []
# A bind is no reach: a library probes for IPv6 by binding to the loopback address.
REACHING = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname", "urllib.Request",
            "http.client.connect", "ftplib.connect", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"}
STARTING = {"subprocess.Popen", "os.posix_spawn"}  # one start raises both from Python 3.13 on
def watch(event, arguments):
    if event == "open" and isinstance(arguments[0], str): opened.append(arguments[0])
    if event in STARTING and os.fsdecode(arguments[0]) == sys.executable: return  # our own guarded reader; the bait watches it too
    if event in REACHING: connected.append((event, str(arguments)))
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from app.workspace import Workspace
from ui.window import MainWindow
application = QApplication([])
with Workspace.at() as workspace:
    window = MainWindow(workspace)
    window.resize(900, 700)
    window.show()
    sys.addaudithook(watch)
    window.article_opened.connect(lambda reading: QTimer.singleShot(400, application.quit))
    QTimer.singleShot(int(sys.argv[3]), lambda: os._exit(9))
    window.open_path(Path(sys.argv[1]))
    application.exec()
    assert workspace.reading is not None
print("CONNECTED", connected)
system = ("/proc/", "/dev/", "/sys/", "/usr/share/", "/usr/lib", "/etc/")
allowed = (sys.prefix, sys.base_prefix, os.environ["SOURCETINT_HOME"], sys.argv[2], *system)
print("OPENED", [name for name in opened if name != sys.argv[1] and not name.startswith(allowed)])
"""


class Watch:
    """Which files of a folder were opened or read, by the kernel's own account."""

    def __init__(self, folder: Path) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._handle = self._libc.inotify_init1(os.O_NONBLOCK)
        assert self._libc.inotify_add_watch(self._handle, str(folder).encode(), IN_ACCESS | IN_OPEN) >= 0

    def seen(self) -> set[str]:
        names = set()
        while select.select([self._handle], [], [], 0)[0]:
            data = os.read(self._handle, 65536)
            while data:
                _, _, _, length = struct.unpack("iIII", data[:16])
                names.add(data[16 : 16 + length].rstrip(b"\\0").rstrip(b"\0").decode())
                data = data[16 + length :]
        return names - {""}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the watch is Linux's inotify")
def test_a_page_full_of_bait_is_read_without_a_bite(tmp_path: Path, home: Path) -> None:
    bait = tmp_path / "bait"
    bait.mkdir()
    for name in ("font.ttf", "background.png", "local.png", "plain.png", "relative.png", "object.svg", "svg.png", "link.html"):
        (bait / name).write_bytes(b"bait")
    watch = Watch(bait)
    (bait / "local.png").read_bytes()
    assert watch.seen() == {"local.png"}, "the watch itself must work"

    server = socket.create_server(("127.0.0.1", 0))
    server.setblocking(False)
    page = tmp_path / "page" / "bait.html"
    page.parent.mkdir()
    page.write_text(PAGE.format(server=f"http://127.0.0.1:{server.getsockname()[1]}/", bait=bait), encoding="utf-8")

    environment = {**os.environ, "SOURCETINT_HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(page), str(ROOT), str(patience.MILLISECONDS)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=2 * patience.SECONDS,
        check=False,
        cwd=tmp_path,
    )
    assert ran.returncode == 0, ran.stderr
    assert "CONNECTED []" in ran.stdout
    assert "OPENED []" in ran.stdout
    assert watch.seen() == set()
    with pytest.raises(BlockingIOError):
        server.accept()
    server.close()
