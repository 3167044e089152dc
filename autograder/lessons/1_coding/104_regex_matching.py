# %% [markdown]
# # Regex matching

# %% given="setup"
from autograder import check, complexity

# %% exercise="is_match"
def is_match(s: str, p: str) -> bool:
    """Return whether the whole of ``s`` matches ``p``."""
    ### BEGIN SOLUTION
    ok = [[False] * (len(p) + 1) for _ in range(len(s) + 1)]
    ok[0][0] = True
    for i in range(len(s) + 1):
        for j in range(1, len(p) + 1):
            if p[j - 1] == "*":
                one_more = i > 0 and p[j - 2] in (s[i - 1], ".") and ok[i - 1][j]
                ok[i][j] = ok[i][j - 2] or one_more
            else:
                ok[i][j] = i > 0 and p[j - 1] in (s[i - 1], ".") and ok[i - 1][j - 1]
    return ok[len(s)][len(p)]
    ### END SOLUTION

# %% exercise="Matcher"
class Matcher:
    """Match a text that arrives one character at a time."""

    def __init__(self, pattern: str) -> None:
        ### BEGIN SOLUTION
        self._pattern = pattern
        self._row = [True]
        for j, token in enumerate(pattern):
            self._row.append(token == "*" and self._row[j - 1])
        ### END SOLUTION

    def feed(self, char: str) -> None:
        ### BEGIN SOLUTION
        new = [False]
        for j, token in enumerate(self._pattern):
            if token == "*":
                one_more = self._row[j + 1] and self._pattern[j - 1] in (char, ".")
                new.append(new[j - 1] or one_more)
            else:
                new.append(self._row[j] and token in (char, "."))
        self._row = new
        ### END SOLUTION

    def matched(self) -> bool:
        ### BEGIN SOLUTION
        return self._row[-1]
        ### END SOLUTION

# %% exercise="glob_match"
def glob_match(s: str, p: str) -> bool:
    """Return whether"""
    ### BEGIN SOLUTION
    row = [True]
    for token in p:
        row.append(token == "*" and row[-1])
    for char in s:
        new = [False]
        for j, token in enumerate(p):
            if token == "*":
                new.append(new[j] or row[j + 1])
            else:
                new.append(row[j] and token in (char, "?"))
        row = new
    return row[-1]
    ### END SOLUTION
