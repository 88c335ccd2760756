from cjm.diagnostics import Span, msg
from cjm.source.findings import error, between
def explain(text, shown, slip):
    m=getattr(slip,'problem_mark',None)
    return error("invalid-yaml", between(m,m) if m else Span(), msg("{p} / {c}", p=str(getattr(slip,'problem',slip)), c=str(getattr(slip,'context',''))))
