"""Settings: read, checked, and told about without giving a secret away."""

from pathlib import Path

import pytest

from bot.settings import PRODUCTION_DATABASE, TRYOUT_DATABASE, Settings, SettingsError, load_settings
from tests.cli.conftest import Invoke

TOKEN = "4839574812:AAFD39kkdpWt3ywyRZergyOLMaJhac60qcE"  # made up
SECRET = "s3cret_-S3CRET"
URL = "https://bot.example.org/telegram"
WITH_TOKEN = {"TELEGRAM_TOKEN": TOKEN}


def load(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> Settings:
    for name, value in values.items():
        monkeypatch.setenv(f"KAMERBOT_{name}", value)
    return load_settings()


def faults(monkeypatch: pytest.MonkeyPatch, values: dict[str, str]) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load(monkeypatch, values)
    return caught.value.faults


def test_without_settings_it_is_the_tryout_on_a_database_of_its_own() -> None:
    settings = load_settings()
    assert settings.is_tryout
    assert (settings.host, settings.port, settings.database_url) == ("127.0.0.1", 8080, TRYOUT_DATABASE)


def test_with_a_token_it_is_telegram_on_the_real_database(monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(monkeypatch, WITH_TOKEN | {"HOST": "0.0.0.0"})
    assert not settings.is_tryout
    assert settings.database_url == PRODUCTION_DATABASE
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN


@pytest.mark.parametrize(
    ("values", "named", "said"),
    [
        ({"PORT": "zestig"}, "PORT", "a number from 1 to 65535"),
        ({"PORT": "0"}, "PORT", "a number from 1 to 65535"),
        ({"PORT": "65536"}, "PORT", "a number from 1 to 65535"),
        ({"HOST": "my computer"}, "HOST", "an address or name of this computer"),
        ({"HOST": "0.0.0.0"}, "HOST", "the try-out is for this computer alone"),
        ({"DATABASE_URL": "var/kamerbot.db"}, "DATABASE_URL", "sqlite:///var/kamerbot.db"),
        ({"DATABASE_URL": "sqlite://"}, "DATABASE_URL", "sqlite:///var/kamerbot.db"),
        ({"DATABASE_URL": "sqlite:///:memory:"}, "DATABASE_URL", "sqlite:///var/kamerbot.db"),
        ({"DATABASE_URL": "mysql://els:geheim99@host/kamerbot"}, "DATABASE_URL", "postgresql://"),
        ({"DATABASE_URL": "postgresql://els:geheim99@host:x/kamerbot"}, "DATABASE_URL", "postgresql://"),
        ({"TELEGRAM_TOKEN": "geheim99"}, "TELEGRAM_TOKEN", "the token that @BotFather gave"),
        ({"TELEGRAM_TOKEN": f"{TOKEN}/geheim99"}, "TELEGRAM_TOKEN", "the token that @BotFather gave"),
        ({"TELEGRAM_API_URL": "api.telegram.org"}, "TELEGRAM_API_URL", "https://api.telegram.org"),
        ({"TELEGRAM_API_URL": "ftp://api.telegram.org"}, "TELEGRAM_API_URL", "https://api.telegram.org"),
        ({"TELEGRAM_API_URL": "http://host:port"}, "TELEGRAM_API_URL", "https://api.telegram.org"),
        ({"TELEGRAM_WEBHOOK_URL": URL}, "TELEGRAM_WEBHOOK_URL", "KAMERBOT_TELEGRAM_TOKEN is not set"),
        (WITH_TOKEN | {"TELEGRAM_WEBHOOK_URL": URL}, "TELEGRAM_WEBHOOK_SECRET", "also a secret, of 1 to 256"),
        (WITH_TOKEN | {"TELEGRAM_WEBHOOK_SECRET": SECRET}, "TELEGRAM_WEBHOOK_SECRET", "WEBHOOK_URL is not set"),
        (
            WITH_TOKEN | {"TELEGRAM_WEBHOOK_URL": URL, "TELEGRAM_WEBHOOK_SECRET": "geheim99!"},
            "TELEGRAM_WEBHOOK_SECRET",
            "1 to 256 characters of A-Z a-z 0-9 _ -",
        ),
        (
            WITH_TOKEN | {"TELEGRAM_WEBHOOK_URL": URL, "TELEGRAM_WEBHOOK_SECRET": "geheim99" * 33},
            "TELEGRAM_WEBHOOK_SECRET",
            "1 to 256 characters",
        ),
        (
            WITH_TOKEN | {"TELEGRAM_WEBHOOK_URL": URL.replace("s:", ":"), "TELEGRAM_WEBHOOK_SECRET": SECRET},
            "TELEGRAM_WEBHOOK_URL",
            "https, ending in /telegram",
        ),
        (
            WITH_TOKEN | {"TELEGRAM_WEBHOOK_URL": "https://bot.example.org", "TELEGRAM_WEBHOOK_SECRET": SECRET},
            "TELEGRAM_WEBHOOK_URL",
            "https, ending in /telegram",
        ),
        ({"TELEGRAM_RATE": "100"}, "TELEGRAM_RATE", "with KAMERBOT_TELEGRAM_API_URL"),
        ({"TELEGRAM_RATE": "-1", "TELEGRAM_API_URL": "http://127.0.0.1:8081"}, "TELEGRAM_RATE", "from 0 to 1000000"),
        ({"WORKERS": "0"}, "WORKERS", "a number from 1 to 64"),
        ({"WORKERS": "2"}, "WORKERS", "1 for the try-out"),
        (WITH_TOKEN | {"WORKERS": "2"}, "WORKERS", "set KAMERBOT_DATABASE_URL to a PostgreSQL database"),
        ({"LOG_LEVEL": "loud"}, "LOG_LEVEL", "DEBUG, INFO, WARNING or ERROR"),
        ({"LOG_FORMAT": "xml"}, "LOG_FORMAT", "text or json"),
    ],
)
def test_a_wrong_setting_is_named_with_what_is_expected_and_never_repeated(
    monkeypatch: pytest.MonkeyPatch, values: dict[str, str], named: str, said: str
) -> None:
    [fault] = faults(monkeypatch, values)
    assert fault.startswith(f"KAMERBOT_{named}: expected ")
    assert said in fault
    assert "geheim99" not in fault
    assert TOKEN not in fault


def test_every_wrong_setting_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    told = faults(monkeypatch, {"PORT": "x", "LOG_FORMAT": "y", "TELEGRAM_TOKEN": "z"})
    assert [fault.partition(":")[0] for fault in told] == [
        "KAMERBOT_TELEGRAM_TOKEN",
        "KAMERBOT_PORT",
        "KAMERBOT_LOG_FORMAT",
    ]


def test_a_webhook_of_a_server_of_ones_own_may_do_without_tls(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"TELEGRAM_WEBHOOK_URL": "http://127.0.0.1:8080/telegram", "TELEGRAM_WEBHOOK_SECRET": SECRET}
    settings = load(monkeypatch, WITH_TOKEN | values | {"TELEGRAM_API_URL": "http://127.0.0.1:8081/"})
    assert settings.telegram_api_url == "http://127.0.0.1:8081"


def test_a_server_of_ones_own_may_have_another_rate(monkeypatch: pytest.MonkeyPatch) -> None:
    own = WITH_TOKEN | {"TELEGRAM_API_URL": "http://127.0.0.1:8081"}
    assert load(monkeypatch, own).telegram_rate is None
    assert load(monkeypatch, own | {"TELEGRAM_RATE": "0"}).telegram_rate == 0


def test_several_workers_share_a_postgresql_database(monkeypatch: pytest.MonkeyPatch) -> None:
    given = WITH_TOKEN | {"DATABASE_URL": "postgresql://els:geheim99@host/kamerbot", "WORKERS": "4"}
    assert load(monkeypatch, given).workers == 4


@pytest.mark.parametrize("where", ["environment", "file"])
def test_a_mistyped_name_is_told_with_the_likely_one(monkeypatch: pytest.MonkeyPatch, home: Path, where: str) -> None:
    if where == "file":
        (home / ".env").write_text(f"KAMERBOT_TELEGRAM_TOKN={TOKEN}\nOTHER_PROGRAM=1\n")
        told = faults(monkeypatch, {})
    else:
        told = faults(monkeypatch, {"TELEGRAM_TOKN": TOKEN})
    assert told == ["KAMERBOT_TELEGRAM_TOKN is no setting. Did you mean KAMERBOT_TELEGRAM_TOKEN?"]


def test_the_file_is_read_and_the_environment_goes_before_it(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / ".env").write_text("KAMERBOT_PORT=9000\nKAMERBOT_LOG_FORMAT=json\nKAMERBOT_TELEGRAM_TOKEN=\n")
    settings = load(monkeypatch, {"PORT": "9001"})
    assert (settings.port, settings.log_format, settings.telegram_token) == (9001, "json", None)


def test_a_file_that_is_no_text_is_told(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    (home / ".env").write_bytes(b"KAMERBOT_PORT=\xff\xfe\n")
    assert faults(monkeypatch, {}) == ["The file .env cannot be read: it is not text in UTF-8."]


def test_secrets_are_hidden_when_settings_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    values = {"TELEGRAM_WEBHOOK_URL": URL, "TELEGRAM_WEBHOOK_SECRET": SECRET}
    database = {"DATABASE_URL": "postgresql://els:geheim%2199@host/kamerbot"}
    settings = load(monkeypatch, WITH_TOKEN | values | database)
    assert settings.secrets() == [TOKEN, SECRET, "geheim!99"]
    for secret in (*settings.secrets(), "geheim%2199"):
        assert secret not in repr(settings)


@pytest.mark.parametrize("command", [("run",), ("room", "list"), ("backup",)])
def test_a_command_stops_with_the_settings_name_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, invoke: Invoke, command: tuple[str, ...]
) -> None:
    monkeypatch.setenv("KAMERBOT_PORT", "zestig")
    result = invoke(*command, code=2)
    assert result.stderr.splitlines() == [
        "KAMERBOT_PORT: expected a number from 1 to 65535.",
        "All settings are explained in docs/settings.md.",
    ]
    assert not Path("var").exists()
