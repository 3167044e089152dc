"""Arguments that are arrays, data frames or NumPy generators, as JSON. NumPy and pandas are
imported when needed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

TAGS = ("ndarray", "Series", "DataFrame", "Generator")


def is_frame(arg: Any) -> bool:
    """Whether an argument is a NumPy array or generator, or a pandas data frame or series."""
    package = type(arg).__module__.partition(".")[0]
    return package in ("numpy", "pandas") and type(arg).__name__ in TAGS


def encode_frame(arg: Any, encode: Callable[[Any], Any]) -> Any:
    """An array or data frame as a tagged list; ``encode`` takes the plain values in it.

    Of a generator the seed crosses, so it must be one of ``default_rng`` that was not used yet.
    """
    name = type(arg).__name__
    if name == "Generator":
        return {name: [encode(arg.bit_generator.seed_seq.entropy)]}
    if name == "ndarray":
        return {name: [str(arg.dtype), list(arg.shape), encode(arg.ravel().tolist())]}
    if name == "Series":
        return {name: [str(arg.dtype), encode(arg.name), _plain_list(arg, encode)]}
    columns = [
        [encode(label), str(arg[label].dtype), _plain_list(arg[label], encode)] for label in arg
    ]
    as_made = type(arg.index).__name__ == "RangeIndex" and [*arg.index] == [*range(len(arg))]
    return {name: [columns, len(arg) if as_made else encode(arg.index.tolist())]}


def _plain_list(series: Any, encode: Callable[[Any], Any]) -> Any:
    values = [
        None if type(v).__name__ in ("NaTType", "NAType") else
        v.to_pydatetime() if type(v).__name__ == "Timestamp" else v
        for v in series.tolist()
    ]  # fmt: skip
    return encode(values)


def decode_frame(tree: dict[str, Any], decode: Callable[[Any], Any]) -> Any:
    """The array, data frame or generator that `encode_frame` was given."""
    [(name, body)] = tree.items()
    return _READERS[name](decode, *body)


def _array(decode: Callable[[Any], Any], dtype: str, shape: list[int], values: Any) -> Any:
    import numpy

    return numpy.array(decode(values), dtype=dtype).reshape(shape)


def _series(decode: Callable[[Any], Any], dtype: str, name: Any, values: Any) -> Any:
    import pandas

    return pandas.Series(decode(values), dtype=dtype, name=decode(name))


def _data_frame(decode: Callable[[Any], Any], columns: list, index: Any) -> Any:
    import pandas

    rows = range(index) if type(index) is int else decode(index)
    named = {decode(label): decode(values) for label, _, values in columns}
    found = pandas.DataFrame(named, index=rows)
    wanted = {decode(label): dtype for label, dtype, _ in columns}
    other = {each: wanted[each] for each, dtype in found.dtypes.items() if dtype != wanted[each]}
    return found.astype(other) if other else found


def _generator(decode: Callable[[Any], Any], seed: Any) -> Any:
    import numpy

    return numpy.random.default_rng(decode(seed))


_READERS = {
    "ndarray": _array,
    "Series": _series,
    "DataFrame": _data_frame,
    "Generator": _generator,
}
