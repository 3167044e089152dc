# %% right="one pattern"
import re

SHAPE = re.compile(r"\s*select\b(.+?)\bfrom\s+(\w+)\s+where\s+team\s*=\s*:team\s*", re.I | re.S)


def safe_template(sql, allowed):
    bare = re.sub(r"'[^']*'", "''", sql)
    if bare.replace("''", "").count("'") or any(s in bare for s in (";", "--", "/*", '"')):
        return False
    match = SHAPE.fullmatch(bare)
    if not match:
        return False
    columns = re.findall(r"\w+", match[1].lower())
    bad = {"select", "from", "where", "join", "union", "or"}
    return not bad & set(columns) and ":team" not in match[1].lower().split() and not re.search(
        r":team\b", match[1], re.I) and match[2].lower() in allowed

# %% right="words in a list"
def safe_template(sql, allowed):
    import re
    pieces = sql.split("'")
    if len(pieces) % 2 == 0:
        return False
    bare = " ".join(pieces[::2]).casefold()
    for sign in ";", "--", "/*", '"':
        if sign in bare:
            return False
    tokens = re.findall(r"\w+|[^\w\s]", bare)
    names = [token for token in tokens if token[0].isalnum() or token[0] == "_"]
    if [names.count(word) for word in ("select", "from", "where", "join", "union", "or")] != [1, 1, 1, 0, 0, 0]:
        return False
    if not tokens or tokens[0] != "select" or len(re.findall(r":team\b", bare)) != 1:
        return False
    tail = tokens[tokens.index("from"):]
    if len(tail) != 7 or tail[2:] != ["where", "team", "=", ":", "team"]:
        return False
    return bare.endswith(":team") or bare.rstrip().endswith(":team") and tail[1] in allowed if tail[1] in allowed else False

# %% right="character by character"
def safe_template(sql, allowed):
    bare, inside = [], False
    for sign in sql:
        if sign == "'":
            inside = not inside
            bare.append(" ")
        elif not inside:
            bare.append(sign.lower())
    if inside:
        return False
    text = "".join(bare)
    for bad in [";", "--", "/*", '"']:
        if text.find(bad) >= 0:
            return False
    words, word = [], ""
    for sign in text + " ":
        if sign.isalnum() or sign == "_":
            word += sign
        else:
            if word:
                words.append(word)
            word = ""
    if words[:1] != ["select"]:
        return False
    for word in ("select", "from", "where"):
        if words.count(word) != 1:
            return False
    for word in ("join", "union", "or"):
        if word in words:
            return False
    head, tail = text.split("where") if text.count("where") == 1 else (text.rsplit("where", 1))
    if "".join(tail.split()) != "team=:team":
        return False
    import re
    if re.search(r":team(?!\w)", head):
        return False
    table = re.split(r"(?<!\w)from(?!\w)", head)[1].strip()
    return table in allowed

# %% right="a normal form, then compared"
def safe_template(sql, allowed):
    import re
    sql = re.sub(r"'[^']*'", " ", sql)
    sql = re.sub(r"\s*=\s*", " = ", " ".join(sql.lower().split()))
    if re.search(r"[;'\"]|--|/\*", sql) or len(re.findall(r":team\b", sql)) != 1:
        return False
    words = re.findall(r"\w+", sql)
    if any(w in words for w in ("join", "union", "or")):
        return False
    if any(words.count(w) != 1 for w in ("select", "from", "where")) or words[0] != "select":
        return False
    return sql.startswith("select") and any(
        sql.endswith(f" from {table} where team = :team") for table in allowed
    )

# %% right="a small state machine"
def safe_template(sql: str, allowed: set) -> bool:
    import re
    left = re.sub("'[^']*'", " ", sql.strip()).lower()
    if set(left) & {"'", '"', ";"} or "--" in left or "/*" in left:
        return False
    tokens = re.findall(r":\w+|\w+|\S", left)
    state, want = "select", {"select": "columns"}
    seen = {"select": 0, "from": 0, "where": 0, ":team": 0}
    for token in tokens:
        if token in seen:
            seen[token] += 1
        if token in ("join", "union", "or"):
            return False
    if list(seen.values()) != [1, 1, 1, 1] or not tokens or tokens[0] != "select":
        return False
    at = tokens.index("from")
    return bool(len(tokens) == at + 6 and tokens[at + 1] in allowed and tokens[at + 2 :] == ["where", "team", "=", ":team"])

# %% right="exceptions inside"
import re


def safe_template(sql, allowed):
    def check():
        text = re.sub(r"'[^']*'", " ", sql).lower().strip()
        assert not re.search(r"[;\"']|--|/\*", text)
        words = re.findall(r"\w+", text)
        assert words.count("select") == words.count("from") == words.count("where") == 1
        assert not {"or", "join", "union"}.intersection(words)
        assert text.startswith("select") and words[0] == "select"
        assert len(re.findall(r":team\b", text)) == 1
        _, tail = re.split(r"\bfrom\b", text)
        table, condition = re.split(r"\bwhere\b", tail)
        assert table.strip() in allowed
        assert re.sub(r"\s", "", condition) == "team=:team"

    try:
        check()
    except (AssertionError, ValueError):
        return False
    return True

# %% wrong="looks for the table's name only" caught_by="scope can't be left"
def safe_template(sql, allowed):
    return any(name in sql.lower() for name in allowed)

# %% wrong="the scope may be anywhere" caught_by="scope can't be left"
def safe_template(sql, allowed):
    return ":team" in sql.lower() and any(name in sql.lower() for name in allowed)

# %% wrong="OR goes around it" caught_by="scope can't be left" of="exceptions inside"
#-         assert not {"or", "join", "union"}.intersection(words)
#+         assert not {"join", "union"}.intersection(words)
#
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert re.sub(r"\s", "", condition).endswith("team=:team")

# %% wrong="further conditions before it" caught_by="scope can't be left" of="exceptions inside"
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert re.sub(r"\s", "", condition).endswith("team=:team")

# %% wrong="further conditions after it" caught_by="scope can't be left" of="exceptions inside"
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert re.sub(r"\s", "", condition).startswith("team=:team")

# %% wrong="comments" caught_by="scope can't be left"
import re


def safe_template(sql, allowed):
    text = re.sub(r"'[^']*'", " ", sql).lower().strip()
    match = re.fullmatch(r"select\s.*\bfrom\s+(\w+)\s+where\s+.*team = :team", text, re.S)
    return bool(match) and match[1] in allowed and not re.search(r"\b(or|join|union|and)\b", text)

# %% wrong="a semicolon at the end passes" caught_by="scope can't be left" of="exceptions inside"
#-         text = re.sub(r"'[^']*'", " ", sql).lower().strip()
#+         text = re.sub(r"'[^']*'", " ", sql).lower().strip().rstrip(";")

# %% wrong="DELETE" caught_by="scope can't be left" of="exceptions inside"
#-         assert words.count("select") == words.count("from") == words.count("where") == 1
#+         assert words.count("from") == words.count("where") == 1
#
#-         assert text.startswith("select") and words[0] == "select"

# %% wrong="a constant instead of the parameter" caught_by="scope can't be left" of="exceptions inside"
#-         assert len(re.findall(r":team\b", text)) == 1
#
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert re.sub(r"\s", "", condition).startswith("team=")

# %% wrong="another parameter that begins alike" caught_by="scope can't be left" of="exceptions inside"
#-         assert len(re.findall(r":team\b", text)) == 1
#+         assert text.count(":team") == 1
#
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert re.sub(r"\s", "", condition).startswith("team=:team")

# %% wrong="the parameter may come twice" caught_by="scope can't be left" of="exceptions inside"
#-         assert len(re.findall(r":team\b", text)) == 1

# %% wrong="a subquery reads another table" caught_by="only allowed tables"
import re


def safe_template(sql, allowed):
    text = re.sub(r"'[^']*'", " ", sql).lower().strip()
    if re.search(r"[;\"']|--|/\*", text) or re.search(r"\b(or|join|union)\b", text):
        return False
    if len(re.findall(r":team\b", text)) != 1:
        return False
    match = re.fullmatch(r"select\s.*\sfrom\s+(\w+)\s+where\s+team\s*=\s*:team", text, re.S)
    return bool(match) and match[1] in allowed

# %% wrong="UNION" caught_by="only allowed tables"
import re


def safe_template(sql, allowed):
    text = re.sub(r"'[^']*'", " ", sql).lower().strip()
    if re.search(r"[;\"']|--|/\*", text) or re.search(r"\b(or|join)\b|\(\s*select", text):
        return False
    match = re.search(r"\sfrom\s+(\w+)\s+where\s+team\s*=\s*:team$", text)
    ok = text.startswith("select") and bool(match) and match[1] in allowed
    return ok and len(re.findall(r":team\b", text)) == 1

# %% wrong="a join brings another table" caught_by="only allowed tables" of="exceptions inside"
#-         assert not {"or", "join", "union"}.intersection(words)
#+         assert not {"or", "union"}.intersection(words)
#
#-         assert table.strip() in allowed
#+         assert table.split()[0] in allowed

# %% wrong="a comma brings another table" caught_by="only allowed tables" of="exceptions inside"
#-         assert table.strip() in allowed
#+         assert table.split(",")[0].strip() in allowed

# %% wrong="an alias passes" caught_by="only allowed tables" of="exceptions inside"
#-         assert table.strip() in allowed
#+         assert table.split()[0].strip(",") in allowed and len(table.split()) < 3 and "," not in table

# %% wrong="any table" caught_by="only allowed tables" of="exceptions inside"
#-         assert table.strip() in allowed
#+         assert table.strip().isidentifier()

# %% wrong="a name that begins alike" caught_by="only allowed tables" of="exceptions inside"
#-         assert table.strip() in allowed
#+         assert any(table.strip().startswith(name[:4]) for name in allowed)

# %% wrong="the first allowed table only" caught_by="only allowed tables" of="exceptions inside"
#-         assert table.strip() in allowed
#+         assert table.strip() == sorted(allowed)[0] if allowed else False

# %% wrong="words inside a string are refused" caught_by="strings and case" of="exceptions inside"
#-         text = re.sub(r"'[^']*'", " ", sql).lower().strip()
#+         text = sql.replace("'", " ").lower().strip()

# %% wrong="case matters" caught_by="strings and case" of="exceptions inside"
#-         text = re.sub(r"'[^']*'", " ", sql).lower().strip()
#+         text = re.sub(r"'[^']*'", " ", sql).strip()

# %% wrong="substrings count as words" caught_by="strings and case" of="exceptions inside"
#-         assert not {"or", "join", "union"}.intersection(words)
#+         assert not any(word in text for word in ("or", "join", "union"))

# %% wrong="one space, no more and no less" caught_by="strings and case" of="exceptions inside"
#-         assert re.sub(r"\s", "", condition) == "team=:team"
#+         assert condition == " team = :team"

# %% wrong="an open quote swallows the rest" caught_by="strings and case" of="exceptions inside"
#-         text = re.sub(r"'[^']*'", " ", sql).lower().strip()
#+         text = re.sub(r"'[^']*'", " ", sql).lower().strip().replace("'", " ")

# %% wrong="strings with a doubled quote are refused" caught_by="strings and case" of="exceptions inside"
#-         text = re.sub(r"'[^']*'", " ", sql).lower().strip()
#+         text = re.sub(r"'[^']*'(?!')", " ", sql).lower().strip()

# %% wrong="newlines are refused" caught_by="strings and case" of="exceptions inside"
#-         assert text.startswith("select") and words[0] == "select"
#+         assert text.startswith("select ") and "\n" not in text
