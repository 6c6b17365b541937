"""What varies in the app from one installation to another."""

from pathlib import Path

from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.settings import Settings, load_settings

_THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


class AppSettings(BaseSettings):
    """Each field is the environment variable of the same name.

    Attributes:
        allow_uploads: ALLOW_UPLOADS, whether reports may be added and removed in the app; where it is not
            set, only if the app serves this machine alone.
        feedback_file: FEEDBACK_FILE, the SQLite file of readers' feedback; where it is not set,
            ``feedback.sqlite3`` beside the index.
    """

    model_config = SettingsConfigDict(frozen=True, env_ignore_empty=True, extra="ignore")

    allow_uploads: bool | None = None
    feedback_file: Path | None = None


def may_change_reports(server_address: str | None) -> bool:
    """Whether reports may be added and removed, in an app that is bound to this address."""
    allowed = AppSettings().allow_uploads
    return server_address in _THIS_MACHINE if allowed is None else allowed


def feedback_file(settings: Settings | None = None) -> Path:
    """The SQLite file of readers' feedback."""
    return AppSettings().feedback_file or (settings or load_settings()).index_dir / "feedback.sqlite3"
