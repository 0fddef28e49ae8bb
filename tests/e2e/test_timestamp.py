"""The time stamp of an exported reading: asked for by a file, answered elsewhere, enclosed and verified offline."""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from credibility.model import ATTACHED_READING, ATTACHED_TIMESTAMP
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE

pytest.importorskip("rfc3161_client", reason="rfc3161-client, the extra `timestamp`, is not installed")
pytestmark = pytest.mark.skipif(shutil.which("openssl") is None, reason="there is no `openssl` here to be the authority")

SETTINGS = """
[tsa]
default_tsa = here
[here]
serial = {folder}/serial
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
"""


@dataclass(frozen=True)
class Authority:
    """A time stamp authority on this machine."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Authority":
        folder.mkdir()
        (folder / "serial").write_text("01\n")
        (folder / "settings").write_text(SETTINGS.format(folder=folder))
        (folder / "use").write_text("extendedKeyUsage = critical,timeStamping\n")
        new = ("-newkey", "rsa:2048", "-nodes")
        openssl("req", "-x509", *new, "-subj", "/CN=Test CA", "-keyout", folder / "ca.key", "-out", folder / "ca.pem")
        openssl("req", *new, "-subj", "/CN=Harbour Clock", "-keyout", folder / "tsa.key", "-out", folder / "tsa.csr")
        signed = ("-CA", folder / "ca.pem", "-CAkey", folder / "ca.key", "-CAcreateserial", "-extfile", folder / "use")
        openssl("x509", "-req", "-in", folder / "tsa.csr", *signed, "-out", folder / "tsa.pem")
        return cls(folder)

    @property
    def certificate(self) -> Path:
        return self.folder / "ca.pem"

    def answer(self, question: Path) -> Path:
        """What it answers to a question."""
        target = question.with_suffix(".tsr")
        signer = ("-signer", self.folder / "tsa.pem", "-inkey", self.folder / "tsa.key")
        openssl("ts", "-reply", "-config", self.folder / "settings", "-queryfile", question, *signer, "-out", target)
        return target


def openssl(*words: str | Path) -> None:
    subprocess.run(["openssl", *map(str, words)], check=True, capture_output=True)


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority.made(tmp_path / "authority")


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    assert run("export", EXAMPLE, "-o", tmp_path / "page.pdf")[0] == 0
    return tmp_path / "page.pdf"


@pytest.fixture
def stamped(run: Run, exported: Path, authority: Authority, tmp_path: Path) -> Path:
    assert run("timestamp", "ask", exported, "-o", tmp_path / "page.tsq")[0] == 0
    code, out, err = run("timestamp", "add", exported, authority.answer(tmp_path / "page.tsq"), "-o", tmp_path / "stamped.pdf")
    assert code == 0, err
    assert "with the time stamp" in out
    return tmp_path / "stamped.pdf"


def attached(pdf: Path, name: str) -> bytes:
    with pikepdf.open(pdf) as document:
        return document.attachments[name].get_file().read_bytes()


def test_the_reading_s_time_is_verified_here_and_by_openssl(run: Run, stamped: Path, authority: Authority, tmp_path: Path) -> None:
    code, out, err = run("timestamp", "check", stamped, "--authority", authority.certificate)
    assert code == 0, err
    assert "existed on 20" in out
    assert "CN=Harbour Clock" in out
    (tmp_path / "reading.json").write_bytes(attached(stamped, ATTACHED_READING))
    (tmp_path / "reading.tsr").write_bytes(attached(stamped, ATTACHED_TIMESTAMP))
    given = ("-data", tmp_path / "reading.json", "-in", tmp_path / "reading.tsr", "-CAfile", authority.certificate)
    openssl("ts", "-verify", *given)


def test_the_stamped_file_is_the_exported_one_with_its_stamp(run: Run, exported: Path, stamped: Path) -> None:
    assert attached(stamped, ATTACHED_READING) == attached(exported, ATTACHED_READING)
    with pikepdf.open(exported) as before, pikepdf.open(stamped) as after:
        assert set(after.attachments) - set(before.attachments) == {ATTACHED_TIMESTAMP}
        assert len(after.pages) == len(before.pages)
    first, second = (json.loads(run("claims", each, "--json")[1]) for each in (exported, stamped))
    assert first["claims"] == second["claims"]


def test_a_changed_reading_another_authority_and_no_stamp_are_refused(
    run: Run, exported: Path, stamped: Path, authority: Authority, tmp_path: Path
) -> None:
    stranger = Authority.made(tmp_path / "stranger")
    code, out, err = run("timestamp", "check", stamped, "--authority", stranger.certificate)
    assert (code, out) == (5, "")
    assert "is not that authority's" in err
    code, _, err = run("timestamp", "check", exported, "--authority", authority.certificate)
    assert (code, "has no time stamp" in err) == (5, True)
    with pikepdf.open(stamped, allow_overwriting_input=True) as document:
        reading = document.attachments[ATTACHED_READING].get_file().read_bytes()
        document.attachments[ATTACHED_READING] = pikepdf.AttachedFileSpec(
            document, reading.replace(b'"mixed"', b'"high"'), filename=ATTACHED_READING
        )
        document.save()
    code, out, err = run("timestamp", "check", stamped, "--authority", authority.certificate)
    assert (code, out) == (5, "")
    assert "of something else" in err


def test_an_answer_to_another_question_is_not_enclosed(run: Run, exported: Path, authority: Authority, tmp_path: Path) -> None:
    run("export", EXAMPLE, "--only", "person", "-o", tmp_path / "other.pdf")
    run("timestamp", "ask", tmp_path / "other.pdf", "-o", tmp_path / "other.tsq")
    answer = authority.answer(tmp_path / "other.tsq")
    code, _, err = run("timestamp", "add", exported, answer, "-o", tmp_path / "out.pdf")
    assert (code, "of something else" in err) == (5, True)
    code, _, err = run("timestamp", "add", exported, EXAMPLE, "-o", tmp_path / "out.pdf")
    assert (code, "holds no time stamp" in err) == (5, True)
    assert not (tmp_path / "out.pdf").exists()
    assert run("timestamp", "ask", EXAMPLE, "-o", tmp_path / "none.tsq")[0] == 3


def test_exporting_again_leaves_the_stamp_of_the_earlier_reading_out(run: Run, stamped: Path, tmp_path: Path) -> None:
    assert run("export", stamped, "-o", tmp_path / "again.pdf")[0] == 0
    with pikepdf.open(tmp_path / "again.pdf") as document:
        assert ATTACHED_TIMESTAMP not in document.attachments
