# %% right="JSON after a check"
import hashlib
import json
import math

def step_key(name, code, inputs):
    def check(value):
        if isinstance(value, (list, tuple)):
            for item in value:
                check(item)
        elif isinstance(value, dict):
            for key, item in value.items():
                if not isinstance(key, str):
                    raise ValueError("a key that is not a string")
                check(item)
        elif isinstance(value, float):
            if not math.isfinite(value):
                raise ValueError("not a finite number")
        elif value is not None and not isinstance(value, (bool, int, str)):
            raise ValueError(f"a {type(value).__name__}")
    check(inputs)
    text = json.dumps([name, code, inputs], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()

# %% right="repr of a tagged, sorted structure"
from hashlib import sha256

def step_key(name, code, inputs):
    def tagged(value):
        if value is None or type(value) in (bool, int, str):
            return (type(value).__name__, value)
        if type(value) is float:
            if value != value or value in (float("inf"), float("-inf")):
                raise ValueError(value)
            return ("float", value.hex())
        if type(value) in (list, tuple):
            return ("list", [tagged(item) for item in value])
        if type(value) is dict:
            if any(type(key) is not str for key in value):
                raise ValueError("keys")
            return ("dict", [(key, tagged(value[key])) for key in sorted(value)])
        raise ValueError(type(value))
    return sha256(repr((name, code, tagged(inputs))).encode()).hexdigest()

# %% right="lengths in front, fed to the hash piece by piece"
import hashlib
import struct

def step_key(name: str, code: str, inputs: dict) -> str:
    digest = hashlib.sha256()

    def feed(tag, data=b""):
        digest.update(tag + struct.pack(">Q", len(data)) + data)

    def put(value):
        if value is None:
            feed(b"n")
        elif value is True or value is False:
            feed(b"b", bytes([value]))
        elif isinstance(value, int):
            feed(b"i", str(value).encode())
        elif isinstance(value, float) and abs(value) < float("inf"):
            feed(b"f", struct.pack(">d", value))
        elif isinstance(value, str):
            feed(b"s", value.encode())
        elif isinstance(value, (list, tuple)):
            feed(b"l", str(len(value)).encode())
            for item in value:
                put(item)
        elif isinstance(value, dict) and all(isinstance(key, str) for key in value):
            feed(b"d", str(len(value)).encode())
            for key in sorted(value):
                put(key)
                put(value[key])
        else:
            raise ValueError(f"no canonical form: {value!r}")

    for part in (name, code, inputs):
        put(part)
    return digest.hexdigest()

# %% right="pickle of frozen tuples"
import hashlib
import math
import pickle

def frozen(value):
    match value:
        case None | bool() | int() | str():
            return (type(value).__name__, repr(value))
        case float() if math.isfinite(value):
            return ("float", repr(value))
        case list() | tuple():
            return ("list", *map(frozen, value))
        case dict() if all(isinstance(key, str) for key in value):
            return ("dict", *((repr(key), frozen(value[key])) for key in sorted(value)))
    raise ValueError(f"{type(value).__name__} has no form")

def step_key(name, code, inputs):
    text = "\n".join(map(repr, [name, code, frozen(inputs)]))
    return hashlib.sha256(pickle.dumps(text)).hexdigest()

# %% right="a key of keys, as in a Merkle tree"
import hashlib

def sha(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

def step_key(name, code, inputs):
    def key(value):
        kind = type(value)
        if kind in (list, tuple):
            return sha("[" + ",".join(key(item) for item in value))
        if kind is dict:
            for k in value:
                if type(k) is not str:
                    raise ValueError("keys are strings")
            return sha("{" + ",".join(sorted(sha("k" + k) + key(v) for k, v in value.items())))
        if kind is float and not -1e400 < value < 1e400:
            raise ValueError("finite floats only")
        if kind not in (type(None), bool, int, float, str):
            raise ValueError(str(kind))
        return sha(f"{kind.__name__}:{value!r}")
    return sha(" ".join([key(name), key(code), key(inputs)]))

# %% right="an encoder of JSON with tags"
import hashlib, json

def plain(value):
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return ["int", str(value)]
    if isinstance(value, float):
        if value - value != 0:
            raise ValueError("not finite")
        return ["float", value.hex()]
    if isinstance(value, str):
        return ["str", value]
    if isinstance(value, (list, tuple)):
        return ["list", [plain(item) for item in value]]
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str):
                raise ValueError("keys")
        return {key: plain(item) for key, item in value.items()}
    raise ValueError("type")

def step_key(name, code, inputs):
    data = {"name": name, "code": code, "inputs": plain(inputs)}
    text = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()

# %% wrong="the order of the keys counts" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, code, inputs])

# %% wrong="only the outer keys are sorted" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, code, dict(sorted(inputs.items()))])

# %% wrong="a tuple is no list" caught_by="equal inputs, equal keys, in any process" of="repr of a tagged, sorted structure"
#-             return ("list", [tagged(item) for item in value])
#+             return (type(value).__name__, [tagged(item) for item in value])

# %% wrong="a sorted list: order inside lists is lost" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     def ordered(value):
#+         if isinstance(value, (list, tuple)):
#+             return sorted((ordered(item) for item in value), key=repr)
#+         if isinstance(value, dict):
#+             return {key: ordered(item) for key, item in value.items()}
#+         return value
#+     text = json.dumps([name, code, ordered(inputs)], sort_keys=True)

# %% wrong="1 and 1.0 alike" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-         if value is None or type(value) in (bool, int, str):
#-             return (type(value).__name__, value)
#+         if type(value) is int:
#+             return ("float", float(value).hex())
#+         if value is None or type(value) in (bool, str):
#+             return (type(value).__name__, value)

# %% wrong="1 and True alike (json keeps them apart, == does not)" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-         if value is None or type(value) in (bool, int, str):
#-             return (type(value).__name__, value)
#+         if type(value) in (bool, int):
#+             return ("int", int(value))
#+         if value is None or type(value) is str:
#+             return (type(value).__name__, value)

# %% wrong="1 and '1' alike" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-             return (type(value).__name__, value)
#+             return str(value)

# %% wrong="None and 'None' alike" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-         if value is None or type(value) in (bool, int, str):
#+         if value is None:
#+             return ("str", "None")
#+         if type(value) in (bool, int, str):

# %% wrong="None is left out" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     known = {key: value for key, value in inputs.items() if value is not None}
#+     text = json.dumps([name, code, known], sort_keys=True)

# %% wrong="the code is left out" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, inputs], sort_keys=True)

# %% wrong="the name is left out" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([code, inputs], sort_keys=True)

# %% wrong="strings joined: ('ab', 'c') = ('a', 'bc')" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = name + code + json.dumps(inputs, sort_keys=True)

# %% wrong="spaces in the code are dropped" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, "".join(code.split()), inputs], sort_keys=True)

# %% wrong="floats rounded" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-             return ("float", value.hex())
#+             return ("float", round(value, 6))

# %% wrong="0.0 and -0.0 alike" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-             return ("float", value.hex())
#+             return ("float", (value + 0.0).hex())

# %% wrong="keys only" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, code, sorted(inputs)])

# %% wrong="a dict is the list of its pairs" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-             return ("dict", [(key, tagged(value[key])) for key in sorted(value)])
#+             return ("list", [tagged([key, value[key]]) for key in sorted(value)])

# %% wrong="lists without their ends" caught_by="different inputs, different keys" of="lengths in front, fed to the hash piece by piece"
#-             feed(b"l", str(len(value)).encode())
#-             for item in value:
#+             for item in value:

# %% wrong="a bar between the parts" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = f"{name}|{code}|{json.dumps(inputs, sort_keys=True)}"

# %% wrong="lists joined with commas" caught_by="different inputs, different keys" of="repr of a tagged, sorted structure"
#-             return ("list", [tagged(item) for item in value])
#+             return ("list", ", ".join(str(tagged(item)[1]) for item in value))

# %% wrong="text in one Unicode form" caught_by="different inputs, different keys" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     import unicodedata
#+     text = json.dumps([name, code, inputs], sort_keys=True, ensure_ascii=False)
#+     text = unicodedata.normalize("NFC", text)

# %% wrong="NaN passes" caught_by="what has no canonical form" of="JSON after a check"
#-             if not math.isfinite(value):
#+             if math.isinf(value):

# %% wrong="infinity passes" caught_by="what has no canonical form" of="JSON after a check"
#-             if not math.isfinite(value):
#+             if value != value:

# %% wrong="a set passes (repr of no fixed order)" caught_by="what has no canonical form" of="repr of a tagged, sorted structure"
#-         raise ValueError(type(value))
#+         return repr(value)

# %% wrong="a set passes, sorted" caught_by="what has no canonical form" of="repr of a tagged, sorted structure"
#-         if type(value) in (list, tuple):
#+         if type(value) in (set, frozenset):
#+             return ("set", sorted(map(tagged, value)))
#+         if type(value) in (list, tuple):

# %% wrong="keys that are no strings pass" caught_by="what has no canonical form" of="JSON after a check"
#-                 if not isinstance(key, str):
#-                     raise ValueError("a key that is not a string")
#-                 check(item)
#+                 check(item)

# %% wrong="keys are checked at the top only" caught_by="what has no canonical form" of="JSON after a check"
#-         elif isinstance(value, dict):
#+         elif isinstance(value, dict) and value is not inputs:
#+             for item in value.values():
#+                 check(item)
#+         elif isinstance(value, dict):

# %% wrong="TypeError for other types" caught_by="what has no canonical form" of="JSON after a check"
#-             raise ValueError(f"a {type(value).__name__}")
#+             raise TypeError(f"a {type(value).__name__}")

# %% wrong="JSON with what it does by itself" caught_by="what has no canonical form"
import hashlib
import json

def step_key(name, code, inputs):
    text = json.dumps([name, code, inputs], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()

# %% wrong="Python's own hash" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     return hashlib.sha256(text.encode()).hexdigest()
#+     return hashlib.sha256(str(hash(text)).encode()).hexdigest()

# %% wrong="a set of pairs in the order of its hashes" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     pairs = {(key, json.dumps(value, sort_keys=True)) for key, value in inputs.items()}
#+     text = repr([name, code, list(pairs)])

# %% wrong="the address of the inputs" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     text = json.dumps([name, code, inputs], sort_keys=True)
#+     text = json.dumps([name, code, inputs, id(inputs)], sort_keys=True)

# %% wrong="MD5, 32 digits" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     return hashlib.sha256(text.encode()).hexdigest()
#+     return hashlib.md5(text.encode()).hexdigest()

# %% wrong="bytes instead of digits" caught_by="equal inputs, equal keys, in any process" of="JSON after a check"
#-     return hashlib.sha256(text.encode()).hexdigest()
#+     return hashlib.sha256(text.encode()).digest()
