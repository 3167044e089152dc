# %% right="a dummy in front"
def merge_nodes(a, b):
    dummy = tail = Node(None)
    while a is not None and b is not None:
        if b.value < a.value:
            tail.next = b
            b = b.next
        else:
            tail.next = a
            a = a.next
        tail = tail.next
    tail.next = a if a is not None else b
    return dummy.next

# %% right="no dummy"
def merge_nodes(a, b):
    if a is None or b is None:
        return a or b
    first = b if b.value < a.value else a
    if first is a:
        a = a.next
    else:
        b = b.next
    last = first
    while a and b:
        if b.value < a.value:
            last.next, b = b, b.next
        else:
            last.next, a = a, a.next
        last = last.next
    last.next = a or b
    return first

# %% right="the nodes of b go into a"
def merge_nodes(a, b):
    head = Node(None, a)
    spot = head
    while b is not None:
        while spot.next is not None and spot.next.value <= b.value:
            spot = spot.next
        rest = b.next
        b.next = spot.next
        spot.next = b
        spot = b
        b = rest
    return head.next

# %% right="the two lists change places"
def merge_nodes(a: Node | None, b: Node | None) -> Node | None:
    class Start:
        next = None
    start = at = Start()
    mine, other, swapped = a, b, False
    while mine is not None and other is not None:
        take_other = other.value < mine.value or (swapped and not mine.value < other.value)
        if take_other:
            mine, other, swapped = other, mine, not swapped
        at.next = mine
        at, mine = mine, mine.next
    at.next = mine or other
    return start.next

# %% right="all nodes sorted by the standard library"
def merge_nodes(a, b):
    nodes = []
    for node in (a, b):
        while node is not None:
            nodes.append(node)
            node = node.next
    nodes.sort(key=lambda node: node.value)
    for node, after in zip(nodes, nodes[1:] + [None]):
        node.next = after
    return nodes[0] if nodes else None

# %% right="the standard library's merge of two generators"
import heapq

def walk(node):
    while node is not None:
        following = node.next
        yield node
        node = following

def merge_nodes(a, b):
    first = last = None
    for node in heapq.merge(walk(a), walk(b), key=lambda node: node.value):
        if last is None:
            first = node
        else:
            last.next = node
        last = node
    if last is not None:
        last.next = None
    return first

# %% right="whole runs at a time"
def merge_nodes(a, b):
    if not a or not b:
        return a or b
    if b.value < a.value:
        result = b
        while b.next and b.next.value < a.value:
            b = b.next
        b.next, b = a, b.next
    else:
        result = a
    while b:
        while a.next and not b.value < a.next.value:
            a = a.next
        after, a.next = a.next, b
        if after is None:
            break
        while b.next and b.next.value < after.value:
            b = b.next
        b.next, b = after, b.next
        a = after
    return result

# %% right="from the back, on lists turned round"
def turned(node):
    before = None
    while node is not None:
        node.next, before, node = before, node, node.next
    return before

def merge_nodes(a, b):
    a, b, result = turned(a), turned(b), None
    while a is not None or b is not None:
        if b is None or (a is not None and b.value < a.value):
            a.next, result, a = result, a, a.next
        else:
            b.next, result, b = result, b, b.next
    return result

# %% wrong="what is left is lost" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     tail.next = a if a is not None else b

# %% wrong="what is left of b is lost" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     tail.next = a if a is not None else b
#+     tail.next = a

# %% wrong="what is left of a is lost" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     tail.next = a if a is not None else b
#+     tail.next = b

# %% wrong="gives back the dummy" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     return dummy.next
#+     return dummy

# %% wrong="gives back the last node" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     return dummy.next
#+     return tail

# %% wrong="gives back what is left of a" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     return dummy.next
#+     return a

# %% wrong="an empty list makes the result empty" caught_by="empty lists, and all of one first" of="no dummy"
#-         return a or b
#+         return None

# %% wrong="asks an empty list for its value" caught_by="empty lists, and all of one first" of="no dummy"
#-     if a is None or b is None:
#-         return a or b

# %% wrong="goes on until both are used up" caught_by="empty lists, and all of one first" of="a dummy in front"
#-     while a is not None and b is not None:
#+     while a is not None or b is not None:

# %% wrong="the tail stays where it is" caught_by="empty lists, and all of one first" of="a dummy in front"
#-         tail = tail.next

# %% wrong="moves on before it links" caught_by="empty lists, and all of one first"
def merge_nodes(a, b):
    dummy = tail = Node(None)
    while a is not None and b is not None:
        if b.value < a.value:
            b = b.next
            tail.next = b
        else:
            tail.next = a
            a = a.next
        tail = tail.next
    tail.next = a if a is not None else b
    return dummy.next

# %% wrong="gives back a list of values" caught_by="empty lists, and all of one first"
def merge_nodes(a, b):
    return sorted(values_of(a) + values_of(b))

# %% wrong="one list behind the other" caught_by="empty lists, and all of one first"
def merge_nodes(a, b):
    if a is None:
        return b
    at = a
    while at.next is not None:
        at = at.next
    at.next = b
    return a

# %% wrong="one dummy for all calls, its link is kept" caught_by="the same nodes, relinked"
dummy = Node(None)

def merge_nodes(a, b):
    tail = dummy
    while a is not None and b is not None:
        if b.value < a.value:
            tail.next, b = b, b.next
        else:
            tail.next, a = a, a.next
        tail = tail.next
    if a is not None or b is not None:
        tail.next = a if a is not None else b
    return dummy.next

# %% wrong="takes b's where they are equal" caught_by="equal values: those of a first" of="a dummy in front"
#-         if b.value < a.value:
#+         if b.value <= a.value:

# %% wrong="equal ones leave together, as one" caught_by="equal values: those of a first" of="a dummy in front"
#-             tail.next = a
#+             tail.next = a
#+             if a.value == b.value:
#+                 b = b.next

# %% wrong="larger first" caught_by="empty lists, and all of one first" of="a dummy in front"
#-         if b.value < a.value:
#+         if b.value > a.value:

# %% wrong="a value that is false ends the list" caught_by="equal values: those of a first" of="a dummy in front"
#-     while a is not None and b is not None:
#+     while a is not None and b is not None and a.value and b.value:

# %% wrong="makes new nodes" caught_by="the same nodes, relinked"
def merge_nodes(a, b):
    return chain(sorted(values_of(a) + values_of(b)))

# %% wrong="makes a new node for each link" caught_by="the same nodes, relinked" of="a dummy in front"
#-             tail.next = b
#+             tail.next = Node(b.value)
#
#-             tail.next = a
#+             tail.next = Node(a.value)

# %% wrong="writes sorted values into the old nodes" caught_by="the same nodes, relinked"
def merge_nodes(a, b):
    values = sorted(values_of(a) + values_of(b))
    if a is None:
        return b
    last = a
    while last.next is not None:
        last = last.next
    last.next = b
    at = a
    for value in values:
        at.value = value
        at = at.next
    return a

# %% wrong="a copy of everything first" caught_by="the same nodes, relinked"
import copy

def merge_nodes(a, b):
    a, b = copy.deepcopy(a), copy.deepcopy(b)
    dummy = tail = Node(None)
    while a and b:
        if b.value < a.value:
            tail.next, b = b, b.next
        else:
            tail.next, a = a, a.next
        tail = tail.next
    tail.next = a or b
    return dummy.next

# %% wrong="a frame for each node" caught_by="100,000 nodes"
def merge_nodes(a, b):
    if a is None or b is None:
        return a or b
    if b.value < a.value:
        b.next = merge_nodes(a, b.next)
        return b
    a.next = merge_nodes(a.next, b)
    return a

# %% wrong="a frame for each node, and a higher limit" caught_by="100,000 nodes"
import sys

def merge_nodes(a, b):
    sys.setrecursionlimit(10**6)
    return merged(a, b)

def merged(a, b):
    if a is None or b is None:
        return a or b
    if b.value < a.value:
        b.next = merged(a, b.next)
        return b
    a.next = merged(a.next, b)
    return a

# %% wrong="walks from the start for each node" caught_by="100,000 nodes"
def merge_nodes(a, b):
    dummy = Node(None, a)
    while b is not None:
        at = dummy
        while at.next is not None and at.next.value <= b.value:
            at = at.next
        at.next, b.next, b = b, at.next, b.next
    return dummy.next

# %% wrong="looks for the end for each node" caught_by="100,000 nodes"
def merge_nodes(a, b):
    dummy = Node(None)
    while a is not None or b is not None:
        end = dummy
        while end.next is not None:
            end = end.next
        if a is None or (b is not None and b.value < a.value):
            new, b = b, b.next
        else:
            new, a = a, a.next
        new.next = None
        end.next = new
    return dummy.next
