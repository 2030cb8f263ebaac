"""Quotes to spans: are these words in the article, and where?"""

from summarizer.grounding.content import ground_content
from summarizer.grounding.match import Grounding, ground
from summarizer.grounding.normalise import normalise

__all__ = ["Grounding", "ground", "ground_content", "normalise"]
