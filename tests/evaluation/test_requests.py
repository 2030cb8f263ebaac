"""What the requests of a run were made for, what they took and brought."""

from __future__ import annotations

from summarizer.evaluation.requests import requests_by_purpose
from summarizer.summary import Provenance, RequestRecord


def provenance(*records):
    return Provenance(
        engine="model",
        prompt="negotiation.v1",
        prompt_sha256="0",
        schema_sha256="0",
        requests=[RequestRecord(key="k", reply="live", **record) for record in records],
    )


def made(purpose, *, used=True, gained=None, tokens=(100, 10)):
    usage = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    return {"purpose": purpose, "used": used, "gained": gained, "usage": usage, "seconds": 2.0}


def test_requests_are_summed_by_purpose_and_passes_by_number():
    """A pass that was left aside costs what it costs and gains nothing."""
    one = provenance(
        made("summarise", used=False),
        made("repair"),
        made("pass", gained=3),
        made("pass", used=False, gained=2, tokens=(500, 50)),
    )
    two = provenance(made("summarise"), made("pass", gained=1))
    told = [
        (r.purpose, r.made, r.used, r.gained, r.tokens_in, r.tokens_out)
        for r in requests_by_purpose([one, two])
    ]
    assert told == [
        ("summarise", 2, 1, None, 200, 20),
        ("repair", 1, 1, None, 100, 10),
        ("pass 2", 2, 2, 4, 200, 20),
        ("pass 3", 1, 0, 0, 500, 50),
    ]


def test_each_part_of_a_long_article_counts_its_own_passes():
    """The passes of the second part begin at 2 again."""
    parts = provenance(made("summarise"), made("pass", gained=1), made("summarise"), made("pass"))
    assert [(r.purpose, r.made) for r in requests_by_purpose([parts])] == [
        ("summarise", 2),
        ("pass 2", 2),
    ]


def test_usage_that_the_endpoint_did_not_give_counts_as_none():
    """Some servers tell no usage, or something else."""
    (only,) = requests_by_purpose(
        [provenance({"purpose": "summarise", "usage": {"prompt_tokens": "?"}})]
    )
    assert (only.tokens_in, only.tokens_out) == (0, 0)
