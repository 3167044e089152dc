"""The part of ``mle study`` that runs inside the Jupyter server: it says where JupyterLab is."""

from __future__ import annotations

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    """Keep the server from telling the address in six lines of its own."""
    serverapp.identity_provider.token_generated = not serverapp.identity_provider.token


async def _start_jupyter_server_extension(serverapp: Any) -> None:
    """Tell the address in one line, once the server answers."""
    token = serverapp.identity_provider.token
    query = f"?token={token}" if token else ""
    print(f"JupyterLab: {serverapp.connection_url}{query}", flush=True)
