"""The last line of a report for people: how much was found, where, and what was not shown."""

from collections import Counter

from cjm.diagnostics import Message, Severity, counted, msg, say
from cjm.reports.report import Report


def summary(report: Report) -> str:
    """`3 errors, 2 warnings in 1 file; 12 remarks not shown (--show info)`."""
    if not report.files and report.worst is None:
        return say(msg("no files to look at"), report.translate)
    found = ", ".join(say(each, report.translate) for each in _found(report))
    where = say(counted("in {count} file", "in {count} files", report.files), report.translate)
    hidden = f"; {say(_hidden(report), report.translate)} (--show info)" if report.hidden else ""
    return f"{found} {where}{hidden}{_left_out(report)}{_mendable(report)}"


def _left_out(report: Report) -> str:
    known = counted("{count} known finding left out", "{count} known findings left out", report.known)
    return f"; {say(known, report.translate)}" if report.known else ""


def _mendable(report: Report) -> str:
    """How many of the listed findings `cjm validate --fix` mends."""
    count = sum(each.fix is not None for each in report.shown)
    can = counted("{count} can be mended at once", "{count} can be mended at once", count)
    return f"; {say(can, report.translate)} (--fix)" if count else ""


def _found(report: Report) -> list[Message]:
    """What is counted aloud: errors and warnings, and remarks when they were listed."""
    if report.worst is None:
        return [msg("nothing new") if report.known else msg("all is well")]
    remarks = report.info if any(each.severity is Severity.INFO for each in report.shown) else 0
    found = (
        (report.error, counted("{count} error", "{count} errors", report.error)),
        (report.warning, counted("{count} warning", "{count} warnings", report.warning)),
        (remarks, counted("{count} remark", "{count} remarks", remarks)),
    )
    return [said for count, said in found if count] or [msg("no errors or warnings")]


def _hidden(report: Report) -> Message:
    listed = Counter(each.severity for each in report.shown)
    if report.error > listed[Severity.ERROR] or report.warning > listed[Severity.WARNING]:
        return counted("{count} finding not shown", "{count} findings not shown", report.hidden)
    return counted("{count} remark not shown", "{count} remarks not shown", report.hidden)
