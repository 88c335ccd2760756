"""Are the comments and settings that silence rules themselves sound? The runner looks, at the end."""

from cjm.checks.registry import ERROR, WARNING, Rule, rule


@rule(WARNING, when="end")
def unused_suppression() -> None:
    """A comment silences a rule that has nothing to say there.

    What it once excused has been mended, or it stands on the wrong line. Left in, it would silence the next mistake.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases  # cjm: ignore[missing-objective] nobody has decided it yet
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: the practice of linters, such as ruff's RUF100.
    """


@rule(ERROR, when="end")
def unknown_rule() -> None:
    """A comment or a setting names a rule that does not exist.

    The mistake it meant to excuse is still reported, and the reader believes that it is not.

    Bad:
        cjm: 1
        title: Buying shoes  # cjm: ignore[mising-objective] nobody has decided it yet
        persona: Laura
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Good:
        cjm: 1  # cjm: ignore[missing-objective] nobody has decided it yet
        title: Buying shoes
        persona: Laura
        stages: [{name: Looking}, {name: Buying}, {name: Wearing}]

    Source: the practice of linters, such as yamllint's directives.
    """


@rule(WARNING, when="end")
def expired_suppression() -> None:
    """A comment was to silence a rule until a day, and that day has passed.

    What it excused is reported again from the day after. Somebody promised to mend it by then, or to look again.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, kind: awareness}  # cjm: ignore[stage-without-offer] being filmed, until 2026-05-31
          - {name: Choosing}
          - {name: Wearing}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, kind: awareness}  # cjm: ignore[stage-without-offer] being filmed, until 2027-05-31
          - {name: Choosing}
          - {name: Wearing}

    Source: the practice of linters and scanners whose exceptions end, such as Trivy's `exp:` and ESLint's `expiring-todo-comments`.
    """


RULES: tuple[Rule, ...] = (unused_suppression, expired_suppression, unknown_rule)
