"""What a result depends on beside the submission and the assignment: our code, and what is installed."""

from __future__ import annotations

import hashlib
import site
import sys
import sysconfig
from functools import cache
from pathlib import Path

import emptychair

_CODE = {".py", ".npz", ".json", ".txt", ".toml"}


@cache
def environment_digest() -> str:
    """Digest the package's code, the interpreter, and names and versions of everything installed.

    Example:
        >>> len(environment_digest())
        64
    """
    digest = hashlib.sha256(sys.version.encode())
    package = Path(emptychair.__file__).parent
    for path in sorted(path for path in package.rglob("*") if path.suffix in _CODE and "_course" not in path.parts):
        digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    for folder in sorted({*site.getsitepackages(), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}):
        digest.update("\0".join(sorted(path.name for path in Path(folder).glob("*.dist-info"))).encode())
    return digest.hexdigest()
