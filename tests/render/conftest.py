"""An invented article, and a summary of it with every kind of evidence."""

from __future__ import annotations

import pytest

from summarizer.blocks import Block
from summarizer.document import Document
from summarizer.schemas.evidence import Quote, Span
from summarizer.schemas.negotiation import Agreement, Negotiation, Party, Position
from summarizer.summary import (
    Coverage,
    DocumentIdentity,
    Finding,
    Provenance,
    RequestRecord,
    Summary,
    Uncovered,
)

BLOCKS = [
    ("title", "Arvenia and Sorland open talks on the strait"),
    ("caption", "Minister Ilka Vel in 2019. Picture: Tolm Agency"),
    ("paragraph", 'Both sides agreed to "start talks at once" 👩‍👩‍👧, said Minister Ilka Vel of Arvenia.'),
    ("paragraph", '"We will not close the strait before winter," Vel told reporters.'),
    ("paragraph", "קרן אמרה כי «הגבול ייקבע בבית משפט» אחרי השיחה."),
    ("paragraph", "Sorland’s envoy Re\u0301my Tan called it \u201ca first step, if a late one\u201d."),
    ("paragraph", '"The ships wait for nobody," a captain said\u202e and left.'),
]  # fmt: skip


@pytest.fixture
def document() -> Document:
    blocks = []
    start = 0
    for kind, text in BLOCKS:
        blocks.append(Block(kind, start, start + len(text), "invented"))
        start += len(text) + 2
    text = "\n\n".join(text for _, text in BLOCKS)
    return Document(text=text, source="texts/strait.txt", blocks=tuple(blocks))


def find(document: Document, words: str) -> Span:
    start = document.text.index(words)
    return Span(start=start, end=start + len(words))


@pytest.fixture
def content(document: Document) -> Negotiation:
    def exact(words: str, text: str | None = None) -> Quote:
        normalised = text is not None
        span = find(document, words)
        return Quote(text=text or words, match="exact", normalised=normalised, span=span)

    return Negotiation(
        headline="Arvenia and Sorland open talks",
        overview="Two states talk about a strait.",
        date="2031-05-01",
        next_steps=["a1"],
        parties=[
            Party(id="arvenia", name="Arvenia", kind="state", aliases=["the island republic"]),
            Party(id="sorland", name="Sorland", kind="state"),
            Party(id="vel", name="Ilka Vel", kind="person", role="Minister", represents="arvenia"),
        ],
        agreements=[
            Agreement(
                id="a1",
                what="Arvenia and Sorland start talks.",
                parties=["arvenia", "sorland"],
                status="negotiating",
                asserted_by=["arvenia"],
                denied_by=["nobody-known"],
                attribution="one_sided",
                evidence=[
                    exact('agreed to "start talks at once" 👩‍👩‍👧'),
                    exact("start talks at once"),
                ],
            )
        ],
        positions=[
            Position(
                id="p1",
                holder="arvenia",
                speaker="vel",
                topic="strait traffic",
                statement="Arvenia will keep the strait open until winter.",
                form="direct",
                evidence=[
                    Quote(
                        text="We will close the strait before winter",
                        match="altered",
                        nearest=find(document, "We will not close the strait before winter"),
                    )
                ],
            ),
            Position(
                id="p2",
                holder="sorland",
                speaker="sorland",
                topic="the talks",
                statement="Sorland finds the talks late.",
                form="mixed",
                evidence=[
                    exact(
                        "\u201ca first step, if a late one\u201d", '"a first step, if a late one"'
                    ),
                    Quote(text="Never again", match="absent"),
                    exact("«הגבול ייקבע בבית משפט»"),
                ],
            ),
        ],
    )


@pytest.fixture
def summary(document: Document, content: Negotiation) -> Summary[Negotiation]:
    ships = find(document, '"The ships wait for nobody,"')
    altered = content.positions[0].evidence[0].nearest
    return Summary[Negotiation](
        document=DocumentIdentity(
            source=document.source,
            sha256=document.sha256,
            title=document.title,
            characters=len(document.text),
        ),
        profile="negotiation@1",
        content=content,
        findings=[
            Finding(code="uncovered", severity="note", span=ships, message="No item uses this."),
            Finding(
                code="quote-altered",
                severity="error",
                at="/content/positions/0/evidence/0",
                span=altered,
                message="The article says: We will not close",
            ),
            Finding(
                code="quote-absent",
                severity="error",
                at="/content/positions/1/evidence/1",
                message="These words are not in the article.",
            ),
        ],
        coverage=Coverage(
            quotations=4,
            covered=3,
            uncovered=[Uncovered(start=ships.start, end=ships.end, speaker="a captain")],
        ),
        provenance=Provenance(
            engine="model",
            model="parrot-2",
            answered_by="parrot-2-2031",
            prompt="negotiation.v1",
            prompt_sha256="0" * 64,
            schema_sha256="1" * 64,
            request_key="2" * 64,
            reply="recording",
            origin="written by hand",
            usage={"prompt_tokens": 3210, "completion_tokens": 456},
            seconds=3.25,
            requests=[
                RequestRecord(
                    purpose="summarise", key="2" * 64, reply="recording", usage={}, seconds=3.25
                )
            ],
        ),
    )
