"""Whether quoted words are somebody's sentence, a part of one, or a term, a title, words at a distance."""

from __future__ import annotations

import re
from typing import NamedTuple

from summarizer.quotations.cue_rules import Attribution
from summarizer.quotations.frames import Sentence
from summarizer.quotations.passages import Passage
from summarizer.quotations.phrases import is_word
from summarizer.quotations.quotation import QuotationKind
from summarizer.quotations.verbs import is_near_cue
from summarizer.quotations.words import closed_class, word_list

_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_TWO_SENTENCES = re.compile(r"[.!?]\s+\S")
_MARKS = "\"“”„‟＂'‘’»›«‹「」『』 "
_WHOLE = {"block": "block quotation", "continued": "continues in the next paragraph"}
_SENTENCE_ENDS = frozenset(".!?。！？؟।۔…")
_UNSPACED_FROM = 0x0E00  # Thai, Lao, Burmese, Khmer, Japanese, Chinese, Korean
_FINITE_LENGTH = 6
_STATEMENT_LENGTH = 4


class Judgement(NamedTuple):
    """A kind and the rule that judged."""

    kind: QuotationKind
    reason: str


def judge(
    sentence: Sentence, at: int, passage: Passage, attribution: Attribution | None
) -> Judgement:
    """The kind of the quotation at token `at` of its sentence."""
    quoted = sentence[at].text
    words = _WORD.findall(quoted)
    if passage.form in _WHOLE:
        return Judgement("direct", _WHOLE[passage.form])
    if not words:
        return Judgement("scare", "no words between the marks")
    if naming := _naming(sentence, at, attribution):
        return Judgement("scare", naming)
    if _has_no_case(quoted):
        return _judged_without_case(quoted, words)
    if is_title(words) and (attribution is None or _is_attribute(sentence, at)):
        return Judgement("scare", "every word has a capital: a title or a name")
    if _is_statement(sentence, at, words, attributed=attribution is not None):
        return Judgement("direct", "a whole sentence")
    if attribution is not None:
        return Judgement("mixed", "a quoted part of a sentence")
    if len(words) >= _FINITE_LENGTH:
        return Judgement("mixed", "a long quoted part of a sentence without attribution")
    return Judgement("scare", "no cue in the sentence attributes it")


def _has_no_case(quoted: str) -> bool:
    """Whether the words are of a script without capitals: Arabic, Chinese, Hebrew, Hindi, ..."""
    return not any(character.isupper() or character.islower() for character in quoted)


def _judged_without_case(quoted: str, words: list[str]) -> Judgement:
    """By its end and length alone: cues and capitals, which tell in English, are not there."""
    if quoted.strip(_MARKS)[-1:] in _SENTENCE_ENDS:
        return Judgement("direct", "a whole sentence")
    # Where words are not written apart, three letters count as two words.
    size = sum(1 if ord(word[0]) < _UNSPACED_FROM else round(len(word) / 1.5) for word in words)
    if size >= _FINITE_LENGTH:
        return Judgement("mixed", "a long quoted part of a sentence without attribution")
    return Judgement("scare", "a few words of a script without capitals")


def _is_statement(sentence: Sentence, at: int, words: list[str], *, attributed: bool) -> bool:
    """Whether the quoted words stand as a sentence or more of their own."""
    quoted = sentence[at].text.strip(_MARKS)
    if _resumes(sentence, at):
        return True
    if not quoted[:1].isupper() and quoted[:1] not in "[.…" and not quoted[:1].isdigit():
        return len(words) >= _FINITE_LENGTH and at == 0 and quoted[-1:] in ".,!?"
    if not any(is_word(token) for token in sentence[:at]) or sentence[at - 1].text in {",", ":"}:
        return attributed or len(words) >= _STATEMENT_LENGTH or quoted[-1:] in ".,!?"
    if len(words) < _STATEMENT_LENGTH and quoted[-1:] not in ",.!?":
        return False
    introduced = sentence[at - 1].key == "that" or sentence[at - 1].text in {"–", "—"}
    return introduced or is_near_cue(sentence[at - 1].text) or bool(_TWO_SENTENCES.search(quoted))


def _resumes(sentence: Sentence, at: int) -> bool:
    """Whether a quotation goes on after its attribution: "If so," she said, "we win"."""
    first = sentence[0]
    if at == 0 or first.passage is None or sentence[at - 1].text != ",":
        return False
    return first.text.strip(_MARKS)[-1:] in {",", "?", "!", "…", "—"}


def is_title(words: list[str]) -> bool:
    """Whether every open-class word has a capital, as in titles and names."""
    content = [word for word in words if word.casefold() not in closed_class()]
    return bool(content) and all(not word[0].islower() for word in content)


def _is_attribute(sentence: Sentence, at: int) -> bool:
    """Whether a noun follows that the quoted words describe: the "Save the Quay" movement."""
    following = sentence[at + 1 : at + 2]
    if not following or not following[0].text.islower() or sentence[at].text[-2] in ",.!?":
        return False
    return following[0].key not in closed_class() and not is_near_cue(following[0].text)


def _naming(sentence: Sentence, at: int, attribution: Attribution | None) -> str | None:
    """The reason why the words before the quotation introduce a term, a name or a title."""
    near = [token.key for token in sentence[max(0, at - 3) : at] if token.passage is None]
    names = word_list("naming")
    if near[-1:] == [","] and is_title(_WORD.findall(sentence[at].text)):
        near.pop()
    for size in (3, 2, 1):
        phrase = " ".join(near[-size:])
        if phrase in names and not (attribution and phrase == attribution.cue.casefold()):
            return f'named or titled by "{phrase}"'
    return None
