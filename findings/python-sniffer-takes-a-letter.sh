#!/bin/sh
# Guess: asked for the separator of a plain CSV file, Python's csv.Sniffer names a mark: a comma, or says that it found none.
# Seen: where the text ends within a line, as the first 1,024 letters of a file do, which its page shows, it names the letter q: that
# stands once in each line, in "required" and "status-quo", and the last line has fewer commas. Of whole lines it names the comma.
# Takes the python3 that Debian 12 has.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=3.11.2
[ "$(/usr/bin/python3 --version 2>&1)" = "Python $version" ] || { echo "python3 $version is not installed"; exit 2; }
cat > main.py <<'PY'
import csv

text = """structure,size,bodies,population,cost_k,required_cost_k
status-quo,smallest,10,1949539,74547.9,37273.95
status-quo,middle,10,2510217,92386,46193
status-quo,largest,11,3386955,123066,61533
"""
print(*(csv.Sniffer().sniff(part).delimiter for part in (text, text[:120], text[:-9])))
PY
got=$(/usr/bin/python3 main.py)
want=", q q"
echo "Python $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
