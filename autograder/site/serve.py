"""Serve a built site on this machine."""

from __future__ import annotations

import errno
import functools
import http.server
import os
import sys
from pathlib import Path

from .build import MARK
from .errors import SiteError

HOST = "127.0.0.1"
TYPES = {
    ".css": "text/css",
    ".csv": "text/csv",
    ".html": "text/html",
    ".ipynb": "application/x-ipynb+json",
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".png": "image/png",
    ".txt": "text/plain",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
_TEXT = {".css", ".csv", ".html", ".js", ".mjs", ".txt", ".xml"}


class Handler(http.server.SimpleHTTPRequestHandler):
    """Files with their own types, whatever this machine's registry says, and the site's 404."""

    def guess_type(self, path) -> str:
        suffix = Path(path).suffix.lower()
        kind = TYPES.get(suffix, "application/octet-stream")
        return f"{kind}; charset=utf-8" if suffix in _TEXT else kind

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path):
        self.send_error(404)

    def send_error(self, code, message=None, explain=None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not logged."""


def server(folder: Path, port: int) -> http.server.ThreadingHTTPServer:
    """A server of ``folder`` that only this machine reaches; port 0 takes any free one.

    Raises `SiteError` where the folder is no built site or the port is taken.
    """
    if not (folder / MARK).is_file():
        raise SiteError(f"{folder} is not a built site; run mle site build first.")
    handler = functools.partial(Handler, directory=str(folder.resolve()))
    try:
        return _Server((HOST, port), handler)
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise SiteError(f"Port {port} can't be used; choose another with --port.") from error
        raise
    except OverflowError as error:
        raise SiteError(f"{port} is not a port; choose one from 1 to 65535.") from error


class _Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = os.name != "nt"

    def handle_error(self, request, client_address) -> None:
        """A browser that hangs up is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def serve(folder: Path, port: int = 8000) -> None:
    """Serve ``folder`` until Ctrl+C. Raises `SiteError` as `server` does."""
    with server(folder, port) as running:
        print(f"http://{HOST}:{running.server_port}/  (Ctrl+C stops it)", flush=True)
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
