"""What people call the kinds of things and the keys of the format, for sentences about changes."""

from __future__ import annotations

from cjm.diagnostics import Message, msg

THINGS = {
    "journey": msg("journey"),
    "stage": msg("stage"),
    "touchpoint": msg("touchpoint"),
    "pain_point": msg("pain point"),
    "opportunity": msg("opportunity"),
    "note": msg("note"),
    "persona": msg("persona"),
    "channel": msg("channel"),
    "team": msg("team"),
    "evidence": msg("evidence"),
    "metric": msg("metric"),
    "lane": msg("lane"),
    "path": msg("path"),
    "need": msg("need"),
    "goal": msg("goal"),
    "frustration": msg("frustration"),
    "expectation": msg("expectation"),
    "target": msg("target"),
    "figure": msg("figure"),
}
"""By the kind of thing, as `Change.of` has it."""

LISTS = {
    "stages": msg("the stages"),
    "touchpoints": msg("the touchpoints"),
    "pain_points": msg("the pain points"),
    "opportunities": msg("the opportunities"),
    "notes": msg("the notes"),
    "personas": msg("the personas"),
    "channels": msg("the channels"),
    "teams": msg("the teams"),
    "evidence": msg("the evidence"),
    "metrics": msg("the metrics"),
    "lanes": msg("the lanes"),
    "paths": msg("the paths"),
    "needs": msg("the needs"),
    "goals": msg("the goals"),
    "frustrations": msg("the frustrations"),
    "expectations": msg("the expectations"),
    "targets": msg("the targets"),
    "figures": msg("the figures"),
}
"""By the key of a list."""

FIELDS = {
    "actions": msg("actions"),
    "activity": msg("column of the activity"),
    "addresses": msg("pain points it answers"),
    "alternatives": msg("alternatives"),
    "at_least": msg("value to reach"),
    "at_most": msg("value not to pass"),
    "backstage": msg("backstage"),
    "benchmark": msg("value elsewhere"),
    "business_goal": msg("business goal"),
    "by": msg("what others feel"),
    "case": msg("column of the customer"),
    "channel": msg("channel"),
    "channels": msg("channels"),
    "cjm": msg("version of the format"),
    "company": msg("the company's view"),
    "compares_to": msg("journey it replaces"),
    "customer": msg("the customer's view"),
    "customer_goal": msg("customer's goal"),
    "date": msg("date"),
    "dates": msg("format of dates"),
    "decided_by": msg("what decides"),
    "decimal": msg("decimal sign"),
    "delimiter": msg("delimiter"),
    "description": msg("description"),
    "details": msg("journey with the details"),
    "due": msg("due date"),
    "effort": msg("effort"),
    "emotion": msg("emotion"),
    "encoding": msg("encoding"),
    "ends_at": msg("last touchpoint"),
    "ends_when": msg("where it ends"),
    "enters_when": msg("what begins it"),
    "events": msg("events of the log"),
    "evidence": msg("evidence"),
    "experience": msg("kind of experience"),
    "feeling": msg("feeling"),
    "felt_by": msg("who feels it"),
    "formula": msg("formula"),
    "frontstage": msg("frontstage"),
    "gain": msg("gain"),
    "image": msg("image"),
    "impact": msg("impact"),
    "importance": msg("importance"),
    "initiator": msg("who begins"),
    "kind": msg("kind"),
    "lanes": msg("lanes"),
    "language": msg("language"),
    "lasts": msg("how long it takes"),
    "lenient": msg("leniency with rows that cannot be used"),
    "link": msg("link"),
    "links": msg("links"),
    "measured": msg("day of measurement"),
    "metric": msg("metric"),
    "min_cases": msg("least number of cases"),
    "moment_of_truth": msg("moment of truth"),
    "n": msg("cases"),
    "objective": msg("objective"),
    "offer": msg("what to offer"),
    "order": msg("column of the order"),
    "outcome": msg("outcome"),
    "owner": msg("owner"),
    "participants": msg("areas that took part"),
    "persona": msg("main persona"),
    "personas": msg("who meets it"),
    "priority": msg("priority"),
    "quote": msg("quote"),
    "ref": msg("reference elsewhere"),
    "review_every": msg("time between reviews"),
    "reviewed": msg("last review"),
    "sample": msg("sample"),
    "scope": msg("scope"),
    "score": msg("score"),
    "segment": msg("segment"),
    "severity": msg("severity"),
    "share": msg("share of customers"),
    "shipped": msg("day of shipping"),
    "since": msg("first day measured"),
    "skipped": msg("why it has no touchpoints"),
    "source": msg("source"),
    "sources": msg("sources"),
    "starts_when": msg("where it begins"),
    "state": msg("state"),
    "statement": msg("statement"),
    "status": msg("status"),
    "steps": msg("steps"),
    "summary": msg("summary"),
    "support": msg("support processes"),
    "surveys": msg("surveys"),
    "systems": msg("systems"),
    "tags": msg("tags"),
    "thoughts": msg("thoughts"),
    "time": msg("column of the time"),
    "time_limit": msg("promised time"),
    "timing": msg("when it happens"),
    "unit": msg("unit"),
    "until": msg("end of what is measured"),
    "value": msg("value"),
    "version": msg("version"),
    "views": msg("views from both sides"),
    "was": msg("former ids"),
    "when": msg("condition"),
    "window": msg("window of the trend"),
}
"""By the key of a value."""

INNER = {("sources", "by"): msg("columns to measure by")}
"""By a key and one within it, where it means something else there."""

WORDS = {
    "idea": msg("idea"),
    "planned": msg("planned"),
    "in_progress": msg("in progress"),
    "done": msg("done"),
    "rejected": msg("rejected"),
    "draft": msg("draft"),
    "agreed": msg("agreed"),
    "retired": msg("retired"),
    "current": msg("as it is today"),
    "future": msg("as it should be"),
    "new": msg("not there yet"),
}
"""By the words of the format that a sentence says otherwise."""

CHANNELS = {
    "web": msg("web"),
    "app": msg("app"),
    "email": msg("email"),
    "sms": msg("SMS"),
    "phone": msg("phone"),
    "chat": msg("chat"),
    "social": msg("social media"),
    "store": msg("store"),
    "screen": msg("screen"),
    "print": msg("print"),
    "mail": msg("post"),
    "person": msg("personal"),
    "partner": msg("partner"),
}
"""By the kind of a channel; `other` tells nothing."""


METRICS = {
    "cases": msg("customers"),
    "open": msg("customers under way"),
    "completed": msg("completion"),
    "duration.median": msg("median duration"),
    "duration.p90": msg("duration of nine in ten"),
    "fit.order": msg("fit with the order of the map"),
    "fit.paths": msg("fit with a path of the map"),
    "value.sum": msg("total value"),
    "value.mean": msg("mean value"),
    "entered": msg("customers who entered"),
    "conversion": msg("conversion"),
    "drop_off": msg("drop-off"),
    "present": msg("customers present"),
    "dwell.median": msg("median stay"),
    "dwell.p90": msg("stay of nine in ten"),
    "reach": msg("reach"),
    "visits_per_case": msg("visits per customer"),
    "repeats": msg("repeats"),
    "exits": msg("exits"),
    "wait.median": msg("median wait"),
    "wait.p90": msg("wait of nine in ten"),
    "csat": msg("satisfaction (CSAT)"),
    "nps": msg("recommendation (NPS)"),
    "ces": msg("ease (CES)"),
    "gap": msg("gap between the two views"),
}
"""By the figures that can be measured."""


CAME = {
    "stage": msg("a new stage: *{name}*", name=""),
    "path": msg("a new path: *{name}*", name=""),
    "persona": msg("a new persona: *{name}*", name=""),
    "channel": msg("a new channel: *{name}*", name=""),
    "team": msg("a new team: *{name}*", name=""),
    "evidence": msg("new evidence: *{name}*", name=""),
    "metric": msg("a new metric: *{name}*", name=""),
    "lane": msg("a new lane: *{name}*", name=""),
    "need": msg("a new need at *{place}*: “{name}”", place="", name=""),
    "goal": msg("a new goal at *{place}*: “{name}”", place="", name=""),
    "frustration": msg("a new frustration at *{place}*: “{name}”", place="", name=""),
    "expectation": msg("a new expectation at *{place}*: “{name}”", place="", name=""),
    "note": msg("a new note at *{place}*: “{name}”", place="", name=""),
    "": msg("new: `{thing}`, *{name}*", thing="", name=""),
}
"""What is said of a thing that came, by its kind."""

WENT = {
    "stage": msg("the stage *{name}* is gone", name=""),
    "path": msg("the path *{name}* is gone", name=""),
    "persona": msg("the persona *{name}* is gone", name=""),
    "channel": msg("the channel *{name}* is gone", name=""),
    "team": msg("the team *{name}* is gone", name=""),
    "evidence": msg("the evidence *{name}* is gone", name=""),
    "metric": msg("the metric *{name}* is gone", name=""),
    "lane": msg("the lane *{name}* is gone", name=""),
    "need": msg("a need is gone from *{place}*: “{name}”", place="", name=""),
    "goal": msg("a goal is gone from *{place}*: “{name}”", place="", name=""),
    "frustration": msg("a frustration is gone from *{place}*: “{name}”", place="", name=""),
    "expectation": msg("an expectation is gone from *{place}*: “{name}”", place="", name=""),
    "note": msg("a note is gone from *{place}*: “{name}”", place="", name=""),
    "": msg("gone: `{thing}`, *{name}*", thing="", name=""),
}
"""What is said of a thing that went, by its kind."""


def field_noun(field: str, family: str = "") -> Message:
    """What people call a key, with dots a key within a key; a key that an author chose stands as it is."""
    first, _, rest = field.partition(".")
    if family == "path" and first == "persona":
        return msg("who goes this way")
    whole = FIELDS.get(first) or msg("`{key}`", key=first)
    if not rest:
        return whole
    part = INNER.get((first, rest)) or field_noun(rest)
    return msg("{whole}: {part}", whole=whole, part=part)
