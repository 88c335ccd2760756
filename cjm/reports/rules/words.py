"""The words that every form of a page shares."""

from cjm.diagnostics import msg

WORSE = msg("Bad:")
BETTER = msg("Better:")
SOURCE = msg("Source:")
