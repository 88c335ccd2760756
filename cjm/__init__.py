"""Customer journey maps as code.

The pipeline, one room a step, each a plain function from frozen data to frozen data:

1. `source`    YAML text to values with places
2. `model`     values to a `Journey`, with every structural problem
3. `checks`    the rules of a good map: a `Journey` to findings
4. `views`     what is on a page, measured and placed
5. `outputs`   a view as SVG, PNG, DOT, HTML or JSON; `reports` say findings as text, JSON or annotations
6. `diff`      two journeys to what happened between them; `merge` and `history`, the same for versions kept in git
7. `measure`   a journey laid over event logs and surveys: a `Measurement`, which checks and views take too
8. `project`   finds files and remembers what was found; `cli` puts it all together

The public names are resolved on first use, so that importing `cjm` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cjm.checks.validate import check
    from cjm.diff.compare import compare
    from cjm.measure.directly import measured
    from cjm.outputs.draw import draw as render
    from cjm.project.load import load

__all__ = ["__version__", "check", "compare", "load", "measured", "render"]
__version__ = "0.1.0"

_PUBLIC = {
    "check": ("cjm.checks.validate", "check"),
    "compare": ("cjm.diff.compare", "compare"),
    "measured": ("cjm.measure.directly", "measured"),
    "load": ("cjm.project.load", "load"),
    "render": ("cjm.outputs.draw", "draw"),
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever is public
    if name not in _PUBLIC:
        raise AttributeError(f"module 'cjm' has no attribute {name!r}")
    module, attribute = _PUBLIC[name]
    return getattr(import_module(module), attribute)
