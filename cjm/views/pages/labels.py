"""The words that a report adds to a journey's own, by the words of the format that they stand for."""

from __future__ import annotations

from cjm.diagnostics import msg
from cjm.diagnostics.severity import Severity

STATES = {"current": msg("As it is today"), "future": msg("As it should be"), "new": msg("Does not exist yet")}
STATUSES = {"draft": msg("Draft"), "agreed": msg("Agreed"), "retired": msg("Retired")}
PROGRESS = {
    "idea": msg("Idea"),
    "planned": msg("Planned"),
    "in_progress": msg("In progress"),
    "done": msg("Done"),
    "rejected": msg("Rejected"),
}
LEVELS = {1: msg("Minimal"), 2: msg("Low"), 3: msg("Medium"), 4: msg("High"), 5: msg("Critical")}
SEVERITIES = {Severity.ERROR: msg("Error"), Severity.WARNING: msg("Warning"), Severity.INFO: msg("Remark")}
NOTES = {"question": msg("Question"), "risk": msg("Risk"), "assumption": msg("Assumption"), "note": msg("Note")}
SIDES = {"customer": msg("The customer begins"), "company": msg("We begin"), "partner": msg("A partner begins")}
EXPERIENCES = {"emotional": msg("Emotional"), "physical": msg("Physical"), "cognitive": msg("Cognitive")}

STAGE_KINDS = {
    "awareness": msg("Awareness"),
    "consideration": msg("Consideration"),
    "decision": msg("Decision"),
    "purchase": msg("Purchase"),
    "delivery": msg("Delivery"),
    "onboarding": msg("Onboarding"),
    "visit": msg("Visit"),
    "service": msg("Service"),
    "use": msg("Use"),
    "support": msg("Support"),
    "retention": msg("Retention"),
    "advocacy": msg("Advocacy"),
    "other": msg("Other"),
}
EVIDENCE_KINDS = {
    "interview": msg("Interviews"),
    "survey": msg("Survey"),
    "analytics": msg("Analytics"),
    "support": msg("Support requests"),
    "observation": msg("Observation"),
    "test": msg("Test with users"),
    "workshop": msg("Workshop"),
    "document": msg("Document"),
    "benchmark": msg("Comparison with others"),
    "expert_review": msg("Expert review"),
    "customer_review": msg("Customer reviews"),
    "assumption": msg("Assumption"),
}
FIGURES = {
    "cases": msg("Customers"),
    "open": msg("Under way"),
    "completed": msg("Completed"),
    "duration.median": msg("Median duration"),
    "duration.p90": msg("Duration of nine in ten"),
    "fit.order": msg("Fits the order of the map"),
    "fit.paths": msg("Fits a path of the map"),
    "value.sum": msg("Total value"),
    "value.mean": msg("Mean value"),
    "entered": msg("Entered"),
    "conversion": msg("Conversion to the next stage"),
    "drop_off": msg("Drop-off"),
    "present": msg("Present"),
    "dwell.median": msg("Median stay"),
    "dwell.p90": msg("Stay of nine in ten"),
    "reach": msg("Reach"),
    "visits_per_case": msg("Visits per customer"),
    "repeats": msg("Repeats"),
    "exits": msg("Exits"),
    "wait.median": msg("Median wait"),
    "wait.p90": msg("Wait of nine in ten"),
    "csat": msg("Satisfaction (CSAT)"),
    "nps": msg("Recommendation (NPS)"),
    "ces": msg("Ease (CES)"),
    "gap": msg("Gap between the two views"),
}

WORDS = {
    "skip": msg("Skip to the report"),
    "contents": msg("Contents"),
    "map": msg("Customer journey map"),
    "persona": msg("Persona"),
    "objective": msg("Objective"),
    "summary": msg("Summary"),
    "curve": msg("Emotion from stage to stage"),
    "flow": msg("Flow"),
    "scrolls": msg("A wide picture scrolls sideways."),
    "stages": msg("Stages"),
    "stage": msg("Stage"),
    "pains": msg("Pain points"),
    "chances": msg("Opportunities"),
    "notes": msg("Notes"),
    "findings": msg("Findings"),
    "people": msg("Personas"),
    "ways": msg("Paths"),
    "measures": msg("Figures and targets"),
    "proofs": msg("Evidence"),
    "truth": msg("Moment of truth"),
    "all_along": msg("All along the journey"),
    "ranked_pains": msg("Pain points, the most severe first"),
    "ranked_chances": msg("Opportunities, in the order of work"),
    "severity": msg("Severity"),
    "pain": msg("Pain point"),
    "place": msg("Where"),
    "share": msg("Share"),
    "of_customers": msg("of customers"),
    "felt_by": msg("Felt by"),
    "answers": msg("Answered by"),
    "unanswered": msg("Nothing yet"),
    "priority": msg("Priority"),
    "chance": msg("Opportunity"),
    "status": msg("Status"),
    "impact": msg("Impact"),
    "effort": msg("Effort"),
    "owner": msg("Owner"),
    "due": msg("Due"),
    "shipped": msg("Shipped"),
    "gain": msg("Gain"),
    "link": msg("Link"),
    "addresses": msg("Answers"),
    "hint": msg("What to do"),
    "line": msg("Line"),
    "metric": msg("Figure"),
    "target": msg("Target"),
    "today": msg("Observed"),
    "compared": msg("Elsewhere"),
    "kind": msg("Kind"),
    "title": msg("Title"),
    "day": msg("Date"),
    "sample": msg("Sample"),
    "used": msg("Used"),
    "others": msg("Others feel"),
    "out_of_five": msg("out of 5"),
    "clean": msg("The rules found nothing to say about this journey."),
}
"""The words of the template, each by its use."""
