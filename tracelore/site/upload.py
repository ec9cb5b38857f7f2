"""What comes with a POST: refused before it is read where it is too much, and read into memory, never into a file."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from secrets import compare_digest
from typing import Any, Final
from urllib.parse import parse_qs

from datasette import Request
from python_multipart import FormParser
from python_multipart.exceptions import FormParserError

__all__ = ["MULTIPART", "BodyLimit", "Given", "UploadError", "read_given"]

_FRAME: Final = 64 << 10  # what a form adds to what is in it
_MOST_FIELDS: Final = 100
_FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"

Refuse = Callable[[dict[str, Any], Any, str, int], Awaitable[None]]


class UploadError(Exception):
    """A body that cannot be used; the message says why, and `status` is the HTTP status for it."""

    def __init__(self, message: str, status: int = 400) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gave: text that was pasted, or a file.

    Attributes:
        data: Its bytes.
        name: The file's own name; empty for text.
        text: The text as it goes back into the form; empty for a file.
    """

    data: bytes
    name: str = ""
    text: str = ""


class BodyLimit:
    """ASGI middleware, outside of all that reads bodies: one for `paths` may have so many bytes and must make sense.

    Args:
        app: What it guards.
        paths: Where it counts.
        most: Bytes of what is given; a form around it may add a little.
        refuse: Called with scope, send, a message and a status in place of `app`'s answer.
    """

    def __init__(self, app: Any, paths: frozenset[str], most: int, refuse: Refuse) -> None:
        self._app, self._paths, self._most, self._refuse = app, paths, most, refuse

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http" or scope["method"] != "POST" or scope["path"] not in self._paths:
            await self._app(scope, receive, send)
            return
        started = False
        read = 0

        async def counted() -> Any:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._most + _FRAME:
                raise _too_large(self._most)
            return message

        async def noted(message: Any) -> None:
            nonlocal started
            started = True
            await send(message)

        try:
            _look_at_headers(dict(scope["headers"]), self._most)
            await self._app(scope, counted, noted)
        except (UploadError, FormParserError, UnicodeDecodeError) as error:
            if started:
                raise
            fault = error if isinstance(error, UploadError) else UploadError("The form that was sent is malformed.")
            await self._refuse(scope, send, str(fault), fault.status)


def _too_large(most: int) -> UploadError:
    return UploadError(
        f"This is more than {most:,} bytes, which is the limit here; `tracelore match` on your own machine has none.",
        status=413,
    )


def _look_at_headers(headers: dict[bytes, bytes], most: int) -> None:
    length = headers.get(b"content-length", b"0").decode("latin-1").strip()
    if not length.isdecimal():
        raise UploadError("The request says no length that is a number.")
    if len(length) > 18 or int(length) > most + _FRAME:
        raise _too_large(most)
    kind = headers.get(b"content-type", b"").decode("latin-1")
    if kind.startswith(MULTIPART) and not kind.partition("; boundary=")[2]:
        raise UploadError("The form that was sent is malformed: it names no boundary.")


async def read_given(request: Request, most: int) -> Given:
    """What a POST brings: a form with `text` or a file `capture`, or the bytes themselves as the whole body.

    Raises:
        UploadError: There is nothing, too much, or the form is malformed.
    """
    body = await request.post_body()
    kind = request.headers.get("content-type", "").strip()
    given = _from_multipart(body, kind, _token(request)) if kind.startswith(MULTIPART) else _from_body(body, kind)
    if not given.data.strip():
        raise UploadError("There is nothing to explain: paste what tcpdump printed, or choose a capture file.")
    if len(given.data) > most:
        raise _too_large(most)
    return given


def _from_body(body: bytes, kind: str) -> Given:
    if kind.startswith(_FORM) and not kind.startswith(f"{_FORM}-"):
        try:
            values = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError:
            raise UploadError(f"The form that was sent has more than {_MOST_FIELDS} fields.") from None
        return _from_text(values.get("text", [""])[0])
    return Given(body, name="the request's body")


def _from_text(text: str) -> Given:
    return Given(text.replace("\r\n", "\n").encode("utf-8", "replace"), text=text)


def _token(request: Request) -> str | None:
    """What the form must bring; None where no cookie was sent, so that nobody's browser can have been misused."""
    return str(request.scope["csrftoken"]()) if request.headers.get("cookie") else None


def _from_multipart(body: bytes, kind: str, token: str | None) -> Given:
    fields: dict[bytes, bytes] = {}
    files: list[tuple[str, bytes]] = []

    def take_field(field: Any) -> None:
        fields.setdefault(field.field_name or b"", field.value or b"")

    def take_file(file: Any) -> None:
        if file.field_name == b"capture":
            file.file_object.seek(0)
            files.append(((file.file_name or b"").decode("utf-8", "replace"), file.file_object.read()))
        file.close()

    boundary = kind.partition("; boundary=")[2].strip().strip('"').encode("latin-1")
    in_memory = {"MAX_MEMORY_FILE_SIZE": len(body) + 1, "MAX_BODY_SIZE": len(body) + 1}
    try:
        parser = FormParser(MULTIPART, take_field, take_file, boundary=boundary, config=in_memory)
        parser.write(body)
        parser.finalize()
        parser.close()
    except FormParserError:
        raise UploadError("The form that was sent is malformed.") from None
    if token is not None and not compare_digest(fields.get(b"csrftoken", b""), token.encode()):
        raise UploadError("This form was not made for you, or is too old. Please load the page again.", 403)
    chosen = next(((name, data) for name, data in files if data), None)
    if chosen is not None:
        return Given(chosen[1], name=chosen[0][:200] or "the file")
    return _from_text(fields.get(b"text", b"").decode("utf-8", "replace"))
