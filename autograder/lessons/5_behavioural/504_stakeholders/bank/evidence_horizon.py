# %% right="one line"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured >= days_of_effect

# %% right="early returns"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect <= 0:
        raise ValueError('effect')
    if days_measured <= -1:
        raise ValueError('measured')
    if not exposed:
        return False
    if days_measured < days_of_effect:
        return False
    return True

# %% right="a difference"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    missing = days_of_effect - days_measured
    return bool(exposed) and missing <= 0

# %% right="exposed days"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    seen = days_measured * exposed
    return seen >= days_of_effect

# %% right="minimum"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return min(days_measured, days_measured if exposed else 0) >= days_of_effect

# %% right="match"
def evidence_horizon(days_of_effect, days_measured, exposed):
    match (days_of_effect < 1, days_measured < 0, exposed):
        case (True, _, _) | (_, True, _):
            raise ValueError
        case (_, _, False):
            return False
    return not days_of_effect > days_measured

# %% right="NumPy bool"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    import numpy as np
    return np.bool_(exposed) & (np.int64(days_measured) >= days_of_effect)

# %% wrong="shadow traffic counts as exposure" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return days_measured >= days_of_effect

# %% wrong="the last day is missing" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured > days_of_effect

# %% wrong="half is enough" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and 2 * days_measured >= days_of_effect

# %% wrong="swapped" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured <= days_of_effect

# %% wrong="always with exposure" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed

# %% wrong="two weeks for everything" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured >= 14

# %% wrong="an effect of 0 days" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 0 or days_measured < 0:
        raise ValueError
    return exposed and days_measured >= days_of_effect

# %% wrong="negative days pass" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1:
        raise ValueError
    return exposed and days_measured >= days_of_effect

# %% wrong="exposed or long enough" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed or days_measured >= days_of_effect

# %% wrong="not exposed is enough" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return not exposed and days_measured >= days_of_effect

# %% wrong="checks the arguments only if exposed" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if not exposed:
        return False
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return days_measured >= days_of_effect

# %% wrong="no days measured is an error" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 1:
        raise ValueError
    return exposed and days_measured >= days_of_effect

# %% wrong="an effect of one day is an error" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 2 or days_measured < 0:
        raise ValueError
    return exposed and days_measured >= days_of_effect

# %% wrong="returns None if it is too short" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    if exposed and days_measured >= days_of_effect:
        return True

# %% wrong="returns the days that are missing" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return days_of_effect - days_measured

# %% wrong="TypeError instead" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise TypeError
    return exposed and days_measured >= days_of_effect

# %% wrong="asserts the arguments" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    assert days_of_effect >= 1 and days_measured >= 0
    return exposed and days_measured >= days_of_effect

# %% wrong="False instead of an error" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    return exposed and days_measured >= days_of_effect >= 1

# %% wrong="28 days for everything" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured >= 28

# %% wrong="one day is given away" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured + 1 >= days_of_effect

# %% wrong="twice the horizon" caught_by="seen for long enough"
def evidence_horizon(days_of_effect, days_measured, exposed):
    if days_of_effect < 1 or days_measured < 0:
        raise ValueError('days')
    return exposed and days_measured >= 2 * days_of_effect
