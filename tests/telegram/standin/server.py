"""The stand-in over HTTP: the Bot API and its files, served by a thread on a free loopback port."""

import asyncio
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any

import uvicorn
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tests.telegram.standin.errors import ApiError
from tests.telegram.standin.faults import ANSWERS, LATE, NOT_DONE, break_off
from tests.telegram.standin.methods import METHODS
from tests.telegram.standin.parameters import Parameters
from tests.telegram.standin.polls import Polls
from tests.telegram.standin.requests import opened, parameters_of
from tests.telegram.standin.webhooks import Deliveries
from tests.telegram.standin.world import Call, World


class BotApi:
    """The ASGI application. Whatever is not the Bot API goes to ``other``."""

    def __init__(self, world: World, other: ASGIApp) -> None:
        self._world = world
        self._other = other
        self._polls = Polls(world)
        self._deliveries = Deliveries(world)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http" and scope["path"].startswith("/bot"):
            await self._answer(Request(scope, receive), receive, send)
        elif scope["type"] == "http" and scope["path"].startswith("/file/bot"):
            await self._file(scope["path"])(scope, receive, send)
        else:
            await self._other(scope, receive, send)

    async def run(self) -> None:
        """Deliver to the webhook, and wake whoever waits for a change, until cancelled."""
        loop = asyncio.get_running_loop()

        def changed() -> None:
            loop.call_soon_threadsafe(self._polls.ring)
            loop.call_soon_threadsafe(self._deliveries.ring)

        self._world.listeners.append(changed)
        try:
            await self._deliveries.run()
        finally:
            self._world.listeners.remove(changed)

    async def _answer(self, request: Request, receive: Receive, send: Send) -> None:
        token, _, method = request.url.path.removeprefix("/bot").partition("/")
        parameters = await parameters_of(request)
        fault = self._world.next_fault(method)
        if fault in ANSWERS:
            response = ANSWERS[fault]
        elif fault in NOT_DONE:
            response = Response()
        else:
            response = await self._carried_out(token, method, parameters)
        answered = not fault or fault in ANSWERS or fault == LATE
        self._note(method, parameters, response.status_code if answered else 0)
        if fault == LATE:
            await asyncio.sleep(self._world.late_by)
        if answered:
            await response(request.scope, receive, send)
        else:
            await break_off(fault, bytes(response.body), receive, send, self._world.no_answer_for)

    def _note(self, method: str, parameters: Parameters, status: int) -> None:
        shown = {name: opened(name, value) for name, value in parameters.fields.items()} | dict(parameters.files)
        with self._world.lock:
            self._world.calls.append(Call(method, shown, status))
            self._world.changed()

    async def _carried_out(self, token: str, method: str, parameters: Parameters) -> JSONResponse:
        try:
            result = await self._result(token, method.lower(), parameters)
        except ApiError as refusal:
            return JSONResponse(refusal.as_json(), refusal.code)
        return JSONResponse({"ok": True, "result": result})

    async def _result(self, token: str, method: str, parameters: Parameters) -> Any:
        if ":" not in token or not token.split(":")[0].isdigit():
            raise ApiError(404, "Not Found")
        if token != self._world.bot.token:
            raise ApiError(401, "Unauthorized")
        if method == "getupdates":
            return await self._polls.get_updates(parameters)
        if method not in METHODS:
            raise ApiError(404, "Not Found: method not found")
        with self._world.lock:
            result = METHODS[method](self._world, parameters)
            self._world.changed()
            return result

    def _file(self, path: str) -> Response:
        token, _, name = path.removeprefix("/file/bot").partition("/files/")
        content = self._world.files.get(name)
        if token != self._world.bot.token or content is None:
            return JSONResponse(ApiError(404, "Not Found").as_json(), 404)
        return Response(content)


def _drop(connection: Any) -> None:
    connection.transport.abort()


class Server:
    """Serves a world in a thread of its own, from ``with`` to the end of it."""

    def __init__(self, world: World, other: ASGIApp, port: int = 0) -> None:
        self._world = world
        self._api = BotApi(world, other)
        self._socket = socket.create_server(("127.0.0.1", port))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._config = uvicorn.Config(
            self._api, log_config=None, lifespan="off", access_log=False, http="h11", ws="none"
        )
        self._stop: Callable[[], object] = lambda: None
        self._started = threading.Event()
        self._thread = threading.Thread(target=self.serve, name="Telegram stand-in", daemon=True)

    def serve(self) -> None:
        """Serve until it is told to stop."""
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        self._stop = lambda: loop.call_soon_threadsafe(stop.set)
        self._config.load()
        server = uvicorn.Server(self._config)
        server.lifespan = self._config.lifespan_class(self._config)
        # Not server.serve(): that looks only ten times a second whether it should end, which adds up in tests.
        await server.startup(sockets=[self._socket])
        deliveries = asyncio.create_task(self._api.run())
        self._started.set()
        await stop.wait()
        deliveries.cancel()
        await asyncio.gather(deliveries, return_exceptions=True)
        # Not server.shutdown() either, which waits a while for the answers that are held back.
        for listener in server.servers:
            listener.close()
        for connection in list(server.server_state.connections):
            _drop(connection)
        await asyncio.sleep(0)

    def __enter__(self) -> "Server":
        self._thread.start()
        self._started.wait(10)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with self._world.lock:
            self._world.closing = True
            self._world.changed()
        self._stop()
        self._thread.join(10)
