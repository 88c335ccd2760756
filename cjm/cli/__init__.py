"""The command line: one file a command. Each finds, loads, does, reports, and leaves with an exit code."""
