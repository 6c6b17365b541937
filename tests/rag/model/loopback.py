"""A server on loopback that speaks as OpenAI does: it answers by a function, fails, hangs or sends rubbish."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import repeat
from typing import Any

Reply = str | int | bytes | float | Iterator[str]
"""A text, an HTTP status, a body that is no event stream, seconds to hang, or pieces of a text without end."""

KEY = "sk-secret-of-the-council"
ERROR = f"no, {KEY}"


class Server(ThreadingHTTPServer):
    """``reply`` gives the reply to a request; what was sent is kept, with its key."""

    daemon_threads = True

    def __init__(self, reply: Callable[[dict[str, Any]], Reply]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.reply = reply
        self.url = f"http://127.0.0.1:{self.server_port}/v1"
        self.sent: list[dict[str, Any]] = []
        self.keys: list[str] = []
        self.over = threading.Event()


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Server

    def do_POST(self) -> None:
        """Keeps what was sent and replies."""
        self.server.sent.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        self.server.keys.append(self.headers.get("Authorization", ""))
        try:
            self._send(self.server.reply(self.server.sent[-1]))
        except (BrokenPipeError, ConnectionResetError):
            return

    def _send(self, reply: Reply) -> None:
        if isinstance(reply, float):
            self.server.over.wait(reply)
        elif isinstance(reply, int):
            self._send_whole(reply, "application/json", json.dumps({"error": {"message": ERROR}}).encode())
        elif isinstance(reply, bytes):
            self._send_whole(200, "text/html", reply)
        else:
            self._send_events(to_pieces(reply) if isinstance(reply, str) else reply)

    def _send_whole(self, status: int, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _send_events(self, pieces: Iterator[str]) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        for piece in pieces:
            if self.server.over.is_set():
                return
            self.wfile.write(to_event({"role": "assistant", "content": piece}))
        self.wfile.write(to_event({}, "stop") + b"data: [DONE]\n\n")

    def log_message(self, *args: Any) -> None:
        """Keeps the test's output clean."""


@contextmanager
def serving(reply: Callable[[dict[str, Any]], Reply]) -> Iterator[Server]:
    """A server at its ``url`` for as long as the block runs."""
    server = Server(reply)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield server
    server.over.set()
    server.shutdown()
    server.server_close()
    thread.join()


def to_pieces(text: str) -> Iterator[str]:
    """A text in pieces as they come from a model."""
    yield from (text[at : at + 9] for at in range(0, len(text), 9))


def without_end(text: str) -> Iterator[str]:
    """The same text again and again, slowly enough to leave the machine to others."""
    for piece in repeat(text):
        time.sleep(0.001)
        yield piece


def to_event(delta: dict[str, str], finish: str | None = None) -> bytes:
    """One event of the chat completions interface."""
    choice = {"index": 0, "delta": delta, "finish_reason": finish}
    event = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "m", "choices": [choice]}
    return f"data: {json.dumps(event)}\n\n".encode()
