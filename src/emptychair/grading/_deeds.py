"""What the code of solutions does: change its arguments, write files, catch and end exceptions."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

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
ASSERTED = frozenset(("AssertionError", "BaseException", "Exception"))
Function = ast.FunctionDef | ast.AsyncFunctionDef


def attributes(function: Function) -> Iterator[str]:
    """The attributes that a function gives to something that it has made itself, such as another function."""
    local = {part.name for part in ast.walk(function) if isinstance(part, Function)} - {function.name}
    for part in ast.walk(function):
        if isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Store) and local & set(base(part)):
            yield part.attr


def writes(tree: ast.Module) -> bool:
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "") for node in calls}
    modes = {part.value for node in calls for part in ast.walk(node) if isinstance(part, ast.Constant)}
    to_write = "open" in names and any(isinstance(mode, str) and re.fullmatch("r?[wax+][bt+]*", mode) for mode in modes)
    return to_write or any(map(_WRITERS.fullmatch, names))


def texts(tree: ast.Module) -> Iterator[str]:
    """Short texts, any of which may be the name of a file."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and re.fullmatch(r"[\w./-]{2,100}", node.value)
        ):
            yield node.value


def rebound(tree: ast.Module) -> Iterator[str]:
    """The global names that functions give another value to."""
    return (name for node in ast.walk(tree) if isinstance(node, ast.Global) for name in node.names)


def keepers(tree: ast.Module) -> Iterator[str]:
    """The classes that keep an argument and have a method that changes what they keep."""
    for node in ast.walk(tree):
        makers = [one for one in ast.walk(node) if isinstance(one, Function) and one.name == "__init__"]
        if isinstance(node, ast.ClassDef) and makers and "self" in changed(node):
            given = {name for maker in makers for name in parameters(maker)}
            assigned = [one.value for maker in makers for one in ast.walk(maker) if isinstance(one, ast.Assign)]
            if any(isinstance(part, ast.Name) and part.id in given for value in assigned for part in ast.walk(value)):
                yield node.name


def catches(node: ast.AST, kinds: frozenset[str]) -> bool:
    """Does this catch one of these exceptions? Without any kinds: does it catch at all?"""
    if isinstance(node, ast.ExceptHandler):
        caught = {part.id for part in ast.walk(node.type or ast.Name("BaseException")) if isinstance(part, ast.Name)}
    elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
        caught = {part.id for one in node.args for part in ast.walk(one) if isinstance(part, ast.Name)}
    else:
        return False
    return bool(caught & kinds) or not kinds


def stops(tree: ast.Module) -> bool:
    """May a function in it end an iteration: does it say so, or ask for the next of what may have none?"""
    names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    return bool({"StopIteration", "StopAsyncIteration", "next", "anext"} & names or {"__next__", "__anext__"} & asked)


def ends(tree: ast.Module) -> Iterator[str]:
    """The context managers that end exceptions: classes, and functions that make them."""
    for node in ast.walk(tree):
        parts = list(ast.walk(node)) if isinstance(node, ast.ClassDef | Function) else []
        if isinstance(node, ast.ClassDef):
            leave = [one for one in parts if isinstance(one, Function) and one.name in ("__exit__", "__aexit__")]
            given = [part.value for one in leave for part in ast.walk(one) if isinstance(part, ast.Return)]
            ends = any(one is not None and ast.unparse(one) not in ("None", "False") for one in given)
        elif isinstance(node, Function) and "contextmanager" in " ".join(map(ast.unparse, node.decorator_list)):
            ends = any(isinstance(part, ast.ExceptHandler) or catches(part, frozenset()) for part in parts)
        else:
            continue
        if ends:
            yield node.name


def mutating(functions: list[Function]) -> set[str]:
    """The functions that change an argument, themselves or through one another."""
    found: set[str] = set()
    while True:
        more = {one.name for one in functions if one.name not in found and mutates(one, found)}
        if not more:
            return found
        found |= more


def mutates(function: Function, known: set[str]) -> bool:
    given = parameters(function)
    for _ in range(3):  # names for the arguments or for parts of them, and names for those
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and given & set(base(node.value)):
                given |= {target.id for target in node.targets if isinstance(target, ast.Name)}
            elif isinstance(node, ast.For) and given & {name for part in ast.walk(node.iter) for name in base(part)}:
                given |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
    if given & set(changed(function)):
        return True
    return any(
        isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in known
        and given & {name for argument in node.args for name in base(argument)}
        for node in ast.walk(function)
    )


def changed(tree: ast.AST) -> Iterator[str]:
    """The names whose value is changed in place, wherever they belong."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store | ast.Del):
            yield from base(node)
        elif isinstance(node, ast.AugAssign):
            yield from base(node.target)
        elif isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            keywords = {keyword.arg: keyword.value for keyword in node.keywords}
            in_place = "inplace" in keywords or _MUTATORS.fullmatch(name)
            if in_place and isinstance(node.func, ast.Attribute):
                yield from base(node.func.value)
            if _FIRST_ARGUMENT.fullmatch(name) and node.args:
                yield from base(node.args[0])
            if "out" in keywords:
                yield from base(keywords["out"])


def base(node: ast.AST) -> Iterator[str]:
    while isinstance(node, ast.Subscript | ast.Attribute | ast.Starred):
        node = node.value
    if isinstance(node, ast.Name):
        yield node.id


def parameters(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> set[str]:
    arguments = node.args
    given = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
    return {argument.arg for argument in given if argument} - {"self"}
