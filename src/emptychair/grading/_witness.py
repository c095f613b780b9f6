"""What the instructor's own solutions do: the witness of what an answer may do to a test.

A test reads names. Which of them are the learner's, which the instructor's? May an answer change what it was given, or
say what it is equal to? The instructor's solution passes the tests, so it knows. Only names leave this module, never
code.
"""

from __future__ import annotations

import ast
import builtins
import enum
import re
import symtable
from collections.abc import Iterator, Mapping
from typing import Any

from emptychair.grading._deeds import (
    ASSERTED,
    Function,
    attributes,
    catches,
    changed,
    ends,
    keepers,
    mutating,
    parameters,
    rebound,
    stops,
    texts,
    writes,
)

_ANSWER = re.compile(r"%%answer\s+([^\W\d]\w*)")
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def witness(document: Mapping[str, Any], original: Mapping[str, Any]) -> dict[str, Any]:
    """Read what the solutions of one notebook do.

    Args:
        document: The notebook with solutions cut.
        original: The notebook as the instructor wrote it.

    Returns:
        ``answers``: names that answers bind or change. ``imports``: names that instructor's cells import, with module
        and attribute. ``mutates``: functions and methods that change their arguments, and classes that change what
        they were made with. ``writes``: they write files. ``texts``: what may be the name of one. ``touched``: global
        names whose value functions change. ``swallows``: something catches what a test may assert. ``stops``: something
        may end an iteration. ``ends``: context managers that end exceptions. ``stored``: attributes of functions.
        ``classes``: for each class in an answer the names that its objects have; ``*`` where nobody can tell.
        ``shared``: the classes that both sides get from the instructor.
    """
    solutions = {_mark(cell, "grade_id"): cell for cell in original["cells"] if _mark(cell, "solution")}
    trees, theirs, ours = [], [], []
    for cell in document["cells"]:
        if cell["cell_type"] != "code":
            continue
        tree = parse(_source(cell))
        trees.append(tree)
        if _mark(cell, "solution"):
            whole = parse(_source(solutions.get(_mark(cell, "grade_id"), cell)))
            trees.append(whole)
            theirs += [tree, whole]
        elif not _mark(cell, "grade"):
            ours.append(tree)
    functions = [node for tree in theirs for node in ast.walk(tree) if isinstance(node, Function)]
    return {
        "answers": sorted({name for tree in theirs for name in (*bound(tree), *_touched(tree))}),
        "imports": {name: where for tree in trees for name, where in _imports(tree)},
        "mutates": sorted({*mutating(functions), *(name for tree in theirs for name in keepers(tree))}),
        "touched": sorted({name for tree in theirs for name in (*_touched(tree), *rebound(tree))}),
        "swallows": any(catches(node, ASSERTED) for tree in theirs for node in ast.walk(tree)),
        "stops": any(map(stops, theirs)),
        "ends": sorted({name for tree in theirs for name in ends(tree)}),
        "stored": sorted({name for one in functions for name in attributes(one)}),
        "writes": any(map(writes, theirs)),
        "texts": sorted({text for tree in theirs for text in texts(tree)}),
        "classes": _classes(trees),
        "shared": sorted({node.name for tree in ours for node in tree.body if isinstance(node, ast.ClassDef)}),
    }


def parse(source: str) -> ast.Module:
    """Parse a cell, magics and all; one that is no Python gives an empty module.

    Example:
        >>> ast.unparse(parse("%time x = 1"))
        "get_ipython().run_line_magic('time', 'x = 1')"
    """
    from IPython.core.inputtransformer2 import TransformerManager

    answer = _ANSWER.match(source)
    if answer:
        return ast.parse(f"{answer[1]} = ''")
    try:
        tree: ast.Module = ast.parse(TransformerManager().transform_cell(source))
        return tree
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ast.Module([], [])


def bound(tree: ast.Module) -> Iterator[str]:
    """The global names that a module gives a value to, from inside its functions too.

    Example:
        >>> sorted(bound(ast.parse("import a.b\\nfor i in x: y = i\\ndef f():\\n    global g\\n    g = z = 1")))
        ['a', 'f', 'g', 'i', 'y']
    """
    try:
        top = symtable.symtable(ast.unparse(tree), "<cell>", "exec")
    except (SyntaxError, ValueError, RecursionError):
        return
    tables = [top]
    for table in tables:
        tables += table.get_children()
        for symbol in table.get_symbols():
            is_global = table is top or symbol.is_declared_global()
            if is_global and (symbol.is_assigned() or symbol.is_imported()):
                yield symbol.get_name()


def _imports(tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                module = alias.name if alias.asname else alias.name.partition(".")[0]
                yield alias.asname or module, (module, "")
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                yield alias.asname or alias.name, (node.module, alias.name)


def _classes(trees: list[ast.Module]) -> dict[str, list[str]]:
    """The names that objects of each class have, their ancestors' included."""
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    own: dict[str, set[str]] = {}
    for node in nodes:
        own.setdefault(node.name, set()).update(_members(node))
    for _ in nodes:  # as often as ancestors can be stacked
        for node in nodes:
            for base in map(ast.unparse, node.bases):
                built_in = getattr(builtins, base, None)
                own[node.name] |= own.get(base) or (set(dir(built_in)) if isinstance(built_in, type) else _enums(base))
    return {name: sorted(names) for name, names in own.items()}


def _enums(base: str) -> set[str]:
    """What enumerations and flags answer themselves; of other classes of other modules nobody can tell."""
    found = getattr(enum, base.removeprefix("enum."), None)
    kinds = found.__mro__[:-1] if isinstance(found, type) and issubclass(found, enum.Enum) else ()
    return {"*", *(name for kind in kinds for name in vars(kind))}


def _members(node: ast.ClassDef) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, Function | ast.ClassDef) and part is not node:
            yield part.name
        elif isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store):
            yield part.id
        elif isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store):
            yield part.attr
    for decorator in map(ast.unparse, node.decorator_list):
        if "dataclass" in decorator:  # which writes these
            yield from ("__hash__",) if "frozen" in decorator or "unsafe_hash" in decorator else ()
            yield from ("__eq__", *(("__lt__", "__le__", "__gt__", "__ge__") if "order" in decorator else ()))


def _touched(tree: ast.Module) -> Iterator[str]:
    """The global names among them."""
    functions = [node for node in ast.walk(tree) if isinstance(node, _SCOPES)]
    local = {name for node in functions for name in parameters(node)}
    for node in functions:
        declared = {name for part in ast.walk(node) if isinstance(part, ast.Global) for name in part.names}
        stored = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        local |= stored - declared
    inside = {name for node in functions for name in changed(node)}
    at_top = set(bound(tree))
    return (name for name in changed(tree) if name in at_top or name not in inside or name not in local)


def _mark(cell: Mapping[str, Any], name: str) -> Any:
    return cell.get("metadata", {}).get("nbgrader", {}).get(name)


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
