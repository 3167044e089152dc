# %% right="halves from 2**24"
def loss_scale(gradients):
    if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
        raise ValueError("gradients")
    largest = max(map(abs, gradients), default=0.0)
    scale = 2.0**24 if largest > 0 else 1.0
    while largest * scale >= 65520:
        scale /= 2
    before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
    after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
    return {"scale": scale, "lost_before": before, "lost_after": after}

# %% right="frexp"
def loss_scale(gradients):
    sizes = [abs(g) for g in gradients]
    if any(math.isnan(size) or size > 65504 * 2**24 for size in sizes):
        raise ValueError("a gradient is NaN, infinite or too large")
    sizes = [size for size in sizes if size]
    scale = 1.0
    if sizes:
        mantissa, exponent = math.frexp(max(sizes))
        power = 16 - exponent if mantissa * 2**16 < 65520 else 15 - exponent
        scale = math.ldexp(1.0, min(24, power))
    lost = [len([size for size in sizes if size * by <= 2**-25]) for by in (1, scale)]
    return dict(scale=scale, lost_before=lost[0], lost_after=lost[1])

# %% right="NumPy's float16"
import numpy as np

def loss_scale(gradients: list[float]) -> dict:
    g = np.array(gradients, dtype=np.float64)
    if not np.isfinite(g).all() or (np.abs(g) > 65504 * 2.0**24).any():
        raise ValueError("gradients")
    with np.errstate(over="ignore", under="ignore"):
        def lost(scale):
            return int(((g * scale).astype(np.float16) == 0).sum() - (g == 0).sum())

        scale = 1.0
        if g.any():
            scale = next(2.0**k for k in range(24, -40, -1) if np.isfinite((g * 2.0**k).astype(np.float16)).all())
        return {"scale": scale, "lost_before": lost(1.0), "lost_after": lost(scale)}

# %% right="struct packs halves"
import struct

def half(x):
    try:
        return struct.unpack("<e", struct.pack("<e", x))[0]
    except OverflowError:
        return math.inf

def loss_scale(gradients):
    for g in gradients:
        if g != g or abs(g) > 65504 * 2**24:
            raise ValueError(g)
    if not any(gradients):
        return {"scale": 1.0, "lost_before": 0, "lost_after": 0}
    scale = 2.0**24
    while any(half(abs(g) * scale) == math.inf for g in gradients):
        scale *= 0.5
    return {
        "scale": scale,
        "lost_before": sum(g != 0 and half(g) == 0 for g in gradients),
        "lost_after": sum(g != 0 and half(g * scale) == 0 for g in gradients),
    }

# %% right="doubles from below"
def loss_scale(gradients):
    top = 0.0
    for g in gradients:
        if math.isnan(g) or abs(g) > 65504 * 2**24:
            raise ValueError("gradient")
        top = max(top, abs(g))
    if top == 0:
        return {"scale": 1, "lost_before": 0, "lost_after": 0}
    scale = 2.0**-24
    while scale < 2**24 and top * scale * 2 < 65520:
        scale *= 2
    smallest = 2.0**-25
    counts = [0, 0]
    for g in gradients:
        if g != 0:
            counts[0] += abs(g) <= smallest
            counts[1] += abs(g * scale) <= smallest
    return {"scale": scale, "lost_before": counts[0], "lost_after": counts[1]}

# %% right="the logarithm, then a correction"
def loss_scale(gradients):
    if not all(math.isfinite(g) for g in gradients):
        raise ValueError("not finite")
    sizes = sorted(abs(g) for g in gradients if g != 0)
    if not sizes:
        return {"scale": 1.0, "lost_before": 0, "lost_after": 0}
    if sizes[-1] > 65504 * 16777216:
        raise ValueError("too large")
    power = min(24, math.floor(math.log2(65520 / sizes[-1])) + 1)
    while sizes[-1] * 2.0**power >= 65520:
        power -= 1
    scale = 2.0**power
    return {
        "scale": scale,
        "lost_before": sum(1 for s in sizes if s <= 2.0**-25),
        "lost_after": sum(1 for s in sizes if s * scale <= 2.0**-25),
    }

# %% wrong="always 1024" caught_by="the scale" of="halves from 2**24"
#-     scale = 2.0**24 if largest > 0 else 1.0
#-     while largest * scale >= 65520:
#-         scale /= 2
#+     scale = 1024.0

# %% wrong="no power of two" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#-         scale /= 2
#+     if largest > 0:
#+         scale = min(scale, 65504 / largest)

# %% wrong="scaled by the mean gradient" caught_by="the scale" of="halves from 2**24"
#-     largest = max(map(abs, gradients), default=0.0)
#+     largest = sum(map(abs, gradients)) / max(1, len(gradients))

# %% wrong="ignores overflow: always 2^24" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#-         scale /= 2
#+     pass

# %% wrong="never below 1: a gradient above 65,504 stays inf" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale >= 65520 and scale > 1:

# %% wrong="negative gradients do not count" caught_by="the scale" of="halves from 2**24"
#-     largest = max(map(abs, gradients), default=0.0)
#+     largest = max(gradients, default=0.0)
#+     if largest <= 0 and any(gradients):
#+         largest = 2.0**-60

# %% wrong="nothing but zeros: 2^24" caught_by="the scale" of="halves from 2**24"
#-     scale = 2.0**24 if largest > 0 else 1.0
#+     scale = 2.0**24

# %% wrong="an empty list fails" caught_by="the scale" of="halves from 2**24"
#-     largest = max(map(abs, gradients), default=0.0)
#+     largest = max(map(abs, gradients))

# %% wrong="a gradient of 0 is lost" caught_by="what is lost" of="halves from 2**24"
#-     before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     before = sum(abs(g) <= 2.0**-25 for g in gradients)
#+     after = sum(abs(g) * scale <= 2.0**-25 for g in gradients)

# %% wrong="negative gradients are never lost" caught_by="what is lost" of="halves from 2**24"
#-     before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     before = sum(0 < g <= 2.0**-25 for g in gradients)
#+     after = sum(0 < g * scale <= 2.0**-25 for g in gradients)

# %% wrong="lost below the smallest normal number 2^-14" caught_by="what is lost" of="halves from 2**24"
#-     before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     before = sum(0 < abs(g) < 2.0**-14 for g in gradients)
#+     after = sum(0 < abs(g) * scale < 2.0**-14 for g in gradients)

# %% wrong="lost below the smallest number 2^-24 (rounding up forgotten)" caught_by="what is lost" of="halves from 2**24"
#-     before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     before = sum(0 < abs(g) < 2.0**-24 for g in gradients)
#+     after = sum(0 < abs(g) * scale < 2.0**-24 for g in gradients)

# %% wrong="half of the smallest number survives" caught_by="what is lost" of="halves from 2**24"
#-     before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     before = sum(0 < abs(g) < 2.0**-25 for g in gradients)
#+     after = sum(0 < abs(g) * scale < 2.0**-25 for g in gradients)

# %% wrong="both counts without the scale" caught_by="what is lost" of="halves from 2**24"
#-     after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
#+     after = before

# %% wrong="counts swapped" caught_by="what is lost" of="halves from 2**24"
#-     return {"scale": scale, "lost_before": before, "lost_after": after}
#+     return {"scale": scale, "lost_before": after, "lost_after": before}

# %% wrong="bfloat16's range" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale >= 3.39e38:

# %% wrong="limit 65,504: 65,510 still rounds down" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale > 65504:

# %% wrong="65,520 still fits" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale > 65520:

# %% wrong="one doubling too many" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale >= 2 * 65520:

# %% wrong="one doubling too few" caught_by="the scale" of="halves from 2**24"
#-     while largest * scale >= 65520:
#+     while largest * scale >= 65520 / 2:

# %% wrong="no limit at 2^24: explodes" caught_by="the scale" of="halves from 2**24"
#-     scale = 2.0**24 if largest > 0 else 1.0
#+     scale = 2.0**100 if largest > 0 else 1.0

# %% wrong="no limit at 2^24: never ends" caught_by="the scale"
def loss_scale(gradients):
    if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
        raise ValueError("gradients")
    largest = max(map(abs, gradients), default=0.0)
    scale = 2.0**-30
    while largest * scale * 2 < 65520:
        scale *= 2
    before = sum(0 < abs(g) <= 2.0**-25 for g in gradients)
    after = sum(0 < abs(g) * scale <= 2.0**-25 for g in gradients)
    return {"scale": scale, "lost_before": before, "lost_after": after}

# %% wrong="lost as shares" caught_by="what is lost" of="halves from 2**24"
#-     return {"scale": scale, "lost_before": before, "lost_after": after}
#+     n = max(1, len(gradients))
#+     return {"scale": scale, "lost_before": before / n, "lost_after": after / n}

# %% wrong="infinite gradients pass" caught_by="the scale" of="halves from 2**24"
#-     if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
#-         raise ValueError("gradients")
#+     if any(math.isnan(g) for g in gradients):
#+         raise ValueError("gradients")
#+     if any(math.isinf(g) for g in gradients):
#+         return {"scale": 1.0, "lost_before": 0, "lost_after": 0}

# %% wrong="NaN passes" caught_by="the scale" of="halves from 2**24"
#-     if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
#+     if any(abs(g) > 65504 * 2.0**24 for g in gradients):

# %% wrong="finite ones above the limit pass" caught_by="the scale" of="halves from 2**24"
#-     if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
#+     if not all(math.isfinite(g) for g in gradients):

# %% wrong="the limit itself is rejected" caught_by="the scale" of="halves from 2**24"
#-     if not all(abs(g) <= 65504 * 2.0**24 for g in gradients):
#+     if not all(abs(g) < 65504 * 2.0**24 for g in gradients):
