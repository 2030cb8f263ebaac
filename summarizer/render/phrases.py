"""The sentences that every readable format uses, so that all of them say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from summarizer.render.view import Proof, Remark, Verdict
from summarizer.summary import Coverage, Provenance, Summary

MARKS: dict[Verdict, str] = {"exact": "✓", "altered": "≈", "absent": "✗", "unchecked": "?"}
VERDICT_WORDS: dict[Verdict, str] = {
    "exact": "verified",
    "altered": "altered",
    "absent": "not in the article",
    "unchecked": "not checked",
}


def proof_note(proof: Proof) -> str:
    """What to say beside the mark of a quote, e.g. `line 12` or `altered, nearest: line 3`."""
    if proof.verdict == "exact":
        typography = ", typography aside" if proof.normalised else ""
        return f"line {proof.line}{typography}" if proof.line is not None else "verified"
    nearest = f", nearest: line {proof.line}" if proof.line is not None else ""
    return f"{VERDICT_WORDS[proof.verdict]}{nearest}"


def tally_sentence(tally: Mapping[Verdict, int]) -> str:
    """E.g. `14 quotations as evidence: 12 verified, 2 altered.`"""
    total = sum(tally.values())
    if not total:
        return "No quotations as evidence."
    parts = ", ".join(f"{count} {VERDICT_WORDS[verdict]}" for verdict, count in tally.items())
    return f"{total} quotation{'s' if total > 1 else ''} as evidence: {parts}."


def coverage_sentence(coverage: Coverage) -> str:
    """E.g. `19 of 20 direct quotations used`."""
    if not coverage.quotations:
        return "The article has no direct quotations"
    return f"{coverage.covered} of {coverage.quotations} direct quotations used"


def findings_sentence(remarks: Iterable[Remark]) -> str:
    """E.g. `2 errors, 1 note`."""
    counts = Counter(remark.severity for remark in remarks)
    parts = (f"{count} {name}{'s' if count > 1 else ''}" for name, count in counts.items())
    return ", ".join(parts) or "no findings"


def origin_sentence(provenance: Provenance) -> str:
    """Who wrote the summary."""
    if provenance.engine == "extractive":
        return "Drawn from the article by rules alone; no model was asked."
    by = f"Proposed by {provenance.model}" if provenance.model else "Made elsewhere"
    return f"{by}; each quotation looked up in the article by rule."


def provenance_pairs(summary: Summary[Any]) -> Iterator[tuple[str, str]]:
    """What a later reader needs to know of how the summary came about, as names and values."""
    made = summary.provenance
    identity = summary.document
    yield "Source", identity.source
    yield "Text", f"{identity.characters:,} characters, sha256 {identity.sha256[:12]}"
    if made.engine == "extractive":
        yield "Engine", "extractive: rules alone, no model"
    else:
        yield from _model_pairs(made)
    yield "Profile", f"{summary.profile}, prompt {made.prompt}"


def _model_pairs(made: Provenance) -> Iterator[tuple[str, str]]:
    if made.model:
        differs = made.answered_by not in (None, made.model)
        yield "Model", f"{made.model} (answered by {made.answered_by})" if differs else made.model
    if made.reply:
        origin = made.origin if made.origin not in (None, made.reply) else None
        yield "Reply", f"{made.reply} ({origin})" if origin else made.reply
    asked = len(made.requests)
    tokens = f"{made.usage.get('prompt_tokens', 0):,} tokens in, {made.usage.get('completion_tokens', 0):,} out"
    requests = f", {asked} requests" if asked > 1 else ""
    cost = f", US$ {made.cost_usd:.4f}" if made.cost_usd is not None else ""
    if asked:
        yield "Usage", f"{tokens}, {made.seconds:.1f} s{requests}{cost}"
    if made.request_key:
        yield "Request", made.request_key[:12]
