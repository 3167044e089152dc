"""Serving a built site on this machine."""

from __future__ import annotations

import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest
from helpers.site_copy import serving

from autograder.site.build import MARK
from autograder.site.errors import SiteError
from autograder.site.serve import HOST, server


@pytest.fixture
def site(tmp_path):
    for name in (MARK, "index.html", "worker.js", "engine.wasm", "a/one.ipynb", "a/plain"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"<p>{name}</p>", encoding="utf-8")
    (tmp_path / "404.html").write_text("<p>lost</p>", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("worker.js", "text/javascript; charset=utf-8"),
        ("engine.wasm", "application/wasm"),
        ("a/one.ipynb", "application/x-ipynb+json"),
        ("a/plain", "application/octet-stream"),
    ],
)
def test_files_have_their_types(path, kind, site):
    with serving(site) as address, urllib.request.urlopen(address + path) as answer:
        assert answer.headers["Content-Type"] == kind


@pytest.mark.parametrize("path", ["gone.html", "a/", "../../etc/passwd"])
def test_what_is_not_there_is_answered_with_the_sites_own_page(path, site):
    with serving(site) as address, pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(address + path)
    assert caught.value.code == 404
    assert caught.value.read() == b"<p>lost</p>"


def test_only_this_machine_reaches_it(site):
    with server(site, 0) as made:
        assert made.server_address[0] == "127.0.0.1"


def test_a_port_in_use_is_told_in_a_sentence(site):
    with socket.socket() as other:
        other.bind((HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SiteError, match=f"Port {port} can't be used; choose another"):
            server(site, port)
        code = "from autograder.cli import main; raise SystemExit(main())"
        ran = subprocess.run(
            [sys.executable, "-c", code, "site", "serve", str(site), "--port", str(port)],
            capture_output=True,
            text=True,
        )
    assert ran.returncode != 0
    assert f"Port {port} can't be used" in ran.stderr and "Traceback" not in ran.stderr


def test_a_folder_that_is_no_site_is_refused(tmp_path):
    with pytest.raises(SiteError, match="run mle site build first"):
        server(tmp_path, 0)


def test_a_number_that_is_no_port_is_refused(site):
    with pytest.raises(SiteError, match="70000 is not a port"):
        server(site, 70_000)
