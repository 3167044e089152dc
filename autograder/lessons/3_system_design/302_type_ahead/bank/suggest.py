# %% right="sorted keys and a heap"
from bisect import bisect_left, bisect_right
import heapq
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted((key, -score, film) for film, key, score in films)
        self.keys = [row[0] for row in self.rows]
    def top(self, prefix, k):
        low = bisect_left(self.keys, prefix)
        high = bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])
        best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
        return [film for _, film in best]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% right="a trie of dicts"
class PrefixIndex:
    def __init__(self, films):
        self.root = {}
        for film, key, score in films:
            node = self.root
            for char in key:
                node = node.setdefault(char, {})
            node.setdefault(None, []).append((-score, film))
    def top(self, prefix, k):
        node = self.root
        for char in prefix:
            if char not in node:
                return []
            node = node[char]
        found, todo = [], [node]
        while todo:
            node = todo.pop()
            for char, child in node.items():
                if char is None:
                    found.extend(child)
                else:
                    todo.append(child)
        return [film for _, film in sorted(found)[:k]]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% right="a list for every prefix"
from collections import defaultdict
class PrefixIndex:
    def __init__(self, films):
        self.lists = defaultdict(list)
        for film, key, score in sorted(films, key=lambda each: (-each[2], each[0])):
            for end in range(len(key) + 1):
                self.lists[key[:end]].append(film)
    def top(self, prefix, k):
        return self.lists.get(prefix, [])[:k]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% right="a trie of nodes, sorted once, tuples"
class Node:
    def __init__(self):
        self.children, self.films = {}, []
class PrefixIndex:
    def __init__(self, films):
        self.root = Node()
        for film in sorted(films, key=lambda each: (-each[2], each[0])):
            node = self.root
            node.films.append(film[0])
            for char in film[1]:
                node = node.children.setdefault(char, Node())
                node.films.append(film[0])
    def top(self, prefix, k):
        node = self.root
        for char in prefix:
            node = node.children.get(char)
            if node is None:
                return ()
        return tuple(node.films[:k])

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% right="NumPy ranks"
import numpy as np
class PrefixIndex:
    def __init__(self, films):
        films = sorted(films, key=lambda film: film[1])
        self.keys = [key for _, key, _ in films]
        self.ids = np.array([film for film, _, _ in films], dtype=int)
        scores = np.array([score for _, _, score in films])
        self.ranks = np.argsort(np.lexsort((self.ids, -scores)))
    def top(self, prefix, k):
        low, high = prefix_range(self.keys, prefix)
        order = np.argsort(self.ranks[low:high])[:k]
        return self.ids[low:high][order]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% right="walks over the matches only"
import bisect
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted(films, key=lambda film: film[1])
        self.keys = [film[1] for film in self.rows]
    def top(self, prefix, k):
        at, found = bisect.bisect_left(self.keys, prefix), []
        while at < len(self.keys) and self.keys[at].startswith(prefix):
            found.append(self.rows[at])
            at += 1
        found.sort(key=lambda film: film[0])
        found.sort(key=lambda film: film[2], reverse=True)
        return [film for film, _, _ in found][:k]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% wrong="loses the film whose key is the prefix" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         low = bisect_left(self.keys, prefix)
#+         low = bisect_right(self.keys, prefix)

# %% wrong="z as the end" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         high = bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])
#+         high = bisect_right(self.keys, prefix + 'z')

# %% wrong="ignores films without views" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         self.rows = sorted((key, -score, film) for film, key, score in films)
#+         self.rows = sorted((key, -score, film) for film, key, score in films if score)

# %% wrong="nothing for the empty prefix" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-     def top(self, prefix, k):
#+     def top(self, prefix, k):
#+         if not prefix:
#+             return []

# %% wrong="keeps ten films a prefix" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         return [film for _, film in best]
#+         return [film for _, film in best][:10]

# %% wrong="None where nothing matches" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         return [film for _, film in best]
#+         return [film for _, film in best] or None

# %% wrong="keys instead of ids" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-         best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
#+         best = heapq.nsmallest(k, ((row[1], row[0]) for row in self.rows[low:high]))

# %% wrong="sorts the list that it is given" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-     def __init__(self, films):
#+     def __init__(self, films):
#+         films.sort(key=lambda film: film[1])

# %% wrong="the first prefix for all" caught_by="the films that start with the prefix" of="sorted keys and a heap"
#-     return [index.top(prefix, k) for prefix in prefixes]
#+     return [index.top(prefixes[0], k) for prefix in prefixes]

# %% wrong="one film a key" caught_by="the films that start with the prefix" of="a trie of dicts"
#-             node.setdefault(None, []).append((-score, film))
#+             node[None] = [(-score, film)]

# %% wrong="fails for an unknown prefix" caught_by="the films that start with the prefix" of="a trie of dicts"
#-             if char not in node:
#-                 return []

# %% wrong="one index for all" caught_by="the films that start with the prefix" of="a trie of dicts"
#- class PrefixIndex:
#+ class PrefixIndex:
#+     root = {}
#
#-         self.root = {}

# %% wrong="keys of at most three letters" caught_by="the films that start with the prefix" of="a trie of dicts"
#-             for char in key:
#+             for char in key[:3]:

# %% wrong="keys of at most ten letters" caught_by="the films that start with the prefix" of="a trie of dicts"
#-             for char in key:
#+             for char in key[:10]:
#
#-         for char in prefix:
#+         for char in prefix[:10]:

# %% wrong="worst first" caught_by="best score first, then the smaller id, at most k" of="sorted keys and a heap"
#-         self.rows = sorted((key, -score, film) for film, key, score in films)
#+         self.rows = sorted((key, score, film) for film, key, score in films)

# %% wrong="by title on ties" caught_by="best score first, then the smaller id, at most k" of="sorted keys and a heap"
#-         best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
#+         best = sorted((row[1:] for row in self.rows[low:high]), key=lambda each: each[0])[:k]

# %% wrong="the first k matches, then sorted" caught_by="best score first, then the smaller id, at most k" of="sorted keys and a heap"
#-         best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
#+         best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high][:k]))

# %% wrong="the larger id on ties" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-             node.setdefault(None, []).append((-score, film))
#+             node.setdefault(None, []).append((score, film))
#
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found, reverse=True)[:k]]

# %% wrong="the order of the list on ties" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found, key=lambda each: each[0])[:k]]

# %% wrong="compares whole numbers" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found, key=lambda e: (int(e[0]), e[1]))[:k]]

# %% wrong="all matches for k = 0" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found)[:k or None]]

# %% wrong="ignores k" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found)]

# %% wrong="compares scores as text" caught_by="best score first, then the smaller id, at most k" of="a trie of dicts"
#-         return [film for _, film in sorted(found)[:k]]
#+         return [film for _, film in sorted(found, key=lambda e: (str(e[0]), e[1]))[:k]]

# %% wrong="rebuilds the list of keys at each lookup" caught_by="a lookup does not read all films"
from bisect import bisect_left, bisect_right
import heapq
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted((key, -score, film) for film, key, score in films)
    def top(self, prefix, k):
        self.keys = [row[0] for row in self.rows]
        low = bisect_left(self.keys, prefix)
        high = bisect_right(self.keys, prefix, key=lambda key: key[:len(prefix)])
        best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
        return [film for _, film in best]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% wrong="contains instead of starts with" caught_by="the films that start with the prefix"
class PrefixIndex:
    def __init__(self, films):
        self.films = films
    def top(self, prefix, k):
        found = sorted((-score, film) for film, key, score in self.films if prefix in key)
        return [film for _, film in found[:k]]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]

# %% wrong="the k best of all films, then filtered" caught_by="best score first, then the smaller id, at most k" of="contains instead of starts with"
#-         self.films = films
#+         self.films = sorted((-score, film, key) for film, key, score in films)
#
#-         found = sorted((-score, film) for film, key, score in self.films if prefix in key)
#-         return [film for _, film in found[:k]]
#+         return [film for _, film, key in self.films[:k] if key.startswith(prefix)]

# %% wrong="brute force" caught_by="a lookup does not read all films" of="contains instead of starts with"
#-         self.films = films
#+         self.films = sorted((-score, film, key) for film, key, score in films)
#
#-         found = sorted((-score, film) for film, key, score in self.films if prefix in key)
#-         return [film for _, film in found[:k]]
#+         found = [film for _, film, key in self.films if key.startswith(prefix)]
#+         return found[:k]

# %% wrong="sorts at the first lookup" caught_by="a lookup does not read all films" of="rebuilds the list of keys at each lookup"
#- import heapq
#
#-         self.rows = sorted((key, -score, film) for film, key, score in films)
#+         self.films, self.rows = films, None
#
#-         self.keys = [row[0] for row in self.rows]
#+         if self.rows is None:
#+             self.rows = sorted((key, -score, film) for film, key, score in self.films)
#+             self.keys = [row[0] for row in self.rows]
#
#-         best = heapq.nsmallest(k, (row[1:] for row in self.rows[low:high]))
#-         return [film for _, film in best]
#+         return [film for _, film in sorted(row[1:] for row in self.rows[low:high])[:k]]

# %% wrong="a drawer for each first letter" caught_by="a lookup does not read all films" of="contains instead of starts with"
#-         self.films = films
#+         self.drawers = {}
#+         for film, key, score in films:
#+             for start in {"", key[:1]}:
#+                 self.drawers.setdefault(start, []).append((-score, film, key))
#
#-         found = sorted((-score, film) for film, key, score in self.films if prefix in key)
#-         return [film for _, film in found[:k]]
#+         drawer = self.drawers.get(prefix[:1], [])
#+         found = sorted(each for each in drawer if each[2].startswith(prefix))
#+         return [film for _, film, _ in found[:k]]

# %% wrong="walks from the start to the matches" caught_by="a lookup does not read all films"
class PrefixIndex:
    def __init__(self, films):
        self.rows = sorted((key, -score, film) for film, key, score in films)
    def top(self, prefix, k):
        found = []
        for key, score, film in self.rows:
            if key.startswith(prefix):
                found.append((score, film))
            elif key > prefix:
                break
        return [film for _, film in sorted(found)[:k]]

def suggest(films, prefixes, k):
    index = PrefixIndex(films)
    return [index.top(prefix, k) for prefix in prefixes]
