"""Sign-in through an OpenID Connect provider: the journey, with a provider that this test plays itself."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlparse

import pytest

from tests.browser.conftest import free_port, open_ask, serve

CLIENT = "west-midlands-chat"


class Provider(BaseHTTPRequestHandler):
    """Signs in everyone as one reader, at once."""

    nonce = ""
    key = None

    def do_GET(self) -> None:
        asked = urlparse(self.path)
        query = {name: values[0] for name, values in parse_qs(asked.query).items()}
        if asked.path == "/authorize":
            Provider.nonce = query.get("nonce", "")
            self.send_response(302)
            back = urlencode({"code": "a-code", "state": query["state"]})
            self.send_header("Location", f"{query['redirect_uri']}?{back}")
            self.end_headers()
        elif asked.path == "/keys":
            self._send({"keys": [self.key.as_dict(private=False)]})
        else:
            self._send(self._description())

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self._send({"access_token": "a-token", "token_type": "Bearer", "id_token": self._id_token()})

    def log_message(self, format: str, *args: object) -> None:
        pass

    def _id_token(self) -> str:
        from joserfc import jwt

        now = int(time.time())
        reader = {"sub": "1", "name": "Ada Reader", "email": "ada@example.org", "nonce": Provider.nonce}
        times = {"iss": self._address(), "aud": CLIENT, "iat": now, "exp": now + 600}
        return jwt.encode({"alg": "RS256", "kid": self.key.kid}, {**reader, **times}, self.key)

    def _description(self) -> dict[str, object]:
        here = self._address()
        return {
            "issuer": here,
            "authorization_endpoint": f"{here}/authorize",
            "token_endpoint": f"{here}/token",
            "jwks_uri": f"{here}/keys",
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _address(self) -> str:
        return f"http://localhost:{self.server.server_address[1]}"

    def _send(self, content: dict[str, object]) -> None:
        body = json.dumps(content).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    jwk = pytest.importorskip("joserfc.jwk", reason="no Authlib: install the extra 'test'")
    Provider.key = jwk.RSAKey.generate_key(2048, auto_kid=True)
    server = ThreadingHTTPServer(("localhost", 0), Provider)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://localhost:{server.server_address[1]}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def guarded(provider: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app with sign-in configured as the README says."""
    port = free_port()
    lines = [
        "[auth]",
        f'redirect_uri = "http://localhost:{port}/oauth2callback"',
        'cookie_secret = "a-secret-that-only-this-test-knows"',
        f'client_id = "{CLIENT}"',
        'client_secret = "another"',
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"',
    ]
    secrets = tmp_path_factory.mktemp("sign-in") / "secrets.toml"
    secrets.write_text("\n".join(lines), encoding="utf-8")
    yield from serve(folder, port, ["--secrets.files", str(secrets)])


def test_a_reader_signs_in_sees_the_chat_and_signs_out(browser, guarded: str) -> None:
    window = browser.new_page(viewport={"width": 1280, "height": 900}, base_url=guarded)
    window.set_default_timeout(60_000)
    for part in ("", "check", "figures"):
        window.goto(f"/{part}")
        window.get_by_role("heading", name="Sign in").wait_for()
        assert window.get_by_role("textbox").count() == 0

    window.get_by_role("button", name="Sign in").click()
    window.get_by_text("Signed in as Ada Reader").wait_for()
    open_ask(window)

    window.get_by_role("button", name="Sign out").click()
    window.get_by_role("heading", name="Sign in").wait_for()
    window.close()
