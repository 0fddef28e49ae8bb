"""Code that a hostile file injects into the guarded process reaches nothing: tried inside one, with its real walls."""

import ast
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from credibility.sandbox import walls
from credibility.sandbox.launch import launch
from credibility.sandbox.second_look import MISSING
from credibility.sandbox.walls.hook import ForbiddenError, Hook
from credibility.sandbox.walls.places import is_within, own_places
from credibility.sandbox.walls.seatbelt import profile_for
from credibility.sandbox.walls.seccomp import filter_for
from credibility.sandbox.walls.syscalls import ARCHITECTURES
from credibility.sandbox.worker import ArticleWorker
from tests.articles import lighthouse
from tests.sandbox.probing import LANDLOCK, NONE, SECCOMP, laid_out, probed

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An article surrounded by things that must stay out of reach."""
    return laid_out(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="the probes are calls of Linux")
def test_no_probe_gets_hold_of_anything(folder: Path) -> None:
    outcomes, in_force = probed(folder)
    for wall in ("Landlock", "seccomp"):
        if wall not in in_force:
            pytest.skip(f"this kernel has no {wall}")
    assert len(outcomes) >= 40
    assert {name: got for name, got in outcomes.items() if got} == {}
    assert (folder / "article.txt").read_text() == "words"
    assert (folder / "foreign.xml").read_text() == "<foreign/>"
    with sqlite3.connect(folder / "ratings.db") as table:
        assert table.execute("SELECT score FROM rating").fetchall() == [(90,)]


@pytest.mark.skipif(sys.platform != "linux", reason="the probes are calls of Linux")
def test_the_probes_are_real_ones(folder: Path) -> None:
    """Without walls the probes succeed, except a few that the system refuses to every process without administrator rights."""
    outcomes, _ = probed(folder, NONE)
    assert sum(map(bool, outcomes.values())) >= 25, [name for name, got in outcomes.items() if not got]


READING = ("read a file", "read a foreign", "include", "read a sibling", "read the article", "follow", "list", "read the list")
WRITING = ("edit", "write a foreign", "overwrite", "create", "rename")
PROGRAMS = ("fork", "start", "make a file in memory")
OTHERS = ("signal", "trace", "read the window's memory by")
NETWORK = ("open a", "ask DNS")


@pytest.mark.skipif(sys.platform != "linux", reason="the probes are calls of Linux")
@pytest.mark.parametrize(("wall", "kinds"), [(LANDLOCK, READING + WRITING), (SECCOMP, WRITING + PROGRAMS + OTHERS + NETWORK)])
def test_each_wall_holds_alone_what_it_is_for(folder: Path, wall: str, kinds: tuple[str, ...]) -> None:
    outcomes, in_force = probed(folder, wall)
    if not in_force:
        pytest.skip("this kernel does not know it")
    tried = {name: got for name, got in outcomes.items() if name.startswith(kinds)}
    assert len(tried) >= 10
    assert {name: got for name, got in tried.items() if got} == {}


@pytest.mark.skipif(sys.platform != "linux", reason="Linux tells")
def test_the_guarded_process_stands_behind_them_with_every_thread() -> None:
    with ArticleWorker() as worker:
        in_force = worker.walls()
        for task in Path(f"/proc/{worker.pid}/task").iterdir():
            status = (task / "status").read_text()
            assert ("NoNewPrivs:\t1" in status) == any(wall.startswith(("Landlock", "seccomp")) for wall in in_force)
            assert ("Seccomp:\t2" in status) == any(wall.startswith("seccomp") for wall in in_force)
    assert in_force[-1] == "audit hook"


def test_the_walls_are_raised_while_there_is_one_thread() -> None:
    """Landlock applies to a thread and those it starts: one started before would stay outside."""
    show = (
        "import sys, threading; from credibility.articles.extract import warm_up; from credibility.sandbox.tasks import lexicon;"
        "import credibility.sandbox.child, os; lexicon(); warm_up();"
        "print(threading.active_count(), len(os.listdir('/proc/self/task')) if sys.platform == 'linux' else 1)"
    )
    assert subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True, cwd=ROOT).stdout.split() == ["1", "1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pictures_beside_a_page_come_through_the_wall_and_nothing_else_does(tmp_path: Path) -> None:
    page, files, sibling = tmp_path / "page.html", tmp_path / "page_files", tmp_path / "page_files-private"
    files.mkdir()
    sibling.mkdir()
    (files / "tower.png").write_bytes(lighthouse.png())
    (files / "words.png").write_text("no picture at all, but " + "words " * 100)
    (tmp_path / "outside.png").write_bytes(lighthouse.png(32, 32))
    (files / "link.png").symlink_to(tmp_path / "outside.png")
    os.mkfifo(files / "pipe.png")
    sources = ["page_files/tower.png", "page_files/words.png", "page_files/link.png", "page_files/pipe.png", "outside.png", "/etc/passwd"]
    images = "".join(f"<figure><img src='{source}' alt='{source}'></figure>" for source in sources)
    page.write_text(lighthouse.page().replace("<p>", images + "<p>", 1))
    with ArticleWorker() as worker:
        held = {image.alt: len(image.data) for image in worker.article(page).images if image.data and image.alt in sources}
    assert set(held) == {"page_files/tower.png"}


def test_a_place_is_not_a_sibling_whose_name_begins_alike() -> None:
    assert is_within("/home/a/page", ("/home/a/page",))
    assert is_within("/home/a/page/x", ("/home/a/page/",))
    assert not is_within("/home/a/page-private/x", ("/home/a/page",))
    assert is_within("/x", ("/",))


def test_no_own_place_holds_the_user_s_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path), str(tmp_path / "home"), "/"])
    assert not [place for place in own_places() if is_within(str(tmp_path / "home"), (place,))]


HOOK = Hook(("/usr/lib",))


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("open", ("/usr/lib/x", "w", 0)),
        ("open", ("/usr/lib/x", None, os.O_WRONLY)),
        ("open", ("/usr/lib/x", None, os.O_RDWR | os.O_CREAT)),
        ("open", ("/usr/lib-private/x", "r", 0)),
        ("open", (b"/home/x", None, os.O_RDONLY)),
        ("open", ("/usr/lib/../../home/x", "r", 0)),
        ("sqlite3.connect", ("/home/ratings.db",)),
        ("socket.__new__", ()),
        ("os.kill", (1, 9)),
        ("os.posix_spawn", ()),
        ("os.chmod", ()),
    ],
)
def test_the_hook_refuses(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(ForbiddenError):
        HOOK(event, arguments)


def test_the_hook_lets_reading_in_its_places_pass() -> None:
    HOOK("open", ("/usr/lib/x", "r", 0))
    HOOK("open", (3, "rb", 0))
    HOOK("import", ("x",))


HEADERS = {"x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h", "aarch64": "/usr/include/asm-generic/unistd.h"}


@pytest.mark.parametrize("machine", HEADERS)
def test_the_numbers_are_the_kernel_s(machine: str) -> None:
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip(f"no kernel headers for {machine} here")
    told = {name: int(number) for name, number in re.findall(r"#define __NR(?:3264)?_(\w+) (\d+)", header.read_text())}
    ours = ARCHITECTURES[machine].numbers
    assert len(set(ours) & set(told)) > 90
    assert {name: number for name, number in ours.items() if told.get(name, number) != number} == {}


@pytest.mark.parametrize("machine", ARCHITECTURES)
def test_the_filter_ends_every_way_it_can_go(machine: str) -> None:
    """Jumps stay inside the program, and its last instruction returns; the kernel refuses any other program."""
    program = filter_for(ARCHITECTURES[machine], 4711)
    codes = [(int.from_bytes(step[:2], sys.byteorder), step[2], step[3]) for step in program]
    assert codes[-1][0] == 0x06
    for place, (code, if_so, if_not) in enumerate(codes):
        assert code == 0x06 or place + 1 + max(if_so, if_not) < len(codes)
    assert len(program) < 4096


def test_the_profile_of_macos_names_each_place_and_quotes_it() -> None:
    profile = profile_for(("/opt/python", '/odd "name\\'), "/Users/me")
    assert profile.count("(") == profile.count(")")
    assert '(subpath "/opt/python")' in profile
    assert r'(subpath "/odd \"name\\")' in profile
    assert profile.index("deny file-read-data") < profile.index("allow file-read-data")


def test_reading_and_tagging_work_behind_them(tmp_path: Path) -> None:
    """The tagger loads although its libraries inspect the machine. (`tests.articles` tries all containers.)"""
    note = tmp_path / "note.txt"
    note.write_text("The Ferry\n\nThe mayor said that the ferry sails again.\n\nIt was mended in May.\n")
    with ArticleWorker(plain=True) as worker:
        article = worker.article(note)
        claims = worker.claims(article, None, False)
    assert len(claims.items) == 1
    assert MISSING not in claims.notes


def test_the_tagger_loads_no_library_that_speaks_to_others() -> None:
    """`tokenizers` installs huggingface_hub and with it an HTTP library; neither is loaded."""
    speaking = ("huggingface_hub", "hf_xet", "httpx", "httpx2", "httpcore", "requests", "aiohttp", "fsspec")
    load = "from credibility.sandbox.second_look import load_tagger; import sys; print(load_tagger() is not None,"
    show = f"{load} set({speaking!r}) & sys.modules.keys())"
    ran = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.split(maxsplit=1) == ["True", "set()\n"]


def test_libraries_that_report_home_are_told_not_to() -> None:
    process = launch()
    try:
        assert process.stdout is not None
        assert process.stdout.read(8)  # the greeting has begun; before that, the kernel may not have set up its environment
        if sys.platform == "linux":
            assert b"ORT_DISABLE_TELEMETRY=1" in Path(f"/proc/{process.pid}/environ").read_bytes().split(b"\0")
    finally:
        process.kill()
        process.communicate()


def test_each_wall_of_a_system_is_imported_on_it_alone() -> None:
    tree = ast.parse(Path(walls.__file__).read_text())
    at_the_top = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert not any(module and module.endswith(("landlock", "seccomp", "seatbelt", "windows")) for module in at_the_top)
