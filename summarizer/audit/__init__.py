"""What rules can tell a reader about a summary: one check a file, all of them listed here.

| code | severity | what it tells |
|---|---|---|
| `quote-absent` | error | the article has no such words; or they were translated |
| `quote-altered` | error | the article words it otherwise: what was dropped, added, changed |
| `quote-elided` | warning | the quote leaves out words of the article, which are shown |
| `quote-ambiguous` | note | the article has these words several times |
| `evidence-in-caption`, `evidence-in-byline`, `evidence-in-dateline`, `evidence-in-links` | error | what stands there proves nothing |
| `evidence-too-short` | warning | one or two words that are no name and no number |
| `evidence-over-paragraphs` | warning | evidence that runs over, or is cut together from, several |
| `evidence-is-the-article` | warning | four fifths of the article or more |
| `evidence-under-denial`, `evidence-under-condition` | warning | the article denies or supposes what an agreement asserts |
| `speaker-differs` | warning | the article names another speaker beside the quotation |
| `asserted-by-differs` | note | the evidence quotes a side that is not said to assert it |
| `party-not-mentioned`, `holder-not-mentioned` | error | the article never mentions the party |
| `party-from-caption`, `name-from-caption` | warning | only a caption or link mentions it |
| `party-unused` | note | nothing else in the summary is about the party |
| `name-not-in-article` | error, warning | in a party's name; in its aliases, its role and in prose |
| `look-alike-letters` | warning | letters of another alphabet in a word, by number and name |
| `number-not-in-article` | error | a number that the article nowhere has (warning: a small count in the overview) |
| `number-from-caption`, `number-differs` | warning | only a caption has it; the evidence has another in its place |
| `number-not-in-evidence` | note | the article has it, the item's evidence does not |
| `date-not-in-article`, `date-from-caption` | error | a date that the article does not tell |
| `date-not-derivable` | warning | nothing leads to the day of the event (error: no such day) |
| `negation-lost`, `negation-added` | warning | evidence and claim differ in a negation, with both texts |
| `hedge-lost`, `hedge-added`, `condition-lost`, `bound-lost` | warning | in a "may", an "if", an "at least" |
| `dangling-id`, `duplicate-id` | error | an id that refers to nothing, or is given twice |
| `duplicate-item` | warning | two items say nearly the same of the same parties |
| `example-leak` | error | a name of the prompt's example |
| `empty-summary`, `no-evidence` | error | nothing is said; nothing proves it |
| `overview-too-long` | warning | more than 80 words |
| `text-addresses-model`, `evidence-addresses-model` | warning | text for a model, or code; evidence in it |
| `hidden-characters` | warning, note | characters that nobody sees, as U+XXXX |
| `quotation-uncovered`, `agreement-cue-uncovered` | note | what no item uses |
| `text-...` | note | what the reader of the file noticed |

Checks of words (names in prose, numbers in words, negations, hedges, conditions) are for English, and are
silent where the article, or what the summary says of it, is in another language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from summarizer.audit.addressed import text_for_a_model
from summarizer.audit.asserting import asserters_that_differ
from summarizer.audit.attribution import attribute
from summarizer.audit.captions import evidence_outside_the_body
from summarizer.audit.content import empty_or_overlong
from summarizer.audit.contexts import evidence_that_asserts_nothing
from summarizer.audit.coverage import coverage_of, uncovered_quotations
from summarizer.audit.cues import uncovered_agreements
from summarizer.audit.dates import dates_without_source
from summarizer.audit.duplicates import duplicate_items
from summarizer.audit.hedges import hedges_that_differ
from summarizer.audit.hidden import hidden_characters
from summarizer.audit.leaks import example_leaks
from summarizer.audit.look_alikes import look_alike_letters
from summarizer.audit.mentions import actors_not_mentioned
from summarizer.audit.names import names_without_source
from summarizer.audit.negations import negations_that_differ
from summarizer.audit.numbers import numbers_without_source
from summarizer.audit.quotes import quotes_that_are_not_exact
from summarizer.audit.references import dangling_and_duplicate_ids
from summarizer.audit.shape import evidence_of_doubtful_shape
from summarizer.audit.speaker import speakers_that_differ
from summarizer.audit.subject import Subject
from summarizer.audit.text import notes_on_the_text
from summarizer.audit.unused import actors_not_used
from summarizer.summary import Finding

Check = Callable[[Subject], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    quotes_that_are_not_exact,
    evidence_outside_the_body,
    evidence_of_doubtful_shape,
    evidence_that_asserts_nothing,
    speakers_that_differ,
    asserters_that_differ,
    actors_not_mentioned,
    names_without_source,
    look_alike_letters,
    numbers_without_source,
    dates_without_source,
    negations_that_differ,
    hedges_that_differ,
    dangling_and_duplicate_ids,
    duplicate_items,
    actors_not_used,
    example_leaks,
    empty_or_overlong,
    text_for_a_model,
    hidden_characters,
    uncovered_quotations,
    uncovered_agreements,
    notes_on_the_text,
)
"""The whole audit, in the order in which its findings are listed."""

_ORDER = {"error": 0, "warning": 1, "note": 2}

__all__ = ["CHECKS", "Check", "Subject", "attribute", "audit", "coverage_of"]


def audit(subject: Subject) -> list[Finding]:
    """Every finding of every check, errors first, else in the order of `CHECKS`."""
    findings = [finding for check in CHECKS for finding in check(subject)]
    return sorted(findings, key=lambda finding: _ORDER[finding.severity])
