"""The methods that send, change and take back messages."""

import io
from typing import Any

from PIL import Image, UnidentifiedImageError

from tests.telegram.standin.accounts import Chat, Post, Upload
from tests.telegram.standin.errors import ApiError, bad_request
from tests.telegram.standin.media import MEDIA
from tests.telegram.standin.parameters import LONGEST_CAPTION, LONGEST_TEXT, Parameters, formatted, keyboard, reply
from tests.telegram.standin.world import World

_LARGEST_UPLOAD = 50 * 1024 * 1024  # bytes
_NO_SUCH_FILE = "wrong file identifier/HTTP URL specified"
_LARGEST_PHOTO = 10 * 1024 * 1024  # bytes


def send_message(world: World, parameters: Parameters) -> dict[str, Any]:
    """Send a text."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(parameters, "text", LONGEST_TEXT)
    if not text:
        raise bad_request("text must be non-empty")
    keys = keyboard(parameters)
    chat = world.chat_to_write(parameters.text("chat_id"))
    return _sent(world, chat, Post(**_of_bot(world, chat, parameters), text=text, entities=entities, keys=keys))


def send_photo(world: World, parameters: Parameters) -> dict[str, Any]:
    """Send a picture that is uploaded with the request, or one that is known by its file_id."""
    if "photo" not in parameters.files:
        return _send_known_photo(world, parameters)
    photo = _upload(parameters, "photo")
    caption, entities = formatted(parameters, "caption", LONGEST_CAPTION)
    keys = keyboard(parameters)
    chat = world.chat_to_write(parameters.text("chat_id"))
    if len(photo.content) > _LARGEST_PHOTO:
        raise bad_request(f"file of size {len(photo.content)} bytes is too big for a photo; the maximum size is 10 MB")
    width, height = _size(photo.content)
    content = {"photo": [_kept(world, photo) | {"width": width, "height": height}]}
    post = Post(
        **_of_bot(world, chat, parameters), text=caption, entities=entities, keys=keys, content=content, upload=photo
    )
    return _sent(world, chat, post)


def _send_known_photo(world: World, parameters: Parameters) -> dict[str, Any]:
    file_id = parameters.text("photo")
    known = [size for size in MEDIA["photo"]["photo"] if size["file_id"] == file_id]
    if not known and file_id not in world.files:
        raise bad_request("there is no photo in the request" if not file_id else _NO_SUCH_FILE)
    caption, entities = formatted(parameters, "caption", LONGEST_CAPTION)
    keys = keyboard(parameters)
    chat = world.chat_to_write(parameters.text("chat_id"))
    content = {"photo": known or [{"file_id": file_id, "file_unique_id": file_id}]}
    post = Post(**_of_bot(world, chat, parameters), text=caption, entities=entities, keys=keys, content=content)
    return _sent(world, chat, post)


def send_document(world: World, parameters: Parameters) -> dict[str, Any]:
    """Send a file that is uploaded with the request."""
    document = _upload(parameters, "document")
    caption, entities = formatted(parameters, "caption", LONGEST_CAPTION)
    keys = keyboard(parameters)
    chat = world.chat_to_write(parameters.text("chat_id"))
    content = {"document": _kept(world, document) | {"file_name": document.name, "mime_type": document.media_type}}
    post = Post(
        **_of_bot(world, chat, parameters),
        text=caption,
        entities=entities,
        keys=keys,
        content=content,
        upload=document,
    )
    return _sent(world, chat, post)


def edit_message_text(world: World, parameters: Parameters) -> dict[str, Any]:
    """Change a text that the bot sent."""
    if not parameters.text("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(parameters, "text", LONGEST_TEXT)
    keys = keyboard(parameters)
    post = _post_to_edit(world, parameters)
    if post.content:
        raise bad_request("there is no text in the message to edit")
    if (text, entities, keys) == (post.text, post.entities, post.keys):
        raise _not_modified()
    post.text, post.entities, post.keys, post.edit_date = text, entities, keys, int(world.now())
    return post.as_json()


def edit_message_reply_markup(world: World, parameters: Parameters) -> dict[str, Any]:
    """Change the buttons of a message that the bot sent."""
    keys = keyboard(parameters)
    post = _post_to_edit(world, parameters)
    if keys == post.keys:
        raise _not_modified()
    post.keys = keys
    return post.as_json()


def delete_message(world: World, parameters: Parameters) -> bool:
    """Take back a message that the bot sent."""
    chat = world.chat_to_write(parameters.text("chat_id"))
    post = world.post_of_bot(chat, parameters.integer("message_id"))
    if post is None:
        raise bad_request("message to delete not found")
    chat.posts.remove(post)
    return True


def _of_bot(world: World, chat: Chat, parameters: Parameters) -> dict[str, Any]:
    answered = {"reply_to": _answered(chat, parameters)}
    by_bot = {"sender": world.bot.as_json(), "by_bot": True}
    return {"id": 0, "chat": chat, "date": int(world.now())} | by_bot | answered


def _answered(chat: Chat, parameters: Parameters) -> Post | None:
    wanted, may_be_missing = reply(parameters)
    post = next((post for post in chat.posts if post.id == wanted), None)
    if wanted and post is None and not may_be_missing:
        raise bad_request("message to be replied not found")
    return post


def _sent(world: World, chat: Chat, post: Post) -> dict[str, Any]:
    world.flood.count(chat.id, is_group=chat.is_group, now=world.now())
    post.id = world.new_post_id(chat)
    chat.posts.append(post)
    return post.as_json()


def _upload(parameters: Parameters, name: str) -> Upload:
    upload = parameters.files.get(name)
    if upload is None:
        raise bad_request(f"there is no {name} in the request")
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > _LARGEST_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return upload


def _kept(world: World, upload: Upload) -> dict[str, Any]:
    file_id = f"file{len(world.files) + 1:08d}"
    world.files[file_id] = upload.content
    return {"file_id": file_id, "file_unique_id": file_id, "file_size": len(upload.content)}


def _size(picture: bytes) -> tuple[int, int]:
    try:
        with Image.open(io.BytesIO(picture)) as image:
            width, height = image.size
    except UnidentifiedImageError:
        raise bad_request("IMAGE_PROCESS_FAILED") from None
    if width + height > 10_000 or max(width, height) > 20 * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


def _post_to_edit(world: World, parameters: Parameters) -> Post:
    chat = world.chat_to_write(parameters.text("chat_id"))
    message_id = parameters.integer("message_id")
    post = world.post_of_bot(chat, message_id)
    if post is None:
        known = any(other.id == message_id for other in chat.posts)
        raise bad_request("message can't be edited" if known else "message to edit not found")
    return post


def _not_modified() -> ApiError:
    return bad_request(
        "message is not modified: specified new message content and reply markup are exactly the same as a current "
        "content and reply markup of the message"
    )
