"""Whose words a quotation is said to be, by the words around it in its sentence."""

from __future__ import annotations

from summarizer.quotations.cue_rules import OWNED, PAUSES, Attribution, according, at_cue, puts_it
from summarizer.quotations.frames import Sentence
from summarizer.quotations.phrases import Phrase, is_agent, is_word, phrase_starting
from summarizer.quotations.subjects import QUOTED, clause_subject, subject_of
from summarizer.quotations.verbs import is_cue, is_near_cue

_FURTHEST_CUE = 14


def attribute(sentence: Sentence, at: int) -> Attribution | None:
    """The attribution of the quotation at token `at` within its sentence, if it has one."""
    lowest = max((i + 1 for i in range(at) if sentence[i].passage is not None), default=0)
    opens = not any(is_word(token) for token in sentence[lowest:at])
    if opens and lowest == 0:
        return after(sentence, at)
    return (
        before(sentence, at, lowest, adjacent=True)
        or _colon(sentence, at, lowest)
        or before(sentence, at, lowest)
        or after(sentence, at)
        or (before(sentence, at, 0) if lowest else None)
    )


def reported(sentence: Sentence) -> Attribution | None:
    """Who says what a sentence without quotation tells: the subject of its first cue."""
    for index in range(len(sentence) - 2):
        found = at_cue(sentence, index, len(sentence), 0)
        if found and is_agent(sentence, found.phrase) and found.reason != OWNED:
            return found
    return None


def after(sentence: Sentence, at: int) -> Attribution | None:
    """The attribution that follows: "...," said Vel; "...", Vel said; "...", according to Vel."""
    first = at + 1
    while first < len(sentence) and sentence[first].text in PAUSES:
        first += 1
    if first >= len(sentence) or not is_word(sentence[first]):
        return None
    paused = first > at + 1 or sentence[at].text.rstrip("\"”“'’»")[-1:] in ",?!.…—–-"
    if found := according(sentence, first):
        return found
    if sentence[first].key in {"as", "so"}:
        first += 1
    if first < len(sentence) and is_near_cue(sentence[first].text):
        phrase = phrase_starting(sentence, first + 1)
        if phrase and is_agent(sentence, phrase):
            return Attribution(phrase, sentence[first].text, "cue and subject after the quotation")
    return _subject_then_cue(sentence, first, paused=paused)


def _subject_then_cue(sentence: Sentence, first: int, *, paused: bool) -> Attribution | None:
    for cue in range(first + 1, min(first + _FURTHEST_CUE, len(sentence))):
        if sentence[cue].passage is not None or sentence[cue].text in {";", ":"}:
            return None
        word = sentence[cue].text
        if not (is_near_cue(word) or puts_it(sentence, cue) or (paused and is_cue(word))):
            continue
        phrase = subject_of(sentence, cue, first)
        if phrase and _quotes_another(sentence, cue):
            continue
        if phrase and (phrase.first <= first + 2 * paused or _is_quoted(sentence, phrase)):
            return Attribution(phrase, sentence[cue].text, "subject and cue after the quotation")
        if not paused:
            return None
    return None


def _quotes_another(sentence: Sentence, cue: int) -> bool:
    """Whether a verb passes on what somebody else says: the agency quoted Vel as saying."""
    following = [token.key for token in sentence[cue + 1 : cue + 8]]
    return sentence[cue].key in QUOTED and "as" in following and "saying" in following


def _is_quoted(sentence: Sentence, phrase: Phrase) -> bool:
    return phrase.first > 0 and sentence[phrase.first - 1].key in QUOTED


def before(
    sentence: Sentence, at: int, lowest: int, *, adjacent: bool = False
) -> Attribution | None:
    """The attribution that comes first: Vel said, "..."; Vel added that the plan was "...".

    The nearest cue counts, one in a relative clause that is over only when there is no other.
    With `adjacent` no pause stands between but the one before the mark.
    """
    aside: Attribution | None = None
    for index in range(at - 1, lowest - 1, -1):
        if adjacent and not _is_unbroken(sentence, index, at):
            break
        found = at_cue(sentence, index, at, lowest)
        if found is None:
            continue
        if not _is_aside(sentence, index, at, lowest):
            return found
        aside = aside or found
    return aside


def _is_aside(sentence: Sentence, index: int, at: int, lowest: int) -> bool:
    """Whether a cue is in a relative clause that is over before the quotation."""
    if not any(token.text in PAUSES for token in sentence[index + 1 : at]):
        return False
    for left in range(index - 1, lowest - 1, -1):
        if sentence[left].key in {"who", "which", "whom", "whose"}:
            return True
        if sentence[left].text in PAUSES or sentence[left].passage is not None:
            return False
    return False


def _is_unbroken(sentence: Sentence, index: int, at: int) -> bool:
    """Whether no pause stands between a verb and the quotation but the one before its mark."""
    return not any(token.text in PAUSES for token in sentence[index + 1 : at - 1])


def _colon(sentence: Sentence, at: int, lowest: int) -> Attribution | None:
    """The subject of a clause that a colon ends: Vel was blunt: "..."; Minister: '...'."""
    if at - 1 <= lowest or sentence[at - 1].text != ":":
        return None
    phrase = clause_subject(sentence, at - 1, lowest)
    if phrase is None or sentence[phrase.head].key == "it":
        return None
    return Attribution(phrase, ":", "subject of the clause before a colon")
