"""The least that a bot can do: an echo without any library for Telegram. No bot on this machine is quicker."""

import asyncio

import aiohttp
import orjson
from serve import application, in_response, options, run, serve, tell


async def main() -> None:
    """Serve until told to stop."""
    given = options_given
    url = f"{given.api}/bot{given.token}/sendMessage"
    sends: set[asyncio.Task[None]] = set()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)) as session:

        async def send(chat: int, text: str) -> None:
            async with session.post(url, data={"chat_id": str(chat), "text": text}) as response:
                await response.read()

        async def take(body: bytes) -> bytes:
            message = orjson.loads(body)["message"]
            chat, text = message["chat"]["id"], message["text"]
            if given.answer == "response":
                return in_response(chat, text)
            task = asyncio.create_task(send(chat, text))
            sends.add(task)
            task.add_done_callback(sends.discard)
            return b""

        await serve(application(take, given.secret), given.port)


if __name__ == "__main__":
    options_given = options()
    tell("uvicorn", "httptools", "aiohttp", "orjson", how=f"{options_given.loop}, no library for bots")
    run(main(), options_given.loop)
