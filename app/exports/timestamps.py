"""Time stamps (RFC 3161) of the reading in an exported PDF: asked for, enclosed and verified here, made elsewhere by the reader's choice.

Nothing is fetched: the question is written into a file, and the authority's answer is read from one.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.files.targets import check_target, write_target
from credibility.floor.language import said
from credibility.model import ArticleError, ExportError, SettingsError
from credibility.sandbox.worker import ArticleWorker

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

LARGEST = 200_000
"""Bytes of an authority's answer; it holds a signature and a few certificates."""


@dataclass(frozen=True, slots=True)
class Stamped:
    """When an authority saw the reading, and who that was, by its certificate."""

    time: datetime
    authority: str


def ask(pdf: Path, target: Path) -> None:
    """Write the question for the reading in a PDF. Raises ArticleError, ExportError and SettingsError."""
    library = _library()
    check_target(target)
    question = library.TimestampRequestBuilder().data(_reading_in(pdf)).hash_algorithm(library.HashAlgorithm.SHA256).build()
    write_target(target, question.as_bytes())


def enclose(pdf: Path, answer: Path, target: Path) -> None:
    """Write the PDF with an authority's answer in it. Raises ArticleError, ExportError and SettingsError."""
    check_target(target)
    data = _read(answer)
    _check_imprint(_decoded(data, answer.name), _reading_in(pdf), answer.name)
    with ArticleWorker(plain=True) as worker:
        write_target(target, worker.with_timestamp(pdf, data))


def check(pdf: Path, authority: Path) -> Stamped:
    """Verify the time stamp in a PDF with the certificates (PEM) of an authority. Raises ArticleError, ExportError and SettingsError."""
    from cryptography.x509 import load_pem_x509_certificates  # noqa: PLC0415 - comes with the optional library

    library = _library()
    with ArticleWorker(plain=True) as worker:
        data = worker.timestamp(pdf)
    if not data:
        raise ExportError(said("The reading in {name} has no time stamp.", name=pdf.name), said("Add one with `sourcetint timestamp add`."))
    response, reading = _decoded(data, pdf.name), _reading_in(pdf)
    _check_imprint(response, reading, pdf.name)
    try:
        trusted = load_pem_x509_certificates(_read(authority))
    except ValueError as error:
        raise ExportError(said("{name} holds no certificate (PEM).", name=authority.name), said("Choose the authority's.")) from error
    builder = library.VerifierBuilder()
    for certificate in trusted:
        builder = builder.add_root_certificate(certificate)
    try:
        builder.build().verify_message(response, reading)
    except library.VerificationError as error:
        raise ExportError(
            said("The time stamp in {name} is not that authority's: {error}.", name=pdf.name, error=str(error).rstrip(".")),
            said("Do not rely on it."),
        ) from error
    return Stamped(response.tst_info.gen_time, _signer(response))


def _library() -> Any:
    try:
        # Imported here because it is an optional extra, which few need.
        import rfc3161_client  # noqa: PLC0415
    except ImportError as error:
        advice = said("Install it with `pip install 'sourcetint[timestamp]'`.")
        raise SettingsError(said("Time stamps need the library rfc3161-client, which is not installed."), advice) from error
    return rfc3161_client


def _reading_in(pdf: Path) -> bytes:
    """The bytes of the reading in an exported PDF, as they are attached."""
    with ArticleWorker(plain=True) as worker:
        found = worker.record(pdf)
    if not found:
        raise ArticleError(said("{name} holds no reading of SourceTint.", name=pdf.name), said("Choose a PDF that SourceTint exported."))
    return found.encode()


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or error
        raise ExportError(
            said("{name} cannot be read: {problem}.", name=path.name, problem=reason), said("Check the name and the permissions.")
        ) from error
    if len(data) > LARGEST:
        raise ExportError(said("{name} is too large for an answer or a certificate.", name=path.name), said("Choose another file."))
    return data


def _decoded(data: bytes, name: str) -> "TimeStampResponse":
    try:
        response = _library().decode_timestamp_response(data)
        response.tst_info.message_imprint  # noqa: B018 - raises when the authority refused
    except ValueError as error:
        raise ExportError(
            said("{name} holds no time stamp: {error}.", name=name, error=str(error).rstrip(".")), said("Ask the authority again.")
        ) from error
    else:
        found: TimeStampResponse = response
        return found


def _check_imprint(response: "TimeStampResponse", reading: bytes, name: str) -> None:
    if response.tst_info.message_imprint.message != hashlib.sha256(reading).digest():
        raise ExportError(
            said("The time stamp in {name} is of something else than the reading in this PDF.", name=name),
            said("Ask for one of this reading."),
        )


def _signer(response: "TimeStampResponse") -> str:
    from cryptography.x509 import load_der_x509_certificate  # noqa: PLC0415

    signer = next(iter(response.signed_data.signer_infos))
    for data in response.signed_data.certificates:
        certificate = load_der_x509_certificate(data)
        if (certificate.issuer, certificate.serial_number) == (signer.issuer, signer.serial_number):
            return str(certificate.subject.rfc4514_string())
    return ""
