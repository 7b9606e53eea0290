"""What an operator sets: environment variables that begin with KAMERBOT_, or lines of a ``.env`` file."""

import ipaddress
import re
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, DotEnvSettingsSource, EnvSettingsSource, SettingsConfigDict

PREFIX = "KAMERBOT_"
PRODUCTION_DATABASE = "sqlite:///var/kamerbot.db"
TRYOUT_DATABASE = "sqlite:///var/tryout.db"
TELEGRAM = "https://api.telegram.org"
WEBHOOK_PATH = "/telegram"

_TOKEN = re.compile(r"[0-9]{5,}:[A-Za-z0-9_-]{30,}")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")  # Telegram Bot API, setWebhook: secret_token
_HOST = re.compile(r"[A-Za-z0-9.:_-]+")
_DATABASES = ("sqlite", "postgresql", "postgresql+psycopg")


class SettingsError(Exception):
    """Settings that the program cannot start with: a sentence for each, with its full name and what is expected."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("; ".join(faults))
        self.faults = faults


def _setting(default: Any, what: str, expected: str) -> Any:
    return Field(default, description=what, json_schema_extra={"expected": expected})


def _usual_database(others: dict[str, Any]) -> str:
    return PRODUCTION_DATABASE if others["telegram_token"] else TRYOUT_DATABASE


class Settings(BaseSettings):
    """All settings. One that stands later may depend on those before it."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        dotenv_filtering="only_existing",
        extra="forbid",
        frozen=True,
        hide_input_in_errors=True,
        str_strip_whitespace=True,
    )

    telegram_token: SecretStr | None = _setting(
        None,
        "the bot's token; with it Kamerbot serves Telegram, without any platform it is the try-out",
        "the token that @BotFather gave: digits, a colon, letters and digits",
    )
    telegram_api_url: str = _setting(
        TELEGRAM,
        "root of a Bot API server; `/bot<token>/…` and `/file/bot<token>/…` are added to it",
        "an address such as https://api.telegram.org",
    )
    telegram_webhook_url: str | None = _setting(
        None,
        "where Telegram sends updates to, from outside; with it Kamerbot receives by webhook, else by long polling",
        "an address such as https://bot.example.org/telegram (https, ending in /telegram)",
    )
    telegram_webhook_secret: SecretStr | None = Field(
        None,
        validate_default=True,
        description="proves that an update comes from Telegram; needed with a webhook",
        json_schema_extra={"expected": "1 to 256 characters of A-Z a-z 0-9 _ -"},
    )
    telegram_answer_in_response: Literal["never", "under-load", "always"] = _setting(
        "under-load",
        "when an answer goes in the response to an update, by webhook: quicker, but its fate stays unknown",
        "never, under-load or always",
    )
    telegram_rate: Annotated[int, Field(ge=0, le=1_000_000)] | None = _setting(
        None,
        "messages a second that a Bot API server of your own takes; 0 is no limit. Without it Telegram's own limits",
        "a number from 0 to 1000000, with KAMERBOT_TELEGRAM_API_URL",
    )
    host: str = _setting(
        "127.0.0.1",
        "address to listen on; the try-out listens on this computer alone",
        "an address or name of this computer, such as 127.0.0.1 or 0.0.0.0",
    )
    port: Annotated[int, Field(ge=1, le=65535)] = _setting(8080, "port to listen on", "a number from 1 to 65535")
    metrics_port: Annotated[int, Field(ge=1, le=65535)] | None = _setting(
        None,
        "port of this computer alone for Prometheus (`/metrics`); each further worker has the next one",
        "a number from 1 to 65535",
    )
    database_url: str = Field(
        default_factory=_usual_database,
        repr=False,
        description="where everything is kept",
        json_schema_extra={
            "expected": "an address such as sqlite:///var/kamerbot.db or postgresql://user:password@host/name"
        },
    )
    workers: Annotated[int, Field(ge=1, le=64)] = _setting(
        1,
        "processes that serve side by side; more than one needs a PostgreSQL database",
        "a number from 1 to 64",
    )
    nightly_backup: Literal["yes", "no"] = _setting(
        "yes",
        "copy a SQLite database each night and keep the copies for 14 days; the try-out does not",
        "yes or no",
    )
    backup_folder: Path | None = _setting(
        None,
        "where copies of the database go; else a folder `backups` beside it",
        "a folder such as /mnt/safe/kamerbot",
    )
    report_template: Path | None = _setting(
        None,
        "a document from which reports to change by hand are made, instead of Kamerbot's own",
        "a file such as /etc/kamerbot/report.docx (kamerbot template makes one to begin with)",
    )
    log_level: Annotated[Literal["DEBUG", "INFO", "WARNING", "ERROR"], BeforeValidator(str.upper)] = _setting(
        "INFO", "the least important events that are logged", "DEBUG, INFO, WARNING or ERROR"
    )
    log_format: Literal["text", "json"] = _setting(
        "text", "how an event is logged: a line to read, or a JSON object for a program", "text or json"
    )

    @property
    def is_tryout(self) -> bool:
        """Whether no platform is connected: then the browser try-out is served."""
        return self.telegram_token is None

    def backups(self, database: Path) -> Path:
        """The folder that copies of this database go to."""
        return self.backup_folder or database.parent / "backups"

    def secrets(self) -> list[str]:
        """What may never be seen in a log."""
        hidden = [secret.get_secret_value() for secret in (self.telegram_token, self.telegram_webhook_secret) if secret]
        from sqlalchemy import make_url

        password = make_url(self.database_url).password
        return [*hidden, password] if password else hidden

    @field_validator("telegram_token")
    @classmethod
    def _is_token(cls, value: SecretStr | None) -> SecretStr | None:
        _expect(value is None or _TOKEN.fullmatch(value.get_secret_value()))
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _is_root(cls, value: str) -> str:
        _expect(_scheme(value) in ("http", "https"))
        return value.rstrip("/")

    @field_validator("telegram_webhook_url")
    @classmethod
    def _is_webhook(cls, value: str | None, others: ValidationInfo) -> str | None:
        if value is None:
            return None
        if others.data.get("telegram_token", "wrong") is None:
            raise ValueError(f"no address as long as {PREFIX}TELEGRAM_TOKEN is not set")
        # A Bot API server of one's own may call an address without TLS; Telegram's never does.
        own_server = others.data.get("telegram_api_url") != TELEGRAM
        _expect(_scheme(value) in (("https", "http") if own_server else ("https",)))
        _expect(urlsplit(value).path.endswith(WEBHOOK_PATH))
        return value

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _belongs_to_webhook(cls, value: SecretStr | None, others: ValidationInfo) -> SecretStr | None:
        _expect(value is None or _WEBHOOK_SECRET.fullmatch(value.get_secret_value()))
        url = others.data.get("telegram_webhook_url", "wrong")
        if value is None and url not in (None, "wrong"):
            raise ValueError(
                f"with {PREFIX}TELEGRAM_WEBHOOK_URL also a secret, of 1 to 256 characters of A-Z a-z 0-9 _ -"
            )
        if value is not None and url is None:
            raise ValueError(f"no secret as long as {PREFIX}TELEGRAM_WEBHOOK_URL is not set")
        return value

    @field_validator("telegram_rate")
    @classmethod
    def _is_of_own_server(cls, value: int | None, others: ValidationInfo) -> int | None:
        # Telegram itself answers 429 to whoever sends more than it takes.
        _expect(value is None or others.data.get("telegram_api_url") != TELEGRAM)
        return value

    @field_validator("host")
    @classmethod
    def _is_host(cls, value: str, others: ValidationInfo) -> str:
        _expect(_HOST.fullmatch(value))
        if others.data.get("telegram_token", "wrong") is None and not _is_loopback(value):
            raise ValueError("127.0.0.1, ::1 or localhost: the try-out is for this computer alone")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_database(cls, value: str) -> str:
        from sqlalchemy import make_url
        from sqlalchemy.exc import ArgumentError

        try:
            url = make_url(value)
        except (ArgumentError, ValueError):
            raise ValueError from None
        _expect(url.drivername in _DATABASES and url.database not in (None, "", ":memory:"))
        return value

    @field_validator("workers")
    @classmethod
    def _share_a_database(cls, value: int, others: ValidationInfo) -> int:
        if value == 1:
            return value
        if others.data.get("telegram_token", "wrong") is None:
            raise ValueError("1 for the try-out, which is one process")
        if others.data.get("database_url", "postgresql").startswith("sqlite"):
            raise ValueError(
                f"1 with a database in a file; for more, set {PREFIX}DATABASE_URL to a PostgreSQL database, "
                "such as postgresql://user:password@host/name"
            )
        return value


def _expect(fits: object) -> None:
    """Refuse a value with what its setting expects."""
    if not fits:
        raise ValueError


def _scheme(address: str) -> str:
    """The scheme of a web address; empty when it is none, or has what an address of ours never has."""
    try:
        parts = urlsplit(address)
        wrong = not parts.hostname or parts.port == 0
    except ValueError:
        return ""
    return "" if wrong or parts.query or parts.fragment or parts.username or re.search(r"\s", address) else parts.scheme


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def full_name(field: str) -> str:
    """The setting's name as an operator writes it: "KAMERBOT_PORT"."""
    return PREFIX + field.upper()


def expected(field: str) -> str:
    """What the setting may be, in words."""
    extra = Settings.model_fields[field].json_schema_extra
    return str(extra["expected"]) if isinstance(extra, dict) else ""


def load_settings() -> Settings:
    """Read the settings from the environment and ``.env``. Raises SettingsError; it never repeats a value."""
    try:
        faults = _unknown()
        if not faults:
            return Settings()
    except ValidationError as error:
        faults = [_fault(fault) for fault in error.errors() if fault["type"] != "default_factory_not_called"]
    except OSError as error:
        faults = [f"The file .env cannot be read: {error.strerror}."]
    except UnicodeDecodeError:
        faults = ["The file .env cannot be read: it is not text in UTF-8."]
    raise SettingsError(faults)


def _unknown() -> list[str]:
    """A mistyped name would go unnoticed, and the program would start as something else."""
    known = [full_name(field) for field in Settings.model_fields]
    given = {*EnvSettingsSource(Settings).env_vars, *DotEnvSettingsSource(Settings).env_vars}
    faults = []
    for name in sorted(name.upper() for name in given):
        if name.startswith(PREFIX) and name not in known:
            like = get_close_matches(name, known, 1)
            faults.append(f"{name} is no setting." + (f" Did you mean {like[0]}?" if like else ""))
    return faults


def _fault(fault: ErrorDetails) -> str:
    field = str(fault["loc"][0])
    own_words = str(fault.get("ctx", {}).get("error", ""))
    return f"{full_name(field)}: expected {own_words or expected(field)}."
