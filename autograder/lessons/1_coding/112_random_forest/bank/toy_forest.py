# %% right="a mask"
import numpy as np
import pandas as pd
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    
    keep = np.ones(len(data), dtype=bool)
    for name, value in new_point.items():
        keep &= (data[name] == value).to_numpy()
    found = data[keep][label]
    return None if found.empty else found.mode().iloc[0]

# %% right="counts of values" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.value_counts().idxmax()

# %% right="one filter after the other"
def toy_forest(data, new_point):
    [label] = set(data.columns) - set(new_point)
    for name in new_point:
        data = data[data[name] == new_point[name]]
    return data[label].mode().iloc[0] if len(data) else None

# %% right="every permutation has a vote"
from collections import Counter
from itertools import permutations
def toy_forest(data, new_point):
    label = next(name for name in data if name not in new_point)
    votes = Counter()
    for order in permutations(new_point):
        rows = data
        for name in order:
            rows = rows[rows[name] == new_point[name]]
        votes[None if rows.empty else rows[label].mode()[0]] += 1
    return votes.most_common(1)[0][0]

# %% right="rows as dicts"
from collections import Counter
def toy_forest(data, new_point):
    rows = data.to_dict("records")
    found = [row for row in rows if all(row[name] == new_point[name] for name in new_point)]
    label = (set(data.columns) - set(new_point)).pop()
    votes = Counter(row[label] for row in found)
    return votes.most_common(1)[0][0] if votes else None

# %% right="the table against a series"
import pandas as pd
def toy_forest(data, new_point):
    names = list(new_point)
    keep = (data[names] == pd.Series(new_point)).all(axis=1)
    found = data.loc[keep.to_numpy()].drop(columns=names).iloc[:, 0]
    return None if found.empty else found.mode().iloc[0]

# %% right="NumPy"
import numpy as np
def toy_forest(data, new_point):
    label = data.columns.difference(list(new_point))[0]
    keep = np.logical_and.reduce([data[n].to_numpy() == v for n, v in new_point.items()])
    values, counts = np.unique(data[label].to_numpy()[keep], return_counts=True)
    return values[counts.argmax()] if len(values) else None

# %% right="a recursion"
def toy_forest(data, new_point):
    if data.empty:
        return None
    if not new_point:
        names = list(data)
        return data[names[0]].mode().iloc[0]
    (name, value), *rest = new_point.items()
    return toy_forest(data[data[name] == value].drop(columns=name), dict(rest))

# %% right="a join"
import pandas as pd
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    found = data.astype(object).merge(pd.DataFrame([new_point]).astype(object), on=list(new_point))
    counts = found.groupby(label, sort=False).size() if len(found) else []
    return counts.idxmax() if len(counts) else None

# %% wrong="a whole label" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else (lambda v: int(v) if isinstance(v, float) else v)(found.mode().iloc[0])

# %% wrong="compares texts" caught_by="None without a match, any label, column order and index" of="a mask"
#-         keep &= (data[name] == value).to_numpy()
#+         keep &= (data[name].astype(str) == str(value)).to_numpy()

# %% wrong="puts the label last" caught_by="None without a match, any label, column order and index" of="a mask"
#-     
#+     values = data.pop(label); data[label] = values

# %% wrong="names of columns in a query" caught_by="None without a match, any label, column order and index"
def toy_forest(data, new_point):
    [label] = [name for name in data.columns if name not in new_point]
    found = data.query(" and ".join(f"{name} == {value!r}" for name, value in new_point.items()))
    return None if found.empty else found[label].mode().iloc[0]

# %% wrong="names of columns as attributes" caught_by="None without a match, any label, column order and index"
from collections import Counter
def toy_forest(data, new_point):
    [label] = [name for name in data.columns if name not in new_point]
    found = Counter(getattr(row, label) for row in data.itertuples()
                    if all(getattr(row, name) == value for name, value in new_point.items()))
    return found.most_common(1)[0][0] if found else None

# %% wrong="all rows vote" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if data.empty else data[label].mode().iloc[0]

# %% wrong="the first row that matches" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.iloc[0]

# %% wrong="the last row that matches" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.iloc[-1]

# %% wrong="the least frequent label" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.value_counts().index[-1]

# %% wrong="the largest label" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else max(found)

# %% wrong="repeated rows count once" caught_by="the rows that match decide" of="a mask"
#-     
#+     data = data.drop_duplicates()

# %% wrong="the first column only" caught_by="the rows that match decide"
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    for name, value in new_point.items():
        found = data[data[name] == value][label]
        return None if found.empty else found.mode().iloc[0]

# %% wrong="one column is enough" caught_by="the rows that match decide"
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    keep = [any(row[n] == v for n, v in new_point.items()) for row in data.to_dict("records")]
    found = data[keep][label]
    return None if found.empty else found.mode().iloc[0]

# %% wrong="each column votes for itself" caught_by="the rows that match decide"
from collections import Counter
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    votes = Counter()
    for name, value in new_point.items():
        votes.update(data[data[name] == value][label])
    return votes.most_common(1)[0][0] if votes else None

# %% wrong="stops before it has no rows" caught_by="None without a match, any label, column order and index"
from collections import Counter
from itertools import permutations
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    votes = Counter()
    for order in permutations(new_point):
        rows = data
        for name in order:
            fewer = rows[rows[name] == new_point[name]]
            if fewer.empty:
                break
            rows = fewer
        if len(rows):
            votes[rows[label].mode().iloc[0]] += 1
    return votes.most_common(1)[0][0] if votes else None

# %% wrong="the most frequent label where none matches" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return data[label].mode().iloc[0] if found.empty else found.mode().iloc[0]

# %% wrong="an exception where none matches" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return found.mode().iloc[0]

# %% wrong="0 where none matches" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return 0 if found.empty else found.mode().iloc[0]

# %% wrong="'None' where none matches" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return 'None' if found.empty else found.mode().iloc[0]

# %% wrong="a falsy label is no label" caught_by="None without a match, any label, column order and index" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.mode().iloc[0] or None

# %% wrong="the label is the last column" caught_by="None without a match, any label, column order and index" of="a mask"
#-     label = [name for name in data.columns if name not in new_point][0]
#+     label = data.columns[-1]

# %% wrong="the label is the first column" caught_by="the rows that match decide" of="a mask"
#-     label = [name for name in data.columns if name not in new_point][0]
#+     label = data.columns[0]

# %% wrong="the label is called y" caught_by="the rows that match decide" of="a mask"
#-     label = [name for name in data.columns if name not in new_point][0]
#+     label = 'y'

# %% wrong="the label is part of the match" caught_by="the rows that match decide" of="one column is enough"
#-     keep = [any(row[n] == v for n, v in new_point.items()) for row in data.to_dict("records")]
#+     best = max(set(data[label])) if len(data) else None
#+     wanted = {**new_point, label: best}
#+     keep = [all(row[n] == v for n, v in wanted.items()) for row in data.to_dict("records")]

# %% wrong="false values are not compared" caught_by="the rows that match decide" of="a mask"
#-         keep &= (data[name] == value).to_numpy()
#+         keep &= ((data[name] == value) | (not value)).to_numpy()

# %% wrong="values are compared as numbers" caught_by="the rows that match decide" of="a mask"
#-         keep &= (data[name] == value).to_numpy()
#+         keep &= (data[name].astype(float) == float(value)).to_numpy()

# %% wrong="at least, not equal" caught_by="the rows that match decide" of="a mask"
#-         keep &= (data[name] == value).to_numpy()
#+         keep &= (data[name] >= value).to_numpy()

# %% wrong="the mean of the labels" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else round(found.astype(float).mean())

# %% wrong="a series of labels" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else found.mode()

# %% wrong="the count, too" caught_by="the rows that match decide" of="a mask"
#-     return None if found.empty else found.mode().iloc[0]
#+     return None if found.empty else (found.mode().iloc[0], len(found))

# %% wrong="columns by place" caught_by="None without a match, any label, column order and index"
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    values = list(new_point.values())
    found = [row for row in data.values.tolist() if row[: len(values)] == values]
    labels = [row[-1] for row in found]
    return max(set(labels), key=labels.count) if labels else None

# %% wrong="rows are named 0, 1, 2, ..." caught_by="None without a match, any label, column order and index"
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    labels = []
    for i in range(len(data)):
        if all(data.loc[i, name] == value for name, value in new_point.items()):
            labels.append(data.loc[i, label])
    return max(set(labels), key=labels.count) if labels else None

# %% wrong="rows are found by name" caught_by="None without a match, any label, column order and index" of="one column is enough"
#-     keep = [any(row[n] == v for n, v in new_point.items()) for row in data.to_dict("records")]
#-     found = data[keep][label]
#+     names = set(data.index)
#+     for name, value in new_point.items():
#+         names &= set(data.index[data[name] == value])
#+     found = data[data.index.isin(names)][label]

# %% wrong="takes the label out of the table" caught_by="None without a match, any label, column order and index" of="a mask"
#-     
#+     labels = data.pop(label); data = data.assign(**{label: labels})

# %% wrong="empties the new point" caught_by="the rows that match decide"
def toy_forest(data, new_point):
    label = [name for name in data.columns if name not in new_point][0]
    while new_point:
        name, value = new_point.popitem()
        data = data[data[name] == value]
    return None if data.empty else data[label].mode().iloc[0]

# %% wrong="remembers by the new point" caught_by="the rows that match decide"
known = {}
def toy_forest(data, new_point):
    key = tuple(sorted(new_point.items()))
    if key not in known:
        label = [name for name in data.columns if name not in new_point][0]
        keep = [all(r[n] == v for n, v in new_point.items()) for r in data.to_dict("records")]
        found = data[keep][label]
        known[key] = None if found.empty else found.mode().iloc[0]
    return known[key]
