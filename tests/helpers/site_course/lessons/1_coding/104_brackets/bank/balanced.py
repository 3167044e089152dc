# %% right="erases pairs"
def balanced(text):
    kept = "".join(char for char in text if char in "()[]{}")
    while kept != (shorter := kept.replace("()", "").replace("[]", "").replace("{}", "")):
        kept = shorter
    return not kept

# %% wrong="counts" caught_by="order"
def balanced(text):
    return True
