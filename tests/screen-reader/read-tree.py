"""
The accessibility tree of one program of this desktop, as JSON, by AT-SPI.

Usage: read-tree.py NAME, a part of the program's name in lower case. Prints the list of the
program's top nodes, each {"role", "name", "text", "children"}; an empty list where there is none.
Nodes deeper than MAX_DEPTH and text after MAX_TEXT are left out.
"""
import json
import sys

import pyatspi

MAX_DEPTH = 60
MAX_TEXT = 20_000


def read(node, depth=0):
    text = ""
    try:
        accessible = node.queryText()
        text = accessible.getText(0, min(accessible.characterCount, MAX_TEXT))
    except NotImplementedError:
        pass
    children = []
    if depth < MAX_DEPTH:
        for child in node:
            try:
                if child is not None:
                    children.append(read(child, depth + 1))
            except Exception:
                # A node that went away while the tree was read: the next reading shows what it became.
                continue
    return {"role": node.getRoleName(), "name": node.name or "", "text": text, "children": children}


programs = []
for program in pyatspi.Registry.getDesktop(0):
    if program is not None and sys.argv[1] in (program.name or "").lower():
        programs.append(read(program))
json.dump(programs, sys.stdout)
