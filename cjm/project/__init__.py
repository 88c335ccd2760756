"""The disk: the project file, the journey files that somebody means, and what is remembered of them."""

from cjm.project.cache import Cache, digest
from cjm.project.config import NAME, Project, find_project, load_project
from cjm.project.files import Gathered, JourneyFile, bytes_of, gather, journeys_below, project_files, with_data
from cjm.project.load import load, load_file
from cjm.project.reading import STDIN_LABEL, label, processors, read_bytes, read_stdin, refusal

__all__ = [
    "NAME",
    "STDIN_LABEL",
    "Cache",
    "Gathered",
    "JourneyFile",
    "Project",
    "bytes_of",
    "digest",
    "find_project",
    "gather",
    "journeys_below",
    "label",
    "load",
    "load_file",
    "load_project",
    "processors",
    "project_files",
    "read_bytes",
    "read_stdin",
    "refusal",
    "with_data",
]
