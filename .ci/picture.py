"""Draws the README's picture of the terminal view: python .ci/picture.py (writes examples/terminal.svg)."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from summarizer import Summarizer
from summarizer.readers import read
from summarizer.render.terminal import THEME, terminal_view

HERE = Path(__file__).resolve().parents[1]
PARTS = {"": 12, "Agreements": 31, "Positions": 11, "Coverage": 5}
"""How many lines are shown of each section; "" is what stands before the first."""
DARK = TerminalTheme(
    (22, 27, 34),
    (230, 237, 243),
    [
        (72, 79, 88),
        (255, 123, 114),
        (63, 185, 80),
        (210, 153, 34),
        (88, 166, 255),
        (188, 140, 255),
        (57, 197, 207),
        (177, 186, 196),
    ],
)


def main() -> None:
    document = read(HERE / "examples" / "strait-talks.txt")
    with Summarizer(replay=HERE / "examples" / "recordings") as summarizer:
        summary = summarizer.summarize(document)
    drawn = Console(
        file=StringIO(), width=96, theme=THEME, force_terminal=True, color_system="truecolor"
    )
    drawn.print(terminal_view(summary, document))
    lines = drawn.file.getvalue().splitlines()  # type: ignore[attr-defined]
    picture = Console(
        file=StringIO(), width=96, record=True, force_terminal=True, color_system="truecolor"
    )
    for heading, count in PARTS.items():
        first = next(n for n, line in enumerate(lines) if heading in Text.from_ansi(line).plain)
        for line in lines[first : first + count]:
            picture.print(Text.from_ansi(line), soft_wrap=True)
        picture.print(Text("[...]" if heading != "Coverage" else "", style="dim"))
    svg = picture.export_svg(title="summarize strait-talks.txt", theme=DARK)
    # No font is loaded from elsewhere: the reader's own monospaced one will do.
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    (HERE / "examples" / "terminal.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
