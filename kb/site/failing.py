"""What is answered when something was not found or went wrong, on any page of the site.

Datasette's own handler, where Rich is installed, prints each failure with all local variables to the console, and
fails itself for an address that fits no route (there is no exception then that Rich could print). This one prints what
is a fault of the program, and nothing for what a visitor asked amiss.
"""

from __future__ import annotations

import traceback
from typing import Any

from datasette import Response
from datasette.utils.asgi import Base400
from datasette.views.base import DatasetteError
from markupsafe import Markup

from kb.site.respond import respond_not_found

__all__ = ["answer_failure"]


async def answer_failure(datasette: Any, request: Any, exception: Exception) -> Response:
    """A page that helps for what is not there; Datasette's page of errors, or its JSON, for everything else."""
    status, record = _described(exception)
    if status >= 500:
        traceback.print_exception(exception)
    if request.path.endswith(".json"):
        return Response.json(record, status=status)
    if status == 404:
        return await respond_not_found(datasette, request, "There is no page at this address.")
    message = record["error"]
    if isinstance(exception, DatasetteError) and exception.message_is_html:
        message = Markup(message)  # made by Datasette, which escapes what comes from elsewhere
    templates = [f"{status}.html", "error.html"]
    body = await datasette.render_template(templates, {**record, "error": message}, request=request)
    return Response.html(body, status=status)


def _described(exception: Exception) -> tuple[int, dict[str, Any]]:
    """The HTTP status, and what Datasette's JSON says of a failure."""
    told: dict[str, Any] = {}
    title, status, message = None, 500, str(exception)
    if isinstance(exception, Base400):
        status, message = exception.status, str(exception.args[0] if exception.args else "")
    elif isinstance(exception, DatasetteError):
        told, title, status, message = exception.error_dict, exception.title, exception.status, exception.message
    return status, {**told, "ok": False, "error": message, "status": status, "title": title}
