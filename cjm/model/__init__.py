"""The domain: journeys and projects as frozen dataclasses, and how to build them. Knows no YAML and no format."""

from cjm.model.definitions import Channel, Evidence, Lane, Metric, Persona, Team
from cjm.model.graph import Hop, hops
from cjm.model.journey import Journey, Objective, Scope
from cjm.model.part import Part
from cjm.model.parts import EventPattern, Figure, Identified, Link, Note, Statement, Target
from cjm.model.project import Catalogue, ProjectFile, RuleSettings
from cjm.model.route import Route, Step
from cjm.model.sources import Answer, EventSource, Sources, SurveySource
from cjm.model.stage import Stage
from cjm.model.touchpoint import Emotion, Opportunity, PainPoint, Touchpoint, Views
from cjm.model.values import Amount, Duration, Lasting

__all__ = [
    "Amount",
    "Answer",
    "Catalogue",
    "Channel",
    "Duration",
    "Emotion",
    "EventPattern",
    "EventSource",
    "Evidence",
    "Figure",
    "Hop",
    "Identified",
    "Journey",
    "Lane",
    "Lasting",
    "Link",
    "Metric",
    "Note",
    "Objective",
    "Opportunity",
    "PainPoint",
    "Part",
    "Persona",
    "ProjectFile",
    "Route",
    "RuleSettings",
    "Scope",
    "Sources",
    "Stage",
    "Statement",
    "Step",
    "SurveySource",
    "Target",
    "Team",
    "Touchpoint",
    "Views",
    "hops",
]
