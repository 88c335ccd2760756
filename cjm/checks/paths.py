"""Do the routes reach every touchpoint, say who takes which, and come to an end?"""

from cjm.checks.registry import INFO, WARNING, Findings, Rule, Setting, at, rule, together
from cjm.diagnostics import counted, msg
from cjm.model import Journey
from cjm.model.graph import early_ends, steps_back, twins, untold_branches, unvisited


@rule(WARNING)
def unreachable_touchpoint(journey: Journey, setting: Setting) -> Findings:
    """No path visits a touchpoint.

    Where paths are given, they are the whole of it: nobody ever comes to what none of them visits. Either a path has
    been forgotten, or the touchpoint has.

    Bad:
        cjm: 1
        title: Breakfast at the café
        persona: Office worker
        objective: She takes a pastry too
        stages:
          - {name: Coming in, touchpoints: [{id: board, name: Blackboard, channel: street}]}
          - name: Ordering
            touchpoints:
              - {id: counter, name: Counter, channel: café}
              - {id: voucher, name: Voucher, channel: café}
          - {name: Leaving, touchpoints: [{id: till, name: Till, channel: café}]}
        paths: [{id: quick, name: Quick breakfast, steps: [board, counter, till]}]

    Good:
        cjm: 1
        title: Breakfast at the café
        persona: Office worker
        objective: She takes a pastry too
        stages:
          - {name: Coming in, touchpoints: [{id: board, name: Blackboard, channel: street}]}
          - name: Ordering
            touchpoints:
              - {id: counter, name: Counter, channel: café}
              - {id: voucher, name: Voucher, channel: café}
          - {name: Leaving, touchpoints: [{id: till, name: Till, channel: café}]}
        paths:
          - {id: quick, name: Quick breakfast, steps: [board, counter, till]}
          - {id: saving, name: With a voucher, steps: [board, counter, voucher, till]}

    Source: FORMAT, paths; Bitner, Ostrom and Morgan, Service Blueprinting (2008), on the flow of customer actions.
    """
    left = unvisited(journey) if setting.whole else ()
    yield from together(
        [(*touchpoint.path, "name") for touchpoint in left],
        counted(
            "no path visits `{name}`",
            "no path visits {count} touchpoints, first of them `{name}`",
            len(left),
            name=left[0].name if left else "",
        ),
        msg("add it to the `steps` of a path, or take it out"),
        msg("no path visits this one either"),
    )


@rule(WARNING)
def branch_without_condition(journey: Journey, _: Setting) -> Findings:
    """Paths part, and nothing says who goes which way.

    A fork without a condition cannot be explained to anybody, nor measured. The `when` of a step says it, and so do the
    `when`, the persona or the name of a path. One way may be left open: it is what happens otherwise.

    Bad:
        cjm: 1
        title: Returning a dress
        persona: Bridesmaid
        objective: Money back within a week
        stages:
          - {name: Deciding, touchpoints: [{id: mirror, name: Mirror, kind: action}]}
          - name: Returning
            touchpoints:
              - {id: parcel, name: Parcel, channel: post}
              - {id: shop, name: Shop, channel: store}
          - {name: Being paid back, touchpoints: [{id: refund, name: Refund, channel: card}]}
        paths:
          - {id: by-post, steps: [mirror, parcel, refund]}
          - {id: in-shop, steps: [mirror, shop, refund]}

    Good:
        cjm: 1
        title: Returning a dress
        persona: Bridesmaid
        objective: Money back within a week
        stages:
          - {name: Deciding, touchpoints: [{id: mirror, name: Mirror, kind: action}]}
          - name: Returning
            touchpoints:
              - {id: parcel, name: Parcel, channel: post}
              - {id: shop, name: Shop, channel: store}
          - {name: Being paid back, touchpoints: [{id: refund, name: Refund, channel: card}]}
        paths:
          - {id: by-post, steps: [mirror, parcel, refund]}
          - {id: in-shop, when: There is a shop nearby, steps: [mirror, shop, refund]}

    Source: the practice of process models: OMG, Business Process Model and Notation 2.0, on exclusive gateways.
    """
    for first, second, *others in untold_branches(journey):
        yield at(
            second,
            "to",
            msg(
                "the paths part here, and nothing says who goes to `{one}` and who to `{other}`",
                one=first.to,
                other=second.to,
            ),
            msg(
                "write what sends a customer this way: `{example}`, or `when` on the path",
                example=f"{{to: {second.to}, when: …}}",
            ),
            related=tuple((each.path, msg("another way on")) for each in (first, *others)),
        )


@rule(WARNING)
def path_without_end(journey: Journey, setting: Setting) -> Findings:
    """A path stops before the last stage, and does not say why.

    This is where customers are lost, and the reason is what the map is for. A path that passes the touchpoint which
    completes the journey (`ends_at`) needs no reason.

    Bad:
        cjm: 1
        title: Selling a used car
        persona: Owner who moves abroad
        objective: Offer and collection within a week
        stages:
          - {name: Asking, touchpoints: [{id: quote, name: Online quote, channel: web}]}
          - {name: Inspecting, touchpoints: [{id: inspection, name: Inspection, channel: yard}]}
          - {name: Selling, touchpoints: [{id: payment, name: Payment, channel: yard}]}
        paths:
          - {id: sold, name: Sold, steps: [quote, inspection, payment]}
          - {id: not-sold, name: Not sold, steps: [quote, inspection]}

    Good:
        cjm: 1
        title: Selling a used car
        persona: Owner who moves abroad
        objective: Offer and collection within a week
        stages:
          - {name: Asking, touchpoints: [{id: quote, name: Online quote, channel: web}]}
          - {name: Inspecting, touchpoints: [{id: inspection, name: Inspection, channel: yard}]}
          - {name: Selling, touchpoints: [{id: payment, name: Payment, channel: yard}]}
        paths:
          - {id: sold, name: Sold, steps: [quote, inspection, payment]}
          - {id: not-sold, name: Not sold, ends_when: The offer is lower than online, steps: [quote, inspection]}

    Source: FORMAT, paths; Richardson, Using Customer Journey Maps to Improve Customer Experience (HBR, 2010).
    """
    lacking = [] if "stages" in setting.broken else [path for path in early_ends(journey) if not path.ends_when]
    yield from together(
        [path.steps[-1].path for path in lacking],
        counted(
            "`{name}` stops before the last stage, and does not say why",
            "{count} paths stop before the last stage and do not say why, first of them `{name}`",
            len(lacking),
            name=(lacking[0].name or lacking[0].id) if lacking else "",
        ),
        msg("write why it ends here, beside its steps: `ends_when: …`"),
        msg("this stops too"),
    )


@rule(WARNING)
def identical_paths(journey: Journey, _: Setting) -> Findings:
    """Two paths take the same steps.

    They are drawn as one and counted twice, and a case that is held against them fits both. Two personas may go the
    same way.

    Bad:
        cjm: 1
        title: Buying a train ticket
        persona: Commuter
        objective: Fewer queues on Mondays
        stages:
          - {name: Planning, touchpoints: [{id: timetable, name: Timetable, channel: app}]}
          - {name: Buying, touchpoints: [{id: machine, name: Machine, channel: platform}]}
          - {name: Riding, touchpoints: [{id: inspector, name: Inspector, channel: train}]}
        paths:
          - {id: main, name: Ordinary day, steps: [timetable, machine, inspector]}
          - {id: rush, name: Rush hour, steps: [timetable, machine, inspector]}

    Good:
        cjm: 1
        title: Buying a train ticket
        persona: Commuter
        objective: Fewer queues on Mondays
        stages:
          - {name: Planning, touchpoints: [{id: timetable, name: Timetable, channel: app}]}
          - {name: Buying, touchpoints: [{id: machine, name: Machine, channel: platform}]}
          - {name: Riding, touchpoints: [{id: inspector, name: Inspector, channel: train}]}
        paths:
          - {id: main, name: Ordinary day, steps: [timetable, machine, inspector]}
          - {id: rush, name: Rush hour, steps: [machine, inspector]}

    Source: FORMAT, paths.
    """
    for route, other in twins(journey):
        yield at(
            route,
            "steps",
            msg(
                "`{name}` takes the same steps as `{other}`", name=route.name or route.id, other=other.name or other.id
            ),
            msg("make one path of them, or write where they differ"),
            on_key=True,
            related=(((*other.path, "steps"), msg("the same steps")),),
        )


@rule(INFO)
def backward_step_without_reason(journey: Journey, _: Setting) -> Findings:
    """A path goes back, and does not say why.

    Going back is work that customers did not plan: a form refused, a paper forgotten. The reason is worth more than the
    arrow. Back means to a touchpoint that stands earlier in the file; the step's own `when` is the reason.

    Bad:
        cjm: 1
        title: Renewing a parking permit
        persona: Resident
        objective: Two visits become one
        stages:
          - {name: Applying, touchpoints: [{id: form, name: Form, channel: web}]}
          - {name: Showing papers, touchpoints: [{id: counter, name: Counter, channel: office}]}
          - {name: Parking, touchpoints: [{id: permit, name: Permit, channel: post}]}
        paths:
          - {id: twice, name: Twice, steps: [form, counter, form, counter, permit]}

    Good:
        cjm: 1
        title: Renewing a parking permit
        persona: Resident
        objective: Two visits become one
        stages:
          - {name: Applying, touchpoints: [{id: form, name: Form, channel: web}]}
          - {name: Showing papers, touchpoints: [{id: counter, name: Counter, channel: office}]}
          - {name: Parking, touchpoints: [{id: permit, name: Permit, channel: post}]}
        paths:
          - {id: twice, name: Twice, steps: [form, counter, {to: form, when: A paper is missing}, counter, permit]}

    Source: FORMAT, paths; Kalbach, Mapping Experiences (2nd ed., 2020), on journeys that are not linear.
    """
    lacking = [(before, after) for before, after in steps_back(journey) if not after.when]
    yield from together(
        [after.path for _, after in lacking],
        counted(
            "this goes back from `{before}` to `{after}`, and does not say why",
            "{count} steps go back and do not say why, first of them from `{before}` to `{after}`",
            len(lacking),
            before=lacking[0][0].to if lacking else "",
            after=lacking[0][1].to if lacking else "",
        ),
        msg("write what sends the customer back: `{example}`", example="{to: …, when: …}"),
        msg("this goes back too"),
    )


RULES: tuple[Rule, ...] = (
    unreachable_touchpoint,
    branch_without_condition,
    path_without_end,
    identical_paths,
    backward_step_without_reason,
)
