"""Starts a player or the fork server, in the sandbox.

    python start.py player FD LIMITS
    python start.py forkserver FD

The package's own ``__init__`` is run only when a cell asks for one of its names: importing all
that learners use would take longer than the rest of the start.
"""

import json
import os.path
import sys
import types

here = os.path.dirname(os.path.abspath(__file__))
package = os.path.dirname(os.path.dirname(here))
module = types.ModuleType("autograder")
module.__package__ = "autograder"
module.__path__ = [package]
module.__file__ = init = os.path.join(package, "__init__.py")


def read_package(name: str) -> object:
    """Run the text of ``__init__`` at the first use of one of its names."""
    if module.__dict__.pop("__getattr__", None) is None or name.startswith("__"):
        raise AttributeError(name)
    with open(init, encoding="utf-8") as file:
        exec(compile(file.read(), init, "exec"), module.__dict__)
    return getattr(module, name)


vars(module)["__getattr__"] = read_package
sys.modules["autograder"] = module

# A notebook imports what lies beside it, and nothing of this folder.
sys.path[:] = ["", *(folder for folder in sys.path if folder != here)]
what, fd, *limits = sys.argv[1:]
sys.argv[1:] = []
if what == "forkserver":
    from autograder.judge.inside import forkserver

    forkserver.main(int(fd))
else:
    from autograder.judge.inside import player

    player.main(int(fd), json.loads(*limits))
