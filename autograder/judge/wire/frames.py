"""Arguments that are arrays, data frames or NumPy generators, as JSON. NumPy and pandas are
imported when needed."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any

TAGS = ("ndarray", "Series", "DataFrame", "Generator")
_AS_BYTES = frozenset({"float32", "float64"})
"""The names of types whose items are short as bytes and long as text."""


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
        return {name: [list(arg.shape), *_encode_items(arg.ravel(), encode)]}
    if name == "Series":
        return {name: [encode(arg.name), *_encode_items(arg, encode)]}
    columns = [[encode(label), *_encode_items(column, encode)] for label, column in arg.items()]
    as_made = type(arg.index).__name__ == "RangeIndex" and [*arg.index] == [*range(len(arg))]
    return {name: [columns, len(arg) if as_made else encode(arg.index.tolist())]}


_name_of_type = functools.cache(str)


def _encode_items(items: Any, encode: Callable[[Any], Any]) -> list[Any]:
    """The type of an array or series and its items: floats as the bytes that they are."""
    dtype = _name_of_type(items.dtype)
    if dtype in _AS_BYTES:
        array = items if type(items).__name__ == "ndarray" else items.to_numpy()
        return [dtype, encode(array.tobytes())]
    values = [
        None if type(v).__name__ in ("NaTType", "NAType") else
        v.to_pydatetime() if type(v).__name__ == "Timestamp" else v
        for v in items.tolist()
    ]  # fmt: skip
    return [dtype, encode(values)]


def decode_frame(tree: dict[str, Any], decode: Callable[[Any], Any]) -> Any:
    """The array, data frame or generator that `encode_frame` was given."""
    [(name, body)] = tree.items()
    return _READERS[name](decode, *body)


def _items(decode: Callable[[Any], Any], dtype: str, values: Any) -> Any:
    """The items as a list, or as an array where they crossed as bytes."""
    items = decode(values)
    if type(items) is not bytes:
        return items
    import numpy

    return numpy.frombuffer(items, dtype)


def _array(decode: Callable[[Any], Any], shape: list[int], dtype: str, values: Any) -> Any:
    import numpy

    return numpy.array(_items(decode, dtype, values), dtype=dtype).reshape(shape)


def _series(decode: Callable[[Any], Any], name: Any, dtype: str, values: Any) -> Any:
    import pandas

    items = _items(decode, dtype, values)
    return pandas.Series(items, dtype=dtype, name=decode(name), copy=True)


def _data_frame(decode: Callable[[Any], Any], columns: list[Any], index: Any) -> Any:
    import pandas

    rows = range(index) if type(index) is int else decode(index)
    named = {decode(label): _items(decode, dtype, values) for label, dtype, values in columns}
    frame = pandas.DataFrame(named, index=rows, copy=True)
    wanted = [dtype for _, dtype, _ in columns]
    if list(map(_name_of_type, frame.dtypes)) == wanted:
        return frame
    return frame.astype(dict(zip(named, wanted)))


def _generator(decode: Callable[[Any], Any], seed: Any) -> Any:
    import numpy

    return numpy.random.default_rng(decode(seed))


_READERS: Mapping[str, Callable[..., Any]] = {
    "ndarray": _array,
    "Series": _series,
    "DataFrame": _data_frame,
    "Generator": _generator,
}
