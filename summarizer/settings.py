"""What a user can set: by flag or argument, environment, or `summarizer.toml`, in that order."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, Self, TypedDict

from pydantic import AliasChoices, Field, SecretStr, ValidationError, model_validator
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from summarizer.errors import ConfigurationError, shortened

SETTINGS_FILE = Path("summarizer.toml")

MOST_REPAIRS = 4
"""With the first request and its re-ask a part takes six at most, further passes aside."""

Engine = Literal["auto", "model", "extractive"]
Mode = Literal["json_schema", "tools"]


class Options(TypedDict, total=False):
    """The settings as arguments; None stands for what environment and file say."""

    engine: Engine | None
    base_url: str | None
    api_key: str | SecretStr | None
    mode: Mode | None
    temperature: float | None
    top_p: float | None
    seed: int | None
    max_tokens: int | None
    deadline: float | None
    language: str | None
    repair: int | None
    complete: bool | None
    passes: int | None
    max_tokens_per_call: int | None
    price_in: float | None
    price_out: float | None


class Settings(BaseSettings):
    """Every setting with its default.

    `deadline` is in seconds, for an article or for each part of a long one. `max_tokens` bounds
    the answer, `max_tokens_per_call` what is sent first: a longer article goes out in parts. Its
    default keeps the answer, of nearly the same length where much is quoted, below what models
    can give. `price_in` and `price_out` are US dollars for a million tokens sent and answered.
    `temperature`, `top_p`, `seed` and `max_tokens` are sent to the model only when set.
    """

    model_config = SettingsConfigDict(
        env_prefix="SUMMARIZER_",
        toml_file=SETTINGS_FILE,
        env_ignore_empty=True,
        extra="forbid",
        populate_by_name=True,
        hide_input_in_errors=True,
        protected_namespaces=(),
    )

    engine: Engine = "auto"
    model: str | None = None
    base_url: str | None = Field(
        default=None, validation_alias=AliasChoices("SUMMARIZER_BASE_URL", "OPENAI_BASE_URL")
    )
    api_key: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("SUMMARIZER_API_KEY", "OPENAI_API_KEY")
    )
    mode: Mode = "json_schema"
    temperature: float | None = Field(default=None, ge=0, le=2)
    top_p: float | None = Field(default=None, gt=0, le=1)
    seed: int | None = None
    max_tokens: int | None = Field(default=None, ge=1)
    deadline: float = Field(default=120, gt=0)
    repair: int = Field(default=1, ge=0, le=MOST_REPAIRS)
    complete: bool = False
    passes: int = Field(default=1, ge=1, le=5)
    max_tokens_per_call: int = Field(default=24_000, ge=1000)
    price_in: float | None = Field(default=None, ge=0, le=1_000_000)
    price_out: float | None = Field(default=None, ge=0, le=1_000_000)
    jobs: int = Field(default=4, ge=1, le=256)
    profile: str = "negotiation"
    language: str | None = None
    cache: Path | None = None

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - the name is pydantic's
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)

    @model_validator(mode="after")
    def _both_prices(self) -> Self:
        if (self.price_in is None) != (self.price_out is None):
            raise PydanticCustomError("one_price", "--price-in and --price-out go together")
        return self

    def parameters(self) -> dict[str, Any]:
        """The sampling parameters that are set, by their names in the request."""
        names = ("temperature", "top_p", "seed", "max_tokens")
        return {name: value for name in names if (value := getattr(self, name)) is not None}


def load_settings(**given: Any) -> Settings:
    """The settings with `given` on top; a value of None counts as not given.

    Raises ConfigurationError naming the setting that is wrong, never its value.
    """
    _refuse_misspelt_variables()
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'settings'}: {fault['msg']}"
            for fault in error.errors(include_input=False, include_url=False)
        )
        raise ConfigurationError(
            f"A setting cannot be used ({told}). Settings come from flags, SUMMARIZER_* in the "
            f"environment and {SETTINGS_FILE}, in that order."
        ) from None
    except ValueError as error:  # TOML that does not parse
        raise ConfigurationError(
            f"{SETTINGS_FILE} cannot be read: {shortened(str(error), 300)}"
        ) from None


def _refuse_misspelt_variables() -> None:
    """Raises ConfigurationError for a variable that is no setting's and nearly one's name."""
    known = [name.upper() for name in Settings.model_fields]
    given = [
        name.removeprefix("SUMMARIZER_") for name in os.environ if name.startswith("SUMMARIZER_")
    ]
    for name in set(given).difference(known):
        from difflib import get_close_matches

        if near := get_close_matches(name, known, cutoff=0.75):
            told = " or ".join(f"SUMMARIZER_{setting}" for setting in near)
            raise ConfigurationError(f"SUMMARIZER_{name} is no setting: do you mean {told}?")
