"""The stand-in directed over HTTP, for tests of the program as a whole: verbs are posted, the state is read."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from tests.telegram.standin.accounts import Post
from tests.telegram.standin.people import Group, Person

if TYPE_CHECKING:
    from tests.telegram.standin import Standin

Verb = Callable[["Standin", Person, dict[str, Any]], Any]


def control_app(standin: "Standin") -> Starlette:
    """POST /control/<verb> with a JSON object, GET /control/state.

    Every verb but fail and advance names its ``person`` (made at the first mention); ``group`` is optional.
    """

    async def act(request: Request) -> JSONResponse:
        verb, given = request.path_params["verb"], await request.json()
        if verb in _WITHOUT_PERSON:
            _WITHOUT_PERSON[verb](standin, given)
            return JSONResponse({})
        if verb not in _VERBS:
            return JSONResponse({"verbs": [*_VERBS, *_WITHOUT_PERSON]}, 404)
        try:
            post = _VERBS[verb](standin, standin.person(given.pop("person")), given)
        except (AssertionError, KeyError, StopIteration) as error:
            return JSONResponse({"error": str(error)}, 409)
        return JSONResponse({"message": post.id} if isinstance(post, Post) else {})

    async def state(request: Request) -> JSONResponse:
        return JSONResponse(_state(standin))

    return Starlette(
        routes=[Route("/control/state", state), Route("/control/{verb}", act, methods=["POST"])],
    )


def _group(standin: "Standin", given: dict[str, Any]) -> Group | None:
    return standin.group(given["group"]) if given.get("group") else None


def _post(person: Person, given: dict[str, Any]) -> Post:
    return next(post for post in person.chat.posts if post.id == given["message"])


_VERBS: dict[str, Verb] = {
    "start": lambda standin, person, given: person.start(given.get("code", "")),
    "say": lambda standin, person, given: person.says(given["text"], to=_group(standin, given)),
    "send": lambda standin, person, given: person.sends(given["what"], given.get("caption", "")),
    "edit": lambda standin, person, given: person.edits(_post(person, given), given["text"]),
    "reply": lambda standin, person, given: person.replies(_post(person, given), given["text"]),
    "press": lambda standin, person, given: person.presses(given["label"]),
    "block": lambda standin, person, given: person.blocks(),
    "unblock": lambda standin, person, given: person.unblocks(),
}
_WITHOUT_PERSON: dict[str, Callable[["Standin", dict[str, Any]], None]] = {
    "fail": lambda standin, given: standin.fail(given["what"], given.get("times", 1), method=given.get("method", "")),
    "advance": lambda standin, given: standin.advance(given["seconds"]),
}


def _state(standin: "Standin") -> dict[str, Any]:
    with standin.world.lock:
        return {
            "now": standin.world.now(),
            "waiting": standin.waiting,
            "webhook": standin.world.bot.webhook_url,
            "people": {name: _phone(person) for name, person in standin.people.items()},
            "groups": {title: [_shown(post) for post in group.inbox] for title, group in standin.groups.items()},
            "calls": len(standin.world.calls),
            "refused": [
                {"method": call.method, "status": call.status} for call in standin.world.calls if call.status != 200
            ],
        }


def _phone(person: Person) -> dict[str, Any]:
    return {"id": person.id, "menu": person.menu, "inbox": [_shown(post) for post in person.inbox]}


def _shown(post: Post) -> dict[str, Any]:
    return {
        "message": post.id,
        "date": post.date,
        "text": post.text,
        "buttons": post.buttons,
        "file": post.upload.name if post.upload else None,
    }
