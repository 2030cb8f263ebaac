"""How good summaries are, measured against what careful readers found in the same articles."""

from summarizer.evaluation.evaluation import Comparison, Evaluation, compare, evaluate
from summarizer.evaluation.figures import figures
from summarizer.evaluation.gold import Case, read_cases
from summarizer.evaluation.prediction import (
    Failure,
    Prediction,
    of_outcome,
    read_prediction,
    require_negotiation,
)
from summarizer.evaluation.report import report
from summarizer.evaluation.table import table

__all__ = [
    "Case",
    "Comparison",
    "Evaluation",
    "Failure",
    "Prediction",
    "compare",
    "evaluate",
    "figures",
    "of_outcome",
    "read_cases",
    "read_prediction",
    "report",
    "require_negotiation",
    "table",
]
