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

_ANSWER = re.compile(r"%%answer\s+([^\W\d]\w*)")
_MUTATORS = re.compile(
    "add|append|clear|(symmetric_)?difference_update|discard|drop_duplicates|extend(left)?|fill|insert|"
    "intersection_update|itemset|partition|pop|popitem|popleft|put|remove|resize|reverse|rotate|setdefault|sort|update"
)
_FIRST_ARGUMENT = re.compile(
    "copyto|delattr|fill_diagonal|heapify|heappop|heappush|heappushpop|heapreplace|insort(_left|_right)?|next|place|put|"
    "putmask|setattr|shuffle"
)
_WRITERS = re.compile(
    r"write_\w+|to_(csv|json|excel|pickle|parquet|sql|html|markdown|latex|feather|hdf)|save\w*|dump|unlink|rename|touch|"
    "mkdir|makedirs|rmtree|copy(2|file|tree)|move|connect|imsave|system|run|run_cell_magic|getoutput"
)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
Function = ast.FunctionDef | ast.AsyncFunctionDef
_ASSERTED = frozenset(("AssertionError", "BaseException", "Exception"))


def witness(document: Mapping[str, Any], original: Mapping[str, Any]) -> dict[str, Any]:
    """Read what the solutions of one notebook do.

    Args:
        document: The notebook with solutions cut.
        original: The notebook as the instructor wrote it.

    Returns:
        ``answers``: names that answers bind or change. ``imports``: names that instructor's cells import, with module
        and attribute. ``mutates``: functions and methods that change their arguments, and classes that change what
        they were made with. ``writes``: they write files. ``texts``: what may be the name of one. ``touched``: global
        names whose value functions change. ``swallows``: something catches what a test may assert. ``ends``: context
        managers that end exceptions. ``stored``: attributes of
        functions. ``classes``: for each class in an answer the names that its objects have; ``*`` where
        nobody can tell. ``shared``: the classes that both sides get from the instructor.
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
        "mutates": sorted({*_mutating(functions), *(name for tree in theirs for name in _keepers(tree))}),
        "touched": sorted({name for tree in theirs for name in (*_touched(tree), *_rebound(tree))}),
        "swallows": any(_catches(node, _ASSERTED) for tree in theirs for node in ast.walk(tree)),
        "ends": sorted({name for tree in theirs for name in _ends(tree)}),
        "stored": sorted({name for one in functions for name in _attributes(one)}),
        "writes": any(map(_writes, theirs)),
        "texts": sorted({text for tree in theirs for text in _texts(tree)}),
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


def _changed(tree: ast.AST) -> Iterator[str]:
    """The names whose value is changed in place, wherever they belong."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield from _base(node)
        elif isinstance(node, ast.AugAssign):
            yield from _base(node.target)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            in_place = "inplace" in keywords or _MUTATORS.fullmatch(name)
            if in_place and isinstance(node.func, ast.Attribute):
                yield from _base(node.func.value)
            if _FIRST_ARGUMENT.fullmatch(name) and node.args:
                yield from _base(node.args[0])
            if "out" in keywords:
                yield from _base(keywords["out"])


def _base(node: ast.AST) -> Iterator[str]:
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Starred):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


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
    local = {name for node in functions for name in _parameters(node)}
    for node in functions:
        declared = {name for part in ast.walk(node) if isinstance(part, ast.Global) for name in part.names}
        stored = {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)}
        local |= stored - declared
    inside = {name for node in functions for name in _changed(node)}
    at_top = set(bound(tree))
    return (name for name in _changed(tree) if name in at_top or name not in inside or name not in local)


def _attributes(function: Function) -> Iterator[str]:
    """The attributes that a function gives to something that it has made itself, such as another function."""
    local = {part.name for part in ast.walk(function) if isinstance(part, Function)} - {function.name}
    for part in ast.walk(function):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and local & set(_base(part)):
            yield part.attr


def _writes(tree: ast.Module) -> bool:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "") for node in calls}
    modes = {part.value for node in calls for part in ast.walk(node) if isinstance(part, ast.Constant)}
    to_write = "open" in names and any(isinstance(mode, str) and re.fullmatch("r?[wax+][bt+]*", mode) for mode in modes)
    return to_write or any(map(_WRITERS.fullmatch, names))


def _texts(tree: ast.Module) -> Iterator[str]:
    """Short texts, any of which may be the name of a file."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[\w./-]{2,100}", node.value)
        ):
            yield node.value


def _rebound(tree: ast.Module) -> Iterator[str]:
    """The global names that functions give another value to."""
    return (name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names)


def _keepers(tree: ast.Module) -> Iterator[str]:
    """The classes that keep an argument and have a method that changes what they keep."""
    for node in ast.walk(tree):
        makers = [one for one in ast.walk(node) if isinstance(one, Function) and one.name == "__init__"]
        if isinstance(node, ast.ClassDef) and makers and "self" in _changed(node):
            given = {name for maker in makers for name in _parameters(maker)}
            assigned = [one.value for maker in makers for one in ast.walk(maker) if isinstance(one, ast.Assign)]
            if any(isinstance(part, ast.Name) and part.id in given for value in assigned for part in ast.walk(value)):
                yield node.name


def _catches(node: ast.AST, kinds: frozenset[str]) -> bool:
    """Does this catch one of these exceptions? Without any kinds: does it catch at all?"""
    if isinstance(node, ast.ExceptHandler):
        caught = {part.id for part in ast.walk(node.type or ast.Name("BaseException")) if isinstance(part, ast.Name)}
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        caught = {part.id for one in node.args for part in ast.walk(one) if isinstance(part, ast.Name)}
    else:
        return False
    return bool(caught & kinds) or not kinds


def _ends(tree: ast.Module) -> Iterator[str]:
    """The context managers that end exceptions: classes, and functions that make them."""
    for node in ast.walk(tree):
        parts = list(ast.walk(node)) if isinstance(node, ast.ClassDef | Function) else []
        if isinstance(node, ast.ClassDef):
            leave = [one for one in parts if isinstance(one, Function) and one.name in ("__exit__", "__aexit__")]
            given = [part.value for one in leave for part in ast.walk(one) if isinstance(part, ast.Return)]
            ends = any(one is not None and ast.unparse(one) not in ("None", "False") for one in given)
        elif isinstance(node, Function) and "contextmanager" in " ".join(map(ast.unparse, node.decorator_list)):
            ends = any(isinstance(part, ast.ExceptHandler) or _catches(part, frozenset()) for part in parts)
        else:
            continue
        if ends:
            yield node.name


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> set[str]:
    arguments = node.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return {argument.arg for argument in given if argument} - {"self"}


def _mutating(functions: list[Function]) -> set[str]:
    """The functions that change an argument, themselves or through one another."""
    found: set[str] = set()
    while True:
        more = {one.name for one in functions if one.name not in found and _mutates(one, found)}
        if not more:
            return found
        found |= more


def _mutates(function: Function, known: set[str]) -> bool:
    given = _parameters(function)
    for _ in range(3):  # names for the arguments or for parts of them, and names for those
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and given & set(_base(node.value)):
                given |= {target.id for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, ast.For) and given & {name for part in ast.walk(node.iter) for name in _base(part)}:
                given |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    if given & set(_changed(function)):
        return True
    return any(
        isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in known
        and given & {name for argument in node.args for name in _base(argument)}
        for node in ast.walk(function)
    )


def _mark(cell: Mapping[str, Any], name: str) -> Any:
    return cell.get("metadata", {}).get("nbgrader", {}).get(name)


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)
