"""`summarize eval`: summaries measured against gold."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from summarizer.cli import options
from summarizer.cli.help import GroupedCommand

if TYPE_CHECKING:
    from summarizer.evaluation import Case, Comparison, Evaluation, Prediction

MEASURED = "What is measured"
_FOLDER = click.Path(path_type=Path, file_okay=False, exists=True)
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command(name="eval", cls=GroupedCommand)
@click.argument("gold", type=_FOLDER)
@options.option(
    "--texts",
    type=_FOLDER,
    required=True,
    group=MEASURED,
    help="The articles: <stem>.txt for each <stem>.json of GOLD.",
)
@options.option(
    "--predicted",
    type=_FOLDER,
    group=MEASURED,
    help="Summaries that were made before: <stem>.json, from -f json or -f guide.",
)
@options.option(
    "--against",
    type=_FOLDER,
    group=MEASURED,
    help="Summaries of another run, to compare with article by article.",
)
@options.option(
    "--json", "json_file", type=_FILE, group=options.OUTPUT, help="Write all figures here."
)
@options.option(
    "--report",
    type=_FILE,
    group=options.OUTPUT,
    help="Write what was missed, invented or told otherwise here, as Markdown.",
)
@options.model
@options.profile
@options.replies
@options.running
def command(
    gold: Path,
    texts: Path,
    predicted: Path | None,
    against: Path | None,
    json_file: Path | None,
    report: Path | None,
    profile: str | None,
    jobs: int | None,
    quiet: bool,
    **given: Any,
) -> int:
    """Measure summaries against gold.

    GOLD is a folder of <stem>.json in the reading guide's format (-f guide). Summaries come from
    --predicted, or are made now by the model or the rules that the options name. An article
    without a summary counts as an empty one. Files given with --json and --report are written over.
    """
    from summarizer.evaluation import compare, evaluate, read_cases, table

    cases = read_cases(gold, texts)
    readings = [folder for folder in (gold, predicted, against) if folder is not None]
    recordings = [folder for name in ("replay", "record") if (folder := given.get(name))]
    inputs = [
        *(folder / f"{case.name}.json" for folder in readings for case in cases),
        *(texts / f"{case.name}.txt" for case in cases),
        *(file for folder in recordings for file in folder.glob("*.json")),
    ]
    _refuse_impossible([file for file in (json_file, report) if file is not None], inputs)
    if predicted is not None:
        _refuse_both(given)
        predictions, code = _from_files(cases, predicted, profile)
    else:
        predictions, code = _made_now(cases, profile=profile, jobs=jobs, quiet=quiet, **given)
    evaluation, comparison = evaluate(cases, predictions), None
    if against is not None:
        others, code_of_others = _from_files(cases, against, profile)
        comparison, code = compare(evaluation, evaluate(cases, others)), code or code_of_others
    click.echo(table(evaluation, comparison), nl=False)
    _write(evaluation, comparison, json_file=json_file, report_file=report)
    return code


def _write(
    evaluation: Evaluation,
    comparison: Comparison | None,
    *,
    json_file: Path | None,
    report_file: Path | None,
) -> None:
    from summarizer.cli.printing import writing
    from summarizer.evaluation import figures, report

    if json_file is not None:
        with writing(json_file) as stream:
            stream.write(json.dumps(figures(evaluation, comparison), indent=1) + "\n")
    if report_file is not None:
        with writing(report_file) as stream:
            stream.write(report(evaluation, comparison))


def _refuse_impossible(files: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Raises, before any work, what is wrong with the names of results.

    OutputError for the name of a file that is read, and where there is no folder for it; UsageError
    where one would take the place of the other.
    """
    from summarizer.cli.printing import refuse_unless_writable
    from summarizer.errors import UsageError

    if len({file.resolve() for file in files}) < len(files):
        raise UsageError("--json and --report name the same file: give them two.")
    for file in files:
        refuse_unless_writable(file, force=True, inputs=inputs)


def _refuse_both(given: dict[str, Any]) -> None:
    """Raises UsageError when summaries are to be read and options say how to make them."""
    from summarizer.errors import UsageError

    names = [name for name, value in given.items() if value not in (None, False)]
    if names:
        told = ", ".join(f"--{name.replace('_', '-')}" for name in names)
        raise UsageError(f"With --predicted nothing is summarised: leave it out, or {told}.")


def _from_files(
    cases: Sequence[Case], folder: Path, profile: str | None
) -> tuple[list[Prediction], int]:
    """The predictions in the folder; exit code 1 where one cannot be used, or all are missing."""
    from summarizer.cli.printing import tell
    from summarizer.evaluation import read_prediction
    from summarizer.profile import Profile

    chosen = Profile(profile) if profile else None
    predictions = [read_prediction(case, folder, chosen) for case in cases]
    failures = [p.failure for p in predictions if p.failure is not None]
    none = all(failure.reason == "missing" for failure in failures) and len(failures) == len(cases)
    if none:
        tell(f"{folder} has none of the summaries: is it the right folder?")
    return predictions, int(none or any(failure.reason != "missing" for failure in failures))


def _made_now(
    cases: Sequence[Case], *, jobs: int | None, quiet: bool, no_cache: bool, **given: Any
) -> tuple[list[Prediction], int]:
    """Summarises the articles; exit code 1 where some failed, the cause's where all did."""
    from summarizer.cli.printing import tell
    from summarizer.cli.progress import with_progress
    from summarizer.evaluation import of_outcome, require_negotiation
    from summarizer.pipeline import Summarizer

    notice = (lambda _: None) if quiet else tell
    with Summarizer(notice=notice, cache=not no_cache, **given) as summarizer:
        require_negotiation(summarizer.profile)
        made = summarizer.summarize_many([case.document for case in cases], jobs=jobs)
        outcomes = list(with_progress(made, len(cases), quiet=quiet))
    codes = {outcome.error.exit_code if outcome.error else 0 for outcome in outcomes}
    predictions = [of_outcome(case, o) for case, o in zip(cases, outcomes, strict=True)]
    return predictions, codes.pop() if len(codes) == 1 else 1
