"""Does every stage say what the customer wants of it, what moves her in, and what it should achieve?"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from itertools import pairwise

from cjm.checks.registry import ERROR, INFO, WARNING, Findings, Rule, Setting, at, once, rule
from cjm.checks.words import ALONE, COMPANY_WORDS
from cjm.diagnostics import counted, msg
from cjm.model import Journey

BUYING = ("awareness", "consideration", "decision", "purchase")
"""Stages in which a customer has not bought yet."""


@rule(INFO, agreed=ERROR)
def stage_without_touchpoint(journey: Journey, _: Setting) -> Findings:
    """Stages have no touchpoints, and do not say why.

    Nothing happens in such a stage: it is a column of the template that nobody has filled, or the customer is left
    alone there, which is worth saying with `skipped`.

    Bad:
        cjm: 1
        title: Choosing glasses
        persona: Student
        objective: The first pair is the right one
        stages:
          - name: Eye test
            touchpoints: [{name: Optician, channel: shop}]
          - name: Trying on
          - name: Collecting
            touchpoints: [{name: Fitting, channel: shop}]

    Good:
        cjm: 1
        title: Choosing glasses
        persona: Student
        objective: The first pair is the right one
        stages:
          - name: Eye test
            touchpoints: [{name: Optician, channel: shop}]
          - name: Trying on
            skipped: She asks her friends, and we are not there
          - name: Collecting
            touchpoints: [{name: Fitting, channel: shop}]

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    lacking = [stage for stage in journey.stages if not stage.touchpoints and not stage.skipped]
    yield from once(
        journey,
        lacking,
        len(journey.stages),
        "touchpoints",
        counted(
            "{count} of {total} stages has no touchpoint",
            "{count} of {total} stages have no touchpoints",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write what happens there, or why nothing does: `skipped: …`"),
        msg("this has no touchpoints either"),
    )


@rule(INFO, agreed=WARNING)
def stage_without_entry(journey: Journey, _: Setting) -> Findings:
    """Nothing says what moves a customer into a stage.

    Without a fact that can be seen, two teams put the same customer into two stages, and no figure of a stage can be
    measured. The first stage may leave it to the scope's `starts_when`.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, enters_when: She opens a product page}
          - {name: Buying}
          - {name: Wearing, enters_when: The parcel is opened}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, enters_when: She opens a product page}
          - {name: Buying, enters_when: She puts a pair into the basket}
          - {name: Wearing, enters_when: The parcel is opened}

    Source: Richardson, Using Customer Journey Maps to Improve Customer Experience (HBR, 2010).
    """
    asked = journey.stages[1:] if journey.scope and journey.scope.starts_when else journey.stages
    lacking = [stage for stage in asked if not stage.enters_when]
    yield from once(
        journey,
        lacking,
        len(asked),
        "enters_when",
        counted(
            "{count} of {total} stages does not say what moves a customer in",
            "{count} of {total} stages do not say what moves a customer in",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write the fact that can be seen: `enters_when: …`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def stage_without_expectation(journey: Journey, _: Setting) -> Findings:
    """Nothing says what the customer expects of a stage.

    Satisfaction is what happened against what was expected. Without the second half nobody can say why a service that
    works disappoints. An expectation at one of its touchpoints counts.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, expectations: [The photograph shows the real colour]}
          - {name: Buying}
          - {name: Wearing, expectations: [They last two winters]}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, expectations: [The photograph shows the real colour]}
          - {name: Buying, expectations: [The price does not change at the end]}
          - {name: Wearing, expectations: [They last two winters]}

    Source: Parasuraman, Zeithaml and Berry, A Conceptual Model of Service Quality (1985).
    """
    lacking = [
        stage
        for stage in journey.stages
        if not stage.expectations and not any(touchpoint.expectation for touchpoint in stage.touchpoints)
    ]
    yield from once(
        journey,
        lacking,
        len(journey.stages),
        "expectations",
        counted(
            "{count} of {total} stages does not say what the customer expects",
            "{count} of {total} stages do not say what the customer expects",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write it in her words: `expectations: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def stage_without_need(journey: Journey, _: Setting) -> Findings:
    """Nothing says what the customer needs in a stage.

    Needs are what ideas are measured by: without them a workshop invents features for the company.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, needs: [To see them on feet like hers]}
          - {name: Buying}
          - {name: Wearing, needs: [To change them without a receipt]}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, needs: [To see them on feet like hers]}
          - {name: Buying, needs: [To know the cost of delivery beforehand]}
          - {name: Wearing, needs: [To change them without a receipt]}

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on needs and jobs to be done.
    """
    lacking = [stage for stage in journey.stages if not stage.needs]
    yield from once(
        journey,
        lacking,
        len(journey.stages),
        "needs",
        counted(
            "{count} of {total} stages does not say what the customer needs",
            "{count} of {total} stages do not say what the customer needs",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write what she must have to go on: `needs: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def stage_without_goal(journey: Journey, _: Setting) -> Findings:
    """Nothing says what the customer wants to reach in a stage.

    A stage is a purpose, and without one it is a department. What the customer wants there is also how she would name
    it.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, customer_goal: To find a pair that fits}
          - {name: Buying}
          - {name: Wearing, customer_goal: To walk without pain}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, customer_goal: To find a pair that fits}
          - {name: Buying, customer_goal: To pay in a few minutes}
          - {name: Wearing, customer_goal: To walk without pain}

    Source: Nielsen Norman Group, Journey Mapping 101; Kalbach, Mapping Experiences (2nd ed., 2020).
    """
    lacking = [stage for stage in journey.stages if not stage.customer_goal]
    yield from once(
        journey,
        lacking,
        len(journey.stages),
        "customer_goal",
        counted(
            "{count} of {total} stages does not say what the customer wants to reach",
            "{count} of {total} stages do not say what the customer wants to reach",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write it from her side: `customer_goal: …`"),
        msg("this does not say it either"),
    )


@rule(INFO, agreed=WARNING)
def stage_without_target(journey: Journey, _: Setting) -> Findings:
    """Nothing says which figure a stage should reach.

    Improving a stage is only work when somebody notices the difference. A target at one of its touchpoints counts.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        targets: [{metric: completed, at_least: 6%}]
        stages:
          - {name: Looking, targets: [{metric: conversion, at_least: 50%}]}
          - {name: Buying}
          - {name: Wearing, targets: [{metric: csat, at_least: 4.2}]}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        targets: [{metric: completed, at_least: 6%}]
        stages:
          - {name: Looking, targets: [{metric: conversion, at_least: 50%}]}
          - {name: Buying, targets: [{metric: dwell.median, at_most: 2d}]}
          - {name: Wearing, targets: [{metric: csat, at_least: 4.2}]}

    Source: Rawson, Duncan and Jones, The Truth About Customer Experience (HBR, 2013).
    """
    lacking = [
        stage
        for stage in journey.stages
        if not stage.targets and not any(touchpoint.targets for touchpoint in stage.touchpoints)
    ]
    yield from once(
        journey,
        lacking,
        len(journey.stages),
        "targets",
        counted(
            "{count} of {total} stages has no target",
            "{count} of {total} stages have no target",
            len(lacking),
            total=len(journey.stages),
        ),
        msg("write a figure and its value: `{example}`", example="targets: [{metric: conversion, at_least: 40%}]"),
        msg("this has none either"),
    )


@rule(INFO)
def stage_without_offer(journey: Journey, _: Setting) -> Findings:
    """Nothing says what to show a customer who has not bought yet.

    Somebody who is only looking needs something else than somebody with a full basket; where nobody has decided it,
    both get the same newsletter. Only stages of kind `awareness`, `consideration`, `decision` and `purchase` are asked.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, kind: awareness, offer: [Photographs of customers]}
          - {name: Comparing, kind: consideration}
          - {name: Wearing, kind: use}

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages:
          - {name: Looking, kind: awareness, offer: [Photographs of customers]}
          - {name: Comparing, kind: consideration, offer: [A table of sizes]}
          - {name: Wearing, kind: use}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    asked = [stage for stage in journey.stages if stage.kind in BUYING]
    lacking = [stage for stage in asked if not stage.offer]
    yield from once(
        journey,
        lacking,
        len(asked),
        "offer",
        counted(
            "{count} of {total} stages before the purchase does not say what to show a customer",
            "{count} of {total} stages before the purchase do not say what to show a customer",
            len(lacking),
            total=len(asked),
        ),
        msg("write what helps a customer who is here: `offer: […]`"),
        msg("this does not say it either"),
    )


@rule(INFO)
def purchase_without_decision(journey: Journey, _: Setting) -> Findings:
    """Nothing says what settles the decision to buy.

    Price, trust and effort ask for three different improvements. A stage of kind `decision` that says it is an answer
    too.

    Bad:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying, kind: purchase}, {name: Wearing}]

    Good:
        cjm: 1
        title: Buying shoes
        persona: Laura
        objective: Raise repeat purchases
        stages: [{name: Looking}, {name: Buying, kind: purchase, decided_by: [size, trust]}, {name: Wearing}]

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    if any(stage.decided_by for stage in journey.stages if stage.kind == "decision"):
        return
    for stage in journey.stages:
        if stage.kind == "purchase" and not stage.decided_by:
            yield at(
                stage,
                "decided_by",
                msg("nothing says what settles the decision in `{name}`", name=stage.name),
                msg("write what it depends on: `decided_by: [price, trust]`"),
            )


@rule(WARNING)
def no_stage_after_purchase(journey: Journey, setting: Setting) -> Findings:
    """The journey ends when the customer pays.

    For her it begins there: she waits, unpacks, uses, asks for help, and decides whether to come back. The company that
    stops looking at the till learns of it from reviews.

    Bad:
        cjm: 1
        title: Buying a washing machine
        persona: Couple who have just moved
        objective: Sell the installation too
        stages:
          - {name: The old one breaks}
          - {name: Comparing}
          - {name: Buying, kind: purchase, decided_by: [price]}

    Good:
        cjm: 1
        title: Buying a washing machine
        persona: Couple who have just moved
        objective: Sell the installation too
        stages:
          - {name: The old one breaks}
          - {name: Buying, kind: purchase, decided_by: [price]}
          - {name: The first wash}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    if journey.stages and journey.stages[-1].kind == "purchase" and "stages" not in setting.broken:
        last = journey.stages[-1]
        yield at(
            last,
            "kind",
            msg("the journey ends with the purchase, in `{name}`", name=last.name),
            msg("add what the customer lives through afterwards: waiting, receiving, using, asking, buying again"),
        )


@rule(WARNING)
def no_stage_before_purchase(journey: Journey, setting: Setting) -> Findings:
    """The journey begins when the customer buys.

    By then she has noticed a need, looked around and ruled others out, and what won her is not on the map.

    Bad:
        cjm: 1
        title: Buying a washing machine
        persona: Couple who have just moved
        objective: Sell the installation too
        stages:
          - {name: Buying, kind: purchase, decided_by: [price]}
          - {name: Delivery}
          - {name: The first wash}

    Good:
        cjm: 1
        title: Buying a washing machine
        persona: Couple who have just moved
        objective: Sell the installation too
        stages:
          - {name: The old one breaks}
          - {name: Buying, kind: purchase, decided_by: [price]}
          - {name: The first wash}

    Source: Lemon and Verhoef, Understanding Customer Experience Throughout the Customer Journey (2016).
    """
    if journey.stages and journey.stages[0].kind == "purchase" and "stages" not in setting.broken:
        first = journey.stages[0]
        yield at(
            first,
            "kind",
            msg("the journey begins with the purchase, in `{name}`", name=first.name),
            msg("add how the customer came to it: noticing a need, looking around, comparing"),
        )


@rule(INFO, company_words=())
def stage_in_company_words(journey: Journey, setting: Setting) -> Findings:
    """A stage is named in words that no customer has.

    Nobody wakes up as a lead, and nobody lives through a conversion. A stage that is named from inside is filled with
    what the company does, and the customer drops out of her own map. The lists are of English, Spanish, French and
    Portuguese; a journey without `language` is held against all of them.

    Bad:
        cjm: 1
        title: Vegetable boxes
        persona: Household of four
        objective: Four in ten still get a box after half a year
        stages: [{name: Lead generation}, {name: Trying a box}, {name: Having one every week}]

    Good:
        cjm: 1
        title: Vegetable boxes
        persona: Household of four
        objective: Four in ten still get a box after half a year
        stages: [{name: Hearing of it}, {name: Trying a box}, {name: Having one every week}]

    Options:
        company_words: further words that no stage should be named with

    Source: Kalbach, Mapping Experiences (2nd ed., 2020), on the customer's point of view; Nielsen Norman Group.
    """
    words = _company_words(journey, setting)
    for stage in journey.stages:
        said = _split(stage.name)
        alone = ALONE if len(said) == 1 else {}
        word = next((each for each in said if _bare(each) in words or each in alone), None)
        if word is not None:
            example = words.get(word, words.get(_bare(word), alone.get(word, "")))
            hint = (
                msg("name it as the customer would, such as “{example}”", example=example)
                if example
                else msg("name it as the customer would")
            )
            yield at(stage, "name", msg("`{word}` is the company's word, not the customer's", word=word), hint)


def _company_words(journey: Journey, setting: Setting) -> Mapping[str, str]:
    languages = ("en", setting.language) if journey.language else tuple(COMPANY_WORDS)
    words: dict[str, str] = {}
    for language in reversed(languages):
        words |= COMPANY_WORDS.get(language, {})
    words |= {" ".join(_letters(word)): "" for word in setting.words("company_words")}
    return {_bare(word): example for word, example in words.items()} | words


def _split(name: str) -> Sequence[str]:
    """The words of a name, then each two that follow one another."""
    words = _letters(name)
    return [*words, *(f"{one} {two}" for one, two in pairwise(words))]


def _bare(word: str) -> str:
    """Without accents, which many leave out."""
    if word.isascii():
        return word
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char))


def _letters(text: str) -> list[str]:
    low = text.casefold() if text.isascii() else unicodedata.normalize("NFC", text.casefold())
    return "".join(char if char.isalnum() else " " for char in low).split()


RULES: tuple[Rule, ...] = (
    stage_without_touchpoint,
    stage_without_entry,
    stage_without_expectation,
    stage_without_need,
    stage_without_goal,
    stage_without_target,
    stage_without_offer,
    purchase_without_decision,
    no_stage_after_purchase,
    no_stage_before_purchase,
    stage_in_company_words,
)
