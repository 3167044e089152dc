# %% [markdown]
# # Workflows and Metaflow
#
# > **What is really tested.** Whether you can say what a workflow engine guarantees (order, isolation, what may be reused after a failure) and what it doesn't: a stored result is stale as soon as its code or its inputs change, and somebody has to notice. Decorator syntax is the smaller half.
#
# **You will be able to**
# - run a graph of steps in a deterministic order, and keep what finished when one fails
# - isolate artefacts, merge branches, and reject a conflict by name
# - retry what is transient, and say why a retried step must be idempotent
# - decide from code and inputs which steps must run again, and say what Metaflow's `resume` leaves to you
#
# **Before you start**: functions, dicts, exceptions and recursion in Python. You don't need to know a workflow engine.
#
# **Time**: 35 minutes reading, {{minutes}} minutes practice, 30 minutes for your answer · {{points}} points

# %% given="setup"
import hashlib
import heapq
import json
import math
from copy import deepcopy

from autograder import check, complexity

# %% [markdown]
# ## The problem
#
# "Every night one script reads the orders, computes features, trains a model and publishes it. Last night it died in hour five of six. This morning somebody restarted it from the top. Build me the core of an engine that does better. Then tell me when you'd trust what it has stored."
#
# Set a timer for 60 minutes if you want the practice: 5 to clarify, 35 for the engine, 10 for retries and staleness, 10 for questions. An interviewer rarely wants all six functions below. You'll be asked for one or two, and then about the others.

# %% [markdown]
# ## Clarify
#
# Ask before you draw. These are invented answers, and the checks assume them.
#
# | You ask | You hear | So what |
# |---|---|---|
# | Who reruns, and from where? | The engineer on call, at night, from the step that failed. | The finished steps must be stored, outside the process. |
# | What may be reused? | Whatever would come out the same. | Code and inputs must be part of the decision. |
# | How long do artefacts live? | 30 days; published versions longer. | Retention is a rule per artefact, with an owner. |
# | How large is an artefact? | Megabytes. Features are 100 GB. | Store pointers to large data, not copies. |
# | Do steps run in parallel? | They may. | No step may see what another step changes. |
# | May a step run twice? | Yes, when it's retried. | Its effects must be idempotent. |
# | Is the order fixed when several steps could run? | It must be the same each night. | Break ties by name: logs and tests compare. |
# | How soon must a result be there? | By six in the morning. | Batch. Half a second of start-up per task is fine. |

# %% [markdown]
# ## A tiny example
#
# A *flow* is a directed acyclic graph of *steps*. The results that a step stores are its *artefacts*. Here is the flow of this lesson: the orders of three months, one step per month, then a join and a forecast. The orders come from the bundled shop, and they're invented.

# %% folded=true
from autograder.figures import COLOURS, INK, axes, picture, style

FLOW = {
    "start": ["month_1", "month_2", "month_3"],
    "month_1": ["join"], "month_2": ["join"], "month_3": ["join"],
    "join": ["fit"], "fit": ["end"], "end": [],
}
PLACE = {"start": (0, 1), "month_1": (1, 2), "month_2": (1, 1), "month_3": (1, 0),
         "join": (2, 1), "fit": (3, 1), "end": (4, 1)}
LOOK = {"ran": (COLOURS[0] + "50", "-"), "cloned": ("none", "--"), "failed": (COLOURS[1] + "70", "-"),
        "not run": ("none", ":")}


def draw_flow(plot, states, title=""):
    """Draw the flow, each step in the look of its state, with the state below its name."""
    half = {name: 0.08 + 0.03 * max(len(name), len(states.get(name, ""))) for name in FLOW}
    for name, successors in FLOW.items():
        (x, y), (colour, line) = PLACE[name], LOOK[states.get(name, "ran")]
        box = {"boxstyle": "round,pad=0.35", "facecolor": colour, "edgecolor": INK, "linestyle": line}
        text = f"{name}\n{states[name]}" if name in states else name
        plot.text(x, y, text, ha="center", va="center", color=INK, bbox=box, fontsize=9)
        for after in successors:
            to = PLACE[after]
            plot.annotate("", (to[0] - half[after], to[1]), (x + half[name], y),
                          arrowprops={"arrowstyle": "-|>", "color": INK})
    plot.set(xlim=(-0.5, 4.5), ylim=(-0.5, 2.5))
    plot.axis("off")
    plot.set_title(title, loc="left", fontsize=10)


with style():
    plot = axes(6.4, 2.4)
    draw_flow(plot, {})
    flow = picture(plot.figure, "The flow as a graph. From start, arrows lead to month_1, month_2 "
                   "and month_3; from these to join, then to fit, then to end.")
flow

# %% [markdown]
# Read it aloud: `start` has no predecessor. The three months can run in any order, or at once. `join` waits for all three. If `fit` fails, five steps have finished, and none of them needs to run again.

# %% [markdown]
# ## A baseline: one script
#
# A script runs the same functions from top to bottom. It has two faults, and each costs a night. Here are both in miniature.

# %%
calls = []


def step(name, fails=False):
    calls.append(name)
    if fails:
        raise RuntimeError("no memory left")


def script(fit_fails):
    for name in ("start", "month_1", "month_2", "month_3", "join"):
        step(name)
    step("fit", fit_fails)
    step("end")


try:
    script(fit_fails=True)
except RuntimeError as error:
    print("first night:", error)
script(fit_fails=False)
print(f"{len(calls)} steps ran where 8 were needed: {len(calls) - 8} of them for nothing")

shared = {"rows": [1, 2, 3]}
branch_a = shared
branch_a["rows"].append("added by a")
print("branch b sees", shared["rows"])

# %% [markdown]
# The first fault is lost work: nothing is stored. The second is shared state: one branch changes a list, and the other branch trains on it. With parallel steps the second fault comes and goes with the timing, so no test finds it.
#
# An engine separates the two questions *in which order?* and *what is already there?*, and it puts a copy between any two steps.

# %% [markdown]
# ## Your turn: the order
#
# "In which order do the steps run?" Any topological order is valid. You want one that is the same every night, so ties go to the smallest name.
#
# | | scan for each position | count predecessors |
# |---|---|---|
# | idea | look for steps whose predecessors are all done | a finished step lowers the count of its successors |
# | work for n steps and m arrows | O(n · (n + m)) | O(n + m), and O(n log n) in the heap |
# | finds a cycle | nothing is ready | the order is too short |

# %% [markdown] card="execution_order"
# Write `execution_order(steps)`, which returns the names of all steps in the order in which they run.
#
# - `steps` maps each step to the list of its **successors**, in any order. A last step has an empty list.
# - A step is ready when all its predecessors are done. Of the ready steps, run the one with the smallest name, as Python compares strings: `"a10" < "a9"`.
# - Exactly one step has no predecessor. It may have any name.
# - Raise `ValueError` if there are no steps, if no step, or more than one, has no predecessor, if a successor isn't a key, if a list holds a successor twice, or if there is a cycle. A step that is its own successor is a cycle.
# - Don't modify `steps`, even if you raise an error. Don't keep state between calls.
# - The work must grow linearly with steps and arrows: the executed lines are counted on chains and on fans of up to 480 steps, with an exponent of at most 1.3. Work inside `heapq` isn't counted.

# %% exercise="execution_order"
def execution_order(steps: dict[str, list[str]]) -> list[str]:
    """Return the steps in order: each time the smallest name that is ready.

    ``steps`` maps each step to its successors. Raises ValueError for a graph that isn't valid.
    """
    ### BEGIN SOLUTION
    waits_for = dict.fromkeys(steps, 0)
    for name, successors in steps.items():
        if len(set(successors)) < len(successors):
            raise ValueError(f"{name} has a successor twice")
        for after in successors:
            if after not in waits_for:
                raise ValueError(f"{after} is not a step")
            waits_for[after] += 1
    ready = [name for name, count in waits_for.items() if count == 0]
    if len(ready) != 1:
        raise ValueError(f"{len(ready)} steps have no predecessor, not 1")
    order = []
    while ready:
        name = heapq.heappop(ready)
        order.append(name)
        for after in steps[name]:
            waits_for[after] -= 1
            if waits_for[after] == 0:
                heapq.heappush(ready, after)
    if len(order) < len(steps):
        raise ValueError("the steps that are left wait for each other: a cycle")
    return order
    ### END SOLUTION

# %% check="execution_order"
check(execution_order)

# %% [markdown] hints="execution_order"

# %% [markdown]
# The plot counts the lines of Python that your code executes on chains of steps. An exponent of 1 is linear.

# %%
complexity(execution_order)

# %% [markdown]
# ## Your turn: run, store, resume
#
# "Now run it. And when it fails, tell me what is in the store." The store is the whole trick: a step that is in it doesn't run again. So its contents must be right, which means that nobody may change them from outside.

# %% [markdown] card="run_flow"
# Write `run_flow(steps, functions, store)`, which runs the steps in execution order and returns the list of the names that ran. You may call your `execution_order`.
#
# - `functions` has one function per step. Each takes the list of the artefacts of the step's predecessors, **in execution order**, and returns the step's own artefacts. The start gets `[]`.
# - Artefacts are a dict that may hold anything that can be pickled: lists, sets, dicts, and so on.
# - `store` maps finished steps to their artefacts. Modify it in place. All its keys are steps.
# - Don't run a step that is in `store`, whatever came before it: not even if one of its predecessors is missing, or if its own artefacts are `{}`.
# - A function may modify its inputs in place, and whoever wrote it may keep what it returned and modify that later. Neither may change what is in `store` or what another step gets.
# - If a function raises an exception, let the same object propagate. `store` then holds exactly the steps that finished, and those that were in it before.
# - Raise `ValueError` for a graph that isn't valid, before anything runs, even if every step is in `store`.
# - Don't modify `steps` or `functions`. Don't keep state between calls.

# %% exercise="run_flow"
def run_flow(steps, functions, store) -> list[str]:
    """Run the steps that ``store`` lacks, and return their names in the order in which they ran.

    ``functions[name]`` takes the artefacts of the predecessors, a list of dicts, and returns a
    dict. ``store`` maps finished steps to artefacts and is modified in place.
    """
    ### BEGIN SOLUTION
    order = execution_order(steps)
    ran = []
    for name in order:
        if name in store:
            continue
        inputs = [deepcopy(store[before]) for before in order if name in steps[before]]
        store[name] = deepcopy(functions[name](inputs))
        ran.append(name)
    return ran
    ### END SOLUTION

# %% check="run_flow"
check(run_flow)

# %% [markdown] hints="run_flow"

# %% [markdown]
# ## Your turn: the join
#
# "Two branches set the same artefact. Which one wins?" Neither. An engine that picks one is right until the day it matters. Metaflow itself rejects the conflict too: its message is "cannot merge the following artifacts due to them having conflicting values", followed by the names.

# %% [markdown] card="merge_artifacts"
# Write `merge_artifacts(branches, exclude=())`, which returns a new dict with the artefacts of all branches.
#
# - `branches` is a list of dicts. `exclude` is a tuple, list or set of names, which don't have to occur in a branch.
# - Take every name of any branch, except those in `exclude`. A name that some branches lack isn't a conflict.
# - Values agree if they are equal **and** of the same type: 1, 1.0 and True don't agree. Values are `None`, booleans, ints, finite floats, strings, and lists of strings. `None` is a value like any other.
# - If a name has values that don't agree, raise `ValueError`. Its message consists of the names of all such artefacts, sorted and joined by `", "`.
# - Raise `ValueError` if there are no branches. Its message is up to you.
# - Return a new dict, even for a single branch. Don't modify `branches`, even if you raise an error.

# %% exercise="merge_artifacts"
def merge_artifacts(branches: list[dict], exclude=()) -> dict:
    """Return the artefacts of all branches but those in ``exclude``.

    Raises ValueError with the sorted names that have different values, and without branches.
    """
    ### BEGIN SOLUTION
    if not branches:
        raise ValueError("there are no branches to merge")
    merged, conflicts = {}, set()
    for branch in branches:
        for name, value in branch.items():
            if name in exclude:
                continue
            if name not in merged:
                merged[name] = value
            elif type(value) is not type(merged[name]) or value != merged[name]:
                conflicts.add(name)
    if conflicts:
        raise ValueError(", ".join(sorted(conflicts)))
    return merged
    ### END SOLUTION

# %% check="merge_artifacts"
check(merge_artifacts)

# %% [markdown] hints="merge_artifacts"

# %% [markdown]
# ## Your turn: retries
#
# "The database is gone for ten seconds each night. Deal with it." Retry, with exponential backoff and a limit. The function that waits is an argument, so a test doesn't have to wait.

# %% [markdown] card="with_retry"
# Write `with_retry(task, attempts, wait, catch=None)`, which calls `task()` up to `attempts` times and returns the first result.
#
# - `attempts` counts all calls, including the first. If it is below 1, raise `ValueError` before any call.
# - After failure number k, counted from 0, call `wait(2 ** k)` if an attempt is left: 1, 2, 4, … Don't wait after the last attempt, or before the first. Don't sleep yourself.
# - Any `Exception` is a failure. Let `KeyboardInterrupt` and `SystemExit` propagate at once: no wait, no `catch`.
# - Every returned value is a success, even `None`, 0 or `False`.
# - When the last attempt fails: without `catch` (it is `None`), let its exception propagate, the same object. With `catch`, return `catch(exception)`, whatever that is.

# %% exercise="with_retry"
def with_retry(task, attempts: int, wait, catch=None):
    """Return what ``task()`` returns, after up to ``attempts`` calls.

    ``wait(2 ** k)`` is called after failure k if an attempt is left. The last exception goes to
    ``catch``, or to the caller. Raises ValueError for fewer than one attempt.
    """
    ### BEGIN SOLUTION
    if attempts < 1:
        raise ValueError("there must be at least one attempt")
    for k in range(attempts):
        try:
            return task()
        except Exception as error:
            if k + 1 < attempts:
                wait(2**k)
            elif catch is None:
                raise
            else:
                return catch(error)
    ### END SOLUTION

# %% check="with_retry"
check(with_retry)

# %% [markdown] hints="with_retry"

# %% [markdown]
# ## Your turn: the key of a step
#
# "When may a stored result be reused?" When the same code produced it from the same inputs. So give each step a *key*, a hash of exactly these, and store it with the artefacts. Build systems do this for files; your engine does it for steps.
#
# A hash needs a *canonical form*: the same string for inputs that are equal, and different strings for inputs that aren't. Both directions are easy to get wrong.

# %% [markdown] card="step_key"
# Write `step_key(name, code, inputs)`, which returns the 64 hexadecimal digits of a SHA-256 hash, as `hexdigest()` writes them. Which string you hash is up to you.
#
# - `name` and `code` are strings, `inputs` is a dict. Keys are equal **if and only if** name, code and inputs are all equal.
# - The order of dict keys doesn't count, at any depth. The order in lists does. A tuple equals a list with equal items.
# - Types count: 1, 1.0, True and "1" all differ, and so do `None` and "None". 0.0 and −0.0 differ. Strings are equal if they have the same code points.
# - Inputs may hold `None`, booleans, ints, finite floats, strings, lists, tuples, and dicts with string keys, nested up to 20 deep. Raise `ValueError` for anything else at any depth: NaN and infinity, sets, bytes, keys that aren't strings.
# - The key must be the same in another process, so `hash()`, `id()` and the order of a set won't help.
# - Don't modify `inputs`.

# %% exercise="step_key"
def step_key(name: str, code: str, inputs: dict) -> str:
    """Return a SHA-256 hash, equal if and only if name, code and inputs are equal.

    Raises ValueError for inputs without a canonical form, such as NaN or a set.
    """
    ### BEGIN SOLUTION
    def check_form(value):
        if isinstance(value, dict):
            if not all(isinstance(key, str) for key in value):
                raise ValueError("keys must be strings")
            value = list(value.values())
        if isinstance(value, (list, tuple)):
            for item in value:
                check_form(item)
        elif isinstance(value, float):
            if not math.isfinite(value):
                raise ValueError(f"{value} has no canonical form")
        elif not isinstance(value, (type(None), bool, int, str)):
            raise ValueError(f"a {type(value).__name__} has no canonical form")

    check_form(inputs)
    text = json.dumps([name, code, inputs], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()
    ### END SOLUTION

# %% check="step_key"
check(step_key)

# %% [markdown] hints="step_key"

# %% [markdown]
# ## Your turn: what must run again
#
# "I changed one step. What do I rerun?" That step and everything downstream. `resume` after a failure answers another question: *what isn't done?* This function answers both.

# %% [markdown] card="to_rerun"
# Write `to_rerun(steps, done, changed)`, which returns the list of steps that must run, in execution order.
#
# - `done` is the set of steps whose artefacts are stored, `changed` the set of steps whose key has changed.
# - A step must run if it isn't in `done`, if it is in `changed`, or if any of its predecessors must run. So a stored step behind a gap runs again.
# - Raise `ValueError` for a graph that isn't valid, as in `execution_order`, and for a name in `done` or `changed` that isn't a step.
# - A graph can have more paths than you can walk: 25 diamonds in a row have 33 million.
# - Don't modify the arguments.

# %% exercise="to_rerun"
def to_rerun(steps, done: set[str], changed: set[str]) -> list[str]:
    """Return, in execution order, the steps that aren't done, changed ones, and all downstream.

    Raises ValueError for a graph that isn't valid, and for unknown names.
    """
    ### BEGIN SOLUTION
    order = execution_order(steps)
    if not (done | changed) <= set(steps):
        raise ValueError("an unknown step")
    stale = (set(steps) - done) | changed
    rerun = []
    for name in order:
        if name in stale:
            rerun.append(name)
            stale.update(steps[name])
    return rerun
    ### END SOLUTION

# %% check="to_rerun"
check(to_rerun)

# %% [markdown] hints="to_rerun"

# %% [markdown]
# ## Your engine on real tables
#
# The steps of the flow, written once. `gmv` sums the orders of a month of 2020; `forecast` extends the line through three months.

# %%
import inspect
from functools import partial

from autograder.data import data_path

SHOP = str(data_path("shop/transactions.parquet").parent)


def gmv(shop, month):
    """Gross merchandise value of a month of 2020, in whole units of the currency."""
    import duckdb

    [value] = duckdb.connect().execute(f"""
        SELECT sum(quantity * price)
        FROM '{shop}/transactions.parquet' t JOIN '{shop}/products.parquet' p
          ON p.id = t.product_id
        WHERE created_at >= make_date(2020, {month}, 1)
          AND created_at < make_date(2020, {month}, 1) + INTERVAL 1 MONTH
    """).fetchone()
    if value is None:
        raise ValueError(f"month {month} has no orders")
    return round(value)


def forecast(values):
    """The next value on the least-squares line through three."""
    return round(sum(values) / 3 + values[2] - values[0])


print("GMV of January to March:", [gmv(SHOP, month) for month in (1, 2, 3)])

# %%
def start(inputs):
    return {"months": [1, 2, 3]}


def month(inputs, place):
    number = inputs[0]["months"][place]
    return {**inputs[0], "gmv": gmv(SHOP, number)}


def join(inputs):
    values = [branch["gmv"] for branch in inputs]
    return {**merge_artifacts(inputs, ["gmv"]), "by_month": values}


def fit(inputs):
    return {**inputs[0], "forecast": forecast(inputs[0]["by_month"])}


def end(inputs):
    return inputs[0]


FUNCTIONS = {"start": start, "join": join, "fit": fit, "end": end,
             **{f"month_{place + 1}": partial(month, place=place) for place in range(3)}}

# %% [markdown]
# First night: `fit` fails. Then somebody moves the window to April to June, in the code of `start`, and resumes.

# %%
def broken_fit(inputs):
    raise MemoryError("no memory left")


def later_start(inputs):
    return {"months": [4, 5, 6]}


store, kept = {}, {}
try:
    try:
        run_flow(FLOW, {**FUNCTIONS, "fit": broken_fit}, store)
    except MemoryError as error:
        print(f"stopped: {error}. Stored: {', '.join(store)}")
    kept = deepcopy(store)
    print("resume runs", run_flow(FLOW, {**FUNCTIONS, "start": later_start}, store))
    print("forecast:", store["end"]["forecast"], "from months", store["end"]["months"])
except NotImplementedError:
    print("Write execution_order, run_flow and merge_artifacts first.")

# %% [markdown]
# The resume saved five of seven steps, and it answered a question that nobody asks any more. Nothing told it that `start` had changed. Keys do that.

# %%
def key_of(name, functions):
    """The key of a step: its name, the text of its function, and what is bound to it."""
    function = functions[name]
    code = inspect.getsource(getattr(function, "func", function))
    return step_key(name, code, getattr(function, "keywords", {}))


new = {**FUNCTIONS, "start": later_start}
try:
    changed = {name for name in FLOW if key_of(name, FUNCTIONS) != key_of(name, new)}
    again = to_rerun(FLOW, set(kept), changed)
    print("changed:", changed, "| to rerun:", again)
    fresh = {name: artefacts for name, artefacts in kept.items() if name not in again}
    run_flow(FLOW, new, fresh)
    print("forecast:", fresh["end"]["forecast"], "from months", fresh["end"]["months"])
except NotImplementedError:
    print("Write step_key and to_rerun too.")

# %% [markdown]
# Two limits of this key belong in your answer. It sees the source of the function, but not the functions that it calls: a change in `gmv` goes unnoticed. And it sees no library: pin the environment, and put a hash of the lock file into `inputs`.

# %% [markdown]
# ## The same flow in Metaflow
#
# Metaflow is the workflow library that Netflix published in 2019. A flow is a class, a step a decorated method, an artefact an attribute of `self`. `foreach` makes one *task* per item. Each task is a process of its own, which is how its artefacts are isolated.

# %%
SHOP_FLOW = '''
import os

from metaflow import FlowSpec, current, retry, step

from shop_steps import forecast, gmv


class ShopFlow(FlowSpec):
    @step
    def start(self):
        self.months = [1, 2, 3]
        self.next(self.month, foreach="months")

    @retry(times=2, minutes_between_retries=0)
    @step
    def month(self):
        with open("attempts.txt", "a") as file:  # not idempotent, on purpose
            file.write(f"month {self.input}\\n")
        if self.index == 1 and current.retry_count == 0:
            raise ConnectionError("the database is gone for a moment")
        self.gmv = gmv(os.environ["SHOP"], self.input)
        self.next(self.join)

    @step
    def join(self, inputs):
        self.by_month = [branch.gmv for branch in inputs]
        self.merge_artifacts(inputs, exclude=["gmv"])
        self.next(self.fit)

    @step
    def fit(self):
        if "FIT_FAILS" in os.environ:
            raise RuntimeError("no memory left")
        self.forecast = forecast(self.by_month)
        self.next(self.end)

    @step
    def end(self):
        print("forecast", self.forecast, "from months", self.months)


if __name__ == "__main__":
    ShopFlow()
'''

# %% [markdown]
# A run is a process, and its log shows what happened to each task. `metaflow` runs the flow in a folder with local storage: no service is needed, and nothing leaves your machine.

# %% folded=true
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path


def metaflow(folder, words, **settings):
    """Run the flow in ``folder`` and return what its log says of the tasks."""
    local = {"METAFLOW_DEFAULT_DATASTORE": "local", "METAFLOW_DEFAULT_METADATA": "local",
             "METAFLOW_DATASTORE_SYSROOT_LOCAL": folder, "METAFLOW_HOME": folder}
    environment = {**os.environ, **local, "USERNAME": "learner", "SHOP": SHOP, **settings}
    log = Path(folder, "attempts.txt")
    log.write_text("")
    done = subprocess.run(
        [sys.executable, "shop_flow.py", "--no-pylint", *words.split()], cwd=folder,
        env=environment, capture_output=True, text=True, timeout=300)
    told = done.stdout + done.stderr
    tasks = {what: re.findall(rf"/(\w+)/\d+[^\]\n]*\] {text}", told) for what, text in (
        ("ran", "Task is starting"), ("cloned", "Cloning prev"), ("failed", "Task failed"))}
    return {"ran": dict(Counter(tasks["ran"])), "cloned": dict(Counter(tasks["cloned"])),
            "failed": tasks["failed"],
            "says": (re.findall(r"forecast .*\]", told) or ["no forecast"])[0],
            "attempts": sorted(log.read_text().splitlines())}

# %% [markdown]
# Three runs: the night on which `fit` fails; `resume` after the change of `start`; `resume start`. Without Metaflow the cell shows what was recorded with version 2.19.39.

# %% folded=true
RECORDED = {
    "run": {"ran": {"start": 1, "month": 4, "join": 1, "fit": 1}, "cloned": {},
            "failed": ["month", "fit"], "says": "no forecast",
            "attempts": ["month 1", "month 2", "month 2", "month 3"]},
    "resume": {"ran": {"fit": 1, "end": 1},
               "cloned": {"start": 1, "month": 3, "join": 1}, "failed": [],
               "says": "forecast 477172 from months [1, 2, 3]", "attempts": []},
    "resume start": {"ran": {"start": 1, "month": 4, "join": 1, "fit": 1, "end": 1},
                     "cloned": {}, "failed": ["month"],
                     "says": "forecast 513056 from months [4, 5, 6]",
                     "attempts": ["month 4", "month 5", "month 5", "month 6"]},
}


def three_runs():
    """What came of ``run``, ``resume`` and ``resume start``."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        flow_file = Path(folder, "shop_flow.py")
        flow_file.write_text(SHOP_FLOW)
        Path(folder, "shop_steps.py").write_text("\n".join(map(inspect.getsource, (gmv, forecast))))
        reports = {"run": metaflow(folder, "run", FIT_FAILS="yes")}
        flow_file.write_text(SHOP_FLOW.replace("[1, 2, 3]", "[4, 5, 6]"))
        return reports | {words: metaflow(folder, words) for words in ("resume", "resume start")}


if importlib.util.find_spec("metaflow"):
    reports = three_runs()
else:
    reports = RECORDED
    print("Recorded. To run it yourself: pip install 'metaflow>=2.19,<3'")
for words, report in reports.items():
    print(f"{words}: ran {report['ran']}, cloned {report['cloned']}, failed {report['failed']}")
    print(f"    {report['says']}")

# %% [markdown]
# Read the second line twice. `resume` cloned `start`, whose code had changed, and ran only `fit` and `end`. The forecast is the old one, without a warning. With `resume start` you say where to start; Metaflow leaves the decision to you.
#
# `month` ran four times for three months: one attempt failed and was retried.

# %% folded=true
with style():
    plots = axes(6.4, 8, nrows=3)
    for plot, (words, report) in zip(plots, reports.items()):
        states = {}
        for name in FLOW:
            of = name.partition("_")[0]
            state = "ran" if of in report["ran"] else "cloned" if of in report["cloned"] else "not run"
            states[name] = "failed" if (of, state) == ("fit", "ran") and words == "run" else state
        draw_flow(plot, states, f"{words}: {report['says']}")
    three = picture(plots[0].figure, (
        "The flow after each of the three runs. Run: start, the months and join ran, fit failed, "
        "end did not run. Resume after a change of start: start, the months and join were cloned, "
        "only fit and end ran, and the forecast is that of months 1 to 3. Resume start: all steps "
        "ran, and the forecast is that of months 4 to 6."))
three

# %% [markdown]
# Your engine and Metaflow agree on everything that matters:
#
# | | your engine | Metaflow |
# |---|---|---|
# | order | smallest ready name | whatever is ready, several at once |
# | isolation | a deep copy | a process per task; artefacts pickled, addressed by the hash of their bytes |
# | after a failure | runs what `store` lacks | `resume` clones the finished tasks, runs the others |
# | conflict in a join | `ValueError` with the names | `merge_artifacts` raises an error with the names |
# | retry, catch | `with_retry` | `@retry`, `@catch(var=…)` |
# | changed code | `step_key`, `to_rerun` | nobody; you name the step |
# | foreach | you write the steps | one task per item |

# %% [markdown]
# ## What a task costs
#
# Each task starts Python, imports the flow, and writes artefacts, metadata and logs. Measured with Metaflow 2.19.39 on Python 3.11, with steps that do nothing: 103 tasks took 38 and 39 seconds of processor time in two runs, 13 tasks took 5. That is **0.4 seconds per task**, whatever the step does; on the clock of an idle machine it is about half a second. A run of the flow above also writes more than 300 files.
#
# So how many months belong in one task? The plot answers for 100 months.

# %% folded=true
START_UP, MONTHS = 0.38, 100  # seconds of processor time per task, measured
WORK = [10 ** (power / 4) for power in range(-8, 13)]  # seconds per month

with style():
    plot = axes(6.2, 3.4)
    for tasks, line in ((100, "-"), (10, "--"), (1, ":")):
        cost = START_UP * tasks
        plot.plot(WORK, [100 * cost / (cost + MONTHS * work) for work in WORK], line,
                  label=f"{tasks} task{'s' * (tasks > 1)}")
    plot.set(xscale="log", xlabel="work per month, in seconds",
             ylabel="start-up, % of all processor time", ylim=(0, 100))
    plot.legend()
    share = picture(plot.figure, "The share of start-up in all processor time falls with the work "
                    "per month. At a hundredth of a second it is 97% for 100 tasks and about 80% "
                    "for 10. At 4 seconds it is 9% for 100 tasks and 1% for 10.")
share

# %%
for work in (0.01, 1, 60):
    costs = {tasks: START_UP * tasks + MONTHS * work for tasks in (100, 10)}
    print(f"{work:5} s per month: " + ", ".join(
        f"{tasks} tasks {seconds:,.0f} s" for tasks, seconds in costs.items()))

# %% [markdown]
# A rule to say aloud: **a task should work for at least ten times its start-up**, here four seconds. Below that, put several items into one *shard*. Above it, smaller shards are better: you lose less when one fails, and they run in parallel.

# %% [markdown]
# ## Who notices what
#
# | what changed | your engine with keys | Metaflow's `resume` | a build system |
# |---|---|---|---|
# | nothing: a step failed | runs what is missing | runs what is missing | runs what is missing |
# | code of a step | yes: the key | no: you name the step | yes: the file's hash |
# | code that the step calls | no, unless its source is in the key | no | yes, if the dependency is declared |
# | parameters | yes, if they are in `inputs` | a resumed run keeps the old ones | yes, if declared |
# | data read from outside | no, unless a version or hash is in `inputs` | no | yes, for declared files |
# | library versions | no, unless the lock file's hash is in `inputs` | no, unless the environment is pinned per step | yes, in a hermetic build |
#
# No row says "yes" three times, except the first. That is the answer to "just resume it".

# %% [markdown]
# ## Today's practice
#
# - **Artefacts by content hash** make versions and lineage almost free for megabytes. 100 GB of features must be a pointer (a table and its snapshot), never an artefact.
# - **Schedules and events start flows; people promote.** A flow ends with a candidate in a registry (406). A human, or a tested rule, makes it live.
# - **Checkpoints inside the task.** Training that takes 12 hours saves its state every few minutes. A retry from the top is not a plan.
# - **Environments are inputs.** Pin them, and put the lock file into the key.
# - **Pipelines of language models** cache each call by prompt, parameters and model version. That is `step_key`, and the same traps apply: a model name without a version is a stale cache.
# - **Batch inference for 300 million members**: `foreach` over 1,000 shards of 300,000, each idempotent. Start-up is half a second of several minutes.

# %% [markdown]
# ## Deep dive
#
# Five questions, in the order in which a senior round asks them. Answer each aloud for a minute before you open it.
#
# <details>
# <summary>1. "A run of six hours died in hour five. What do you do?"</summary>
#
# Resume from the failed step, **if** code and inputs upstream are unchanged, and say how you know: the keys of the five finished steps match those of the code that is deployed now. Then ask why it died. The same step with the same memory will die again. *Poor*: "It should be fine, just resume."
#
# </details>
#
# <details>
# <summary>2. "Retry or catch?"</summary>
#
# Retry what is transient **and** idempotent, with backoff and a limit: a lost connection, a preempted machine. Catch where a missing branch is acceptable, and count it: one of 1,000 shards, with an alarm above five. Neither belongs around a data error: a month without orders is as empty on the third attempt.
#
# </details>
#
# <details>
# <summary>3. "Two branches set the same artefact."</summary>
#
# Reject the conflict by default, and name it. The owner of the join decides in code: keep both under two names, take the better one by a metric, or exclude it. "Last one wins" depends on timing, so it isn't reproducible.
#
# </details>
#
# <details>
# <summary>4. "foreach over 10,000 users?"</summary>
#
# Shards. At 0.4 to 0.5 seconds each, 10,000 start-ups are more than an hour of processor time without any work done. The join is the second problem: it reads 10,000 sets of artefacts. Let each shard write a file, and pass on paths and counts. Keep the shard number a parameter.
#
# </details>
#
# <details>
# <summary>5. "Could we use it for real-time features?"</summary>
#
# No. It's batch orchestration: half a second before your code starts, and no guarantee per event. Streams (407) compute the features, and the online store (402) serves them. The flow trains, evaluates, and publishes versions, and it backfills the same features over months with `foreach`.
#
# </details>

# %% [markdown]
# Here is the second answer, run on the shop: August 2020 has no orders at all.

# %%
waits = []
try:
    with_retry(lambda: gmv(SHOP, 8), 3, waits.append)
except ValueError as error:
    print(f"after waits of {waits}: {error}")
except NotImplementedError:
    print("Write with_retry first.")

# %% [markdown]
# ## Your answer
#
# Set a timer for 30 minutes. "Turn our nightly script into a flow that the engineer on call can trust at four in the morning." Write your design under the headings, in sentences or lists. Use numbers from this notebook, and name what you assume.

# %% [markdown] essay="workflow_design" points=12
# **Problem and metric** (what a bad night costs, and how you'd measure that it got better):
#
# **Steps and graph** (what is a step, where are foreach and join):
#
# **Artefacts** (what is stored, what is a pointer, for how long, who may delete):
#
# **Capacity** (tasks, shards, start-up, limits):
#
# **Retry, catch, resume, staleness:**
#
# **How you test it:**
#
# **Operations** (alerts, owner, upgrades, promotion, rollback):
#
# **What you wouldn't build:**

# %% [markdown]
# ## Rubric
#
# Six dimensions, two points each: 0 for absent or wrong, 1 for the level of *mid*, 1.5 for *senior*, 2 for *staff*. Write first. Then mark yourself, with a sentence of evidence for each number.

# %% [markdown] rubric="workflow_design"
# | dimension | 0: very weak | 1: mid | 1.5: senior | 2: staff |
# |---|---|---|---|---|
# | problem and metric | names a tool | runs nightly, alerts when it fails | time to recover, share of work reused | cost of a stale result; who owns the flow |
# | data and artefacts | files with fixed names | files per run | immutable artefacts, lineage, retention | pointers for large data; deletion follows the lineage |
# | the graph | one step | a chain of steps | foreach, join, conflicts decided by the owner | says what makes a step: unit of retry, cost and ownership |
# | serving and capacity | no numbers | one machine that is large enough | shards, start-up cost, limits | priorities, quotas, price per run |
# | evaluation | "we look at the logs" | a run on a sample | golden run, tests per step, idempotence | kills every step in turn and expects the same result |
# | operations and risk | restart by hand | alerts, retries | retry rules, resume, staleness found by keys | upgrades of engine and environment; promotion with rollback |

# %% [markdown]
# ## Model answer
#
# This answer is invented. It is one good design, not the only one.
#
# <details>
# <summary>Model answer: open it after you have marked your own</summary>
#
# **Problem.** A failed night costs us six hours and a stale model until noon. A wrong reuse costs more: a model trained on last week's window looks healthy. I measure the time from failure to a published model, the share of tasks reused, and the number of published models whose keys don't match the deployed code, which must be 0. The ranking team owns the flow; the platform team owns the engine.
#
# **Graph.** `start` fixes the date and the snapshot ids. `features` is a foreach over 30 days, `join` checks counts, `train`, `evaluate` against the live model, `publish` a candidate. A step is what I'd retry alone, what costs enough to keep, and what one person owns.
#
# **Artefacts.** Metrics, parameters and the model are artefacts, immutable, by content hash, for 30 days; published versions for a year. Features stay in the warehouse: the artefact is table, snapshot id and row count. A deletion request starts from the lineage: which snapshots, which models.
#
# **Capacity.** There are 30 tasks of about four minutes; start-up is 12 seconds of processor time in two hours, so one day per task is right. At most 10 at once, because the warehouse allows it. A backfill of a year has a lower priority and a quota, and I state its price beforehand.
#
# **Failure.** Steps that read or write over the network get two retries with backoff. They overwrite by date, so a second attempt leaves the same state. A data error isn't retried. One missing day out of 30 is caught, counted and shown; two stop the run. Training saves a checkpoint every five minutes. Resume goes through a command that compares keys (code, parameters, snapshot ids, lock file) and starts at the first step that differs.
#
# **Tests.** A golden run on a small snapshot, whose artefacts are compared. Each step alone. And a test that kills the run at every step in turn, resumes, and expects the same bytes.
#
# **Operations.** Alert when no candidate exists at five, with the failed step in the message. Engine and environment are upgraded on a copy of last night's run first. Publishing creates a candidate. A person or the canary (406) promotes it. A rollback returns to the previous version, which is still stored.
#
# **Not built.** An engine of our own, sub-second triggers, automatic reuse across teams.
#
# </details>

# %% [markdown]
# ## A weak answer
#
# This one is invented too. Mark it with the rubric before you read the right column.
#
# | what the candidate wrote | what a marker notes |
# |---|---|
# | "We put the script into Metaflow with one step." | Nothing can be reused. What is a step? |
# | "All steps have `@retry(times=10)`." | Data errors too? Are the steps idempotent? No backoff, no limit on cost. |
# | "If it fails we resume, that is what it's for." | Says nothing of changed code or inputs. |
# | "foreach over all members, for parallelism." | 300 million start-ups. No shards, no estimate. |
# | "Features are artefacts, so we have lineage." | 100 GB copied per run. No pointers, no retention. |
# | "In the join the last branch wins." | Not reproducible. |
# | "We look at the logs every morning." | No metric, no alert, no owner. |
#
# With the rubric: the graph 1, for foreach and join; operations 1, for retries; everything else 0. Two points of twelve.

# %% [markdown]
# ## Wrong answers people give
#
# | Exercise | Wrong answer | Why it fails |
# |---|---|---|
# | `execution_order` | depth first | it can run a join before its other branch |
# | | level by level | a step that becomes ready early waits for the whole level; the order changes when a step is added |
# | | the library's `static_order()` | valid, but it doesn't fix the order when several steps are ready |
# | `run_flow` | `dict(store[name])` | a shallow copy shares the lists inside |
# | | one copy per predecessor | two branches share it |
# | | copy on the way in only | the author of a step still holds the object that the store holds |
# | | rerun everything after a gap | that is a policy about staleness; `to_rerun` decides it, not the runner |
# | `merge_artifacts` | `merged.get(name)` | `None` and 0 are values |
# | | `==` alone | `1 == True == 1.0` |
# | `with_retry` | `except BaseException` | Ctrl-C and a shutdown become retries |
# | | wait after the last attempt | the caller learns of the failure minutes later |
# | `step_key` | `str(inputs)` | depends on the order in which keys were inserted |
# | | `name + code` | "ab" + "c" is "a" + "bc" |
# | | a dict as the list of its pairs | collides with that list |
# | `to_rerun` | only what isn't done | the code of a finished step may have changed |
# | | walk every path | 25 diamonds in a row have 33 million |

# %% [markdown]
# ## Spot the error
#
# ### Real time
#
# A popular guide says that candidates should "own real-time training pipelines" and learn Metaflow for them. Look at the time that passes before your code runs at all. With Metaflow installed, the cell measures it. Without it, the cell computes it from the figure above.

# %%
NOTHING = '''
from metaflow import FlowSpec, step


class Nothing(FlowSpec):
    @step
    def start(self):
        self.items = list(range(4))
        self.next(self.item, foreach="items")

    @step
    def item(self):
        self.next(self.join)

    @step
    def join(self, inputs):
        self.next(self.end)

    @step
    def end(self):
        pass


if __name__ == "__main__":
    Nothing()
'''
if importlib.util.find_spec("metaflow"):
    from time import perf_counter

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        Path(folder, "shop_flow.py").write_text(NOTHING)
        begin = perf_counter()
        report = metaflow(folder, "run")
        took, tasks = perf_counter() - begin, sum(report["ran"].values())
        print(f"{tasks} tasks that do nothing: {took:.1f} s on the clock, "
              f"{took / tasks:.1f} s per task")
else:
    print(f"7 tasks that do nothing: about {7 * START_UP:.1f} s of processor time, "
          f"{START_UP} s per task")

# %% [markdown]
# **Correct:** Metaflow orchestrates batch work. About half a second per task rules out any request path. "Real-time" in a job posting usually means fresh features and frequent retraining: a stream updates the features, a flow retrains every hour or night.
#
# ### Resume
#
# A popular guide says that `resume` reruns what changed.

# %%
for words in ("resume", "resume start"):
    print(f"{words:13} after a change in start: {reports[words]['says']}")

# %% [markdown]
# **Correct:** `resume` reruns what didn't finish. It compares no code. The first line is the old answer; you have to name the step, or compare keys.
#
# ### Retries
#
# A popular guide says that retries make a pipeline reliable. Here is a step that adds a line to a file and is then cut off once.

# %%
def cut_off_once(work):
    """A task that does its work, then loses its connection the first time."""
    attempts = []

    def task():
        work()
        attempts.append(1)
        if len(attempts) == 1:
            raise ConnectionError

    return task


with tempfile.TemporaryDirectory() as folder:
    added, written = Path(folder, "gmv.csv"), Path(folder, "gmv_month_2.csv")

    def add_a_line():
        with added.open("a") as file:
            file.write("2,426173\n")

    try:
        for work in (add_a_line, lambda: written.write_text("2,426173\n")):
            with_retry(cut_off_once(work), 2, waits.append)
        print("added:  ", added.read_text().splitlines())
        print("written:", written.read_text().splitlines())
    except NotImplementedError:
        print("Write with_retry first.")
print("In Metaflow, month 2 was noted", reports["run"]["attempts"].count("month 2"), "times.")

# %% [markdown]
# **Correct:** a retried step must be **idempotent**: two attempts leave what one leaves. Write to a place that depends only on the inputs, and replace it as a whole. Then a retry, a resume and a backfill are all safe. The retry itself only makes failures rarer.

# %% [markdown]
# ## Recap
#
# - You ran a graph in an order that is the same each night, with linear work, and kept what finished when a step failed.
# - You put a deep copy between any two steps, and rejected a conflict in a join by name.
# - You retried with backoff and a limit, and saw why a retried step must be idempotent.
# - You decided with keys what must run again, and saw `resume` return a stale forecast without a warning.

# %% [markdown]
# ## Say it in 60 seconds
#
# "A workflow engine guarantees three things: steps run after their predecessors, no step sees what another one changes, and what finished before a failure doesn't have to run again. I find ready steps by counting predecessors, copy artefacts on the way in and out, and let a join reject conflicts by name. Transient failures are retried with backoff and a limit, so steps must be idempotent. What the engine doesn't guarantee is freshness. Metaflow's resume runs what didn't finish; it compares no code. So I key each step by its code, parameters, data versions and lock file, and rerun what changed and everything downstream. A task costs about half a second of start-up, so I shard, and I keep it out of the request path. Large data stay behind pointers, and people promote."

# %% [markdown]
# ## Follow-ups to expect
#
# <details>
# <summary>How would you run ready steps in parallel?</summary>
#
# Use the same counts, with a pool instead of one worker: submit every ready step, and on each completion lower the counts of its successors. Only the coordinator writes to the store, so a step is stored once or not at all. The results are the same as in sequence, because no step sees another one's changes. What changes is the order of the logs and the load on the sources that the steps read.
#
# </details>
#
# <details>
# <summary>Could a changed step leave its successors alone?</summary>
#
# Yes, if its artefacts came out the same: key each step by the **hashes of its input artefacts** instead of the keys of its predecessors. Then a changed comment reruns one step, and the rerun stops there (*early cut-off*). It needs steps that are deterministic to the byte: no timestamps, fixed seeds, fixed order.
#
# </details>
#
# <details>
# <summary>The engine dies while it stores a result. What then?</summary>
#
# Write to a temporary name, flush, and rename, with the key inside. A reader sees the whole result or nothing. Metaflow marks a task as done after its artefacts are written, and `resume` clones only tasks that are done.
#
# </details>
#
# <details>
# <summary>How do you test that steps are idempotent?</summary>
#
# Run each step twice on the same inputs and compare everything it left: artefacts, rows, files. Then kill it halfway, run it again, and compare with a clean run. Do it on every change, in a copy of the warehouse schema.
#
# </details>
#
# <details>
# <summary>Why not put everything into one big step?</summary>
#
# A step is the unit of retry, of reuse and of ownership. One step has none of them: a failure in the last minute loses the first five hours. A thousand steps of one second each pay about half a second each for start-up. Cut where the work in between is worth keeping.
#
# </details>
#
# <details>
# <summary>When would you not use Metaflow?</summary>
#
# For SQL that only builds tables, a SQL build tool knows the dependencies already. For events, a stream processor. For one script that takes ten minutes and whose rerun is harmless, a scheduler and the script.
#
# </details>

# %% [markdown]
# ## Next
#
# {{next}}
