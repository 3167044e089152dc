# %% right="translate with a table of marks"
def normalise(title):
    nfkd = lambda text: unicodedata.normalize("NFKD", text)
    marks = dict.fromkeys(range(0x300, 0x370))
    text = nfkd(nfkd(title).casefold()).translate(marks)
    return " ".join(unicodedata.normalize("NFKC", text).split())

# %% right="regular expressions"
import re
def normalise(title):
    text = unicodedata.normalize("NFKC", title)
    text = unicodedata.normalize("NFD", text.casefold())
    text = unicodedata.normalize("NFC", re.sub(r"[\u0300-\u036F]", "", text))
    return re.sub(r"\s+", " ", text).strip()

# %% right="folds twice"
def normalise(title):
    for _ in range(2):
        title = unicodedata.normalize("NFKD", title.casefold())
    kept = [char for char in title if not 0x0300 <= ord(char) < 0x0370]
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))

# %% right="until nothing changes"
def normalise(title):
    before = None
    while before != title:
        before = title
        title = unicodedata.normalize("NFKD", title).casefold()
        title = "".join(c for c in title if ord(c) not in range(0x300, 0x370))
        title = " ".join(unicodedata.normalize("NFC", title).split())
    return title

# %% right="a generator and a list of spaces"
from unicodedata import normalize as form
def normalise(title):
    def characters():
        gap = False
        for char in form("NFKD", form("NFKC", title).casefold()):
            if char.isspace():
                gap = True
            elif not "\u0300" <= char <= "\u036f":
                if gap:
                    yield " "
                gap = False
                yield char
    return form("NFC", "".join(characters())).lstrip()

# %% right="remembers what it folded"
import functools
@functools.cache
def fold(char):
    return unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
def normalise(title):
    parts = unicodedata.normalize("NFKD", "".join(map(fold, title)))
    kept = filter(lambda char: not "\u0300" <= char <= "\u036f", parts)
    return " ".join(unicodedata.normalize("NFC", "".join(kept)).split())

# %% wrong="lower instead of casefold" caught_by="case, marks and spaces"
def normalise(title):
    text = unicodedata.normalize("NFKD", title).lower()
    text = unicodedata.normalize("NFKD", text)
    text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
    return " ".join(unicodedata.normalize("NFC", text).split())

# %% wrong="keeps the marks" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text )

# %% wrong="strips the ends only" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     return " ".join(unicodedata.normalize("NFC", text).split())
#+     return unicodedata.normalize("NFC", text).strip()

# %% wrong="leaves out U+0300" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" < char <= "\u036f")

# %% wrong="leaves out U+036F" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" <= char < "\u036f")

# %% wrong="splits at ASCII white space" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     return " ".join(unicodedata.normalize("NFC", text).split())
#+     return unicodedata.normalize("NFC", b" ".join(text.encode().split()).decode())

# %% wrong="removes all spaces" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     return " ".join(unicodedata.normalize("NFC", text).split())
#+     return "".join(unicodedata.normalize("NFC", text).split())

# %% wrong="drops what is not a letter or digit" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if (char.isalnum() or char.isspace()))

# %% wrong="drops the article" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = text.strip().removeprefix('the ')

# %% wrong="turns ø and æ into ASCII" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = text.replace('ø', 'o').replace('æ', 'ae')

# %% wrong="an empty title is None" caught_by="case, marks and spaces" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     if not title:
#+         return None
#+     text = unicodedata.normalize("NFKD", title).casefold()

# %% wrong="folds before it decomposes, not after" caught_by="one key for every way of writing" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = title.casefold()

# %% wrong="folds after the marks are gone" caught_by="one key for every way of writing" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title)
#
#-     return " ".join(unicodedata.normalize("NFC", text).split())
#+     return " ".join(unicodedata.normalize("NFC", text).casefold().split())

# %% wrong="drops every non-spacing mark" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if unicodedata.category(char) != "Mn")

# %% wrong="drops joiners without width" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = text.replace('\u200d', '')

# %% wrong="drops every combining character" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not unicodedata.combining(char))

# %% wrong="keeps ASCII only" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = text.encode('ascii', 'ignore').decode()

# %% wrong="stays decomposed" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     return " ".join(unicodedata.normalize("NFC", text).split())
#+     return " ".join(text.split())

# %% wrong="keeps letters, digits, spaces and punctuation" caught_by="scripts where a mark is part of the letter" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#+     text = unicodedata.normalize("NFKD", title).casefold()
#
#-     text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
#+     text = "".join(char for char in text if char.isalnum() or char.isspace() or unicodedata.category(char)[0] in "PS")

# %% wrong="lower case only" caught_by="case, marks and spaces"
def normalise(title):
    return " ".join(title.lower().split())

# %% wrong="looks for marks after composing" caught_by="case, marks and spaces"
def normalise(title):
    text = unicodedata.normalize("NFKC", title.casefold())
    text = "".join(char for char in text if not unicodedata.combining(char))
    return " ".join(text.split())

# %% wrong="a table of a few letters" caught_by="case, marks and spaces"
def normalise(title):
    table = str.maketrans("éèêëàâçîïôöûüñ", "eeeeaaciioouun")
    text = unicodedata.normalize("NFKC", title).casefold().translate(table)
    return " ".join(text.split())

# %% wrong="knows one kind of space" caught_by="case, marks and spaces"
def normalise(title):
    text = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", title).casefold())
    text = "".join(char for char in text if not "\u0300" <= char <= "\u036f")
    return " ".join(word for word in unicodedata.normalize("NFC", text).split(" ") if word)

# %% wrong="an example hard-coded" caught_by="case, marks and spaces"
def normalise(title):
    return {"Amélie": "amelie"}.get(title, " ".join(title.casefold().split()))

# %% wrong="canonical forms only" caught_by="one key for every way of writing" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#-     text = unicodedata.normalize("NFKD", text)
#+     text = unicodedata.normalize("NFD", title).casefold()
#+     text = unicodedata.normalize("NFD", text)

# %% wrong="full width by subtraction" caught_by="one key for every way of writing" of="lower instead of casefold"
#-     text = unicodedata.normalize("NFKD", title).lower()
#-     text = unicodedata.normalize("NFKD", text)
#+     text = "".join(chr(ord(c) - 0xFEE0) if "！" <= c <= "～" else c for c in title)
#+     text = unicodedata.normalize("NFD", text.casefold())

# %% wrong="expects composed input" caught_by="one key for every way of writing"
def normalise(title):
    bare = [unicodedata.normalize("NFKD", char) for char in title]
    bare = [part[0] if part[1:] and "\u0300" <= part[1] <= "\u036f" else part for part in bare]
    return " ".join(unicodedata.normalize("NFKC", "".join(bare).casefold()).split())
