#!/bin/sh
# Guess: a tool that sorts a file gives the cells back as they were, and codes of a digit and a letter are text to it.
# Seen: csvsort of csvkit takes 5D for five days and 2H for two hours, where all of a column look like times, and writes them so. A 0
# and a 1 become False and True. --no-inference prevents both, but then 10 comes before 9.
# Takes Debian 12's packages of csvkit and agate; python3 and what they need must be installed (apt-get install csvkit).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.0.7-1 agate=1.6.3-2
apt-get download "python3-csvkit=$version" "csvkit=$version" "python3-agate=$agate" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
printf 'code,saving\n5D,1\n2H,0\n' > bodies.csv
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 usr/bin/csvsort -c saving bodies.csv | tr '\n' ' ')
want='code,saving 2:00:00,False "5 days, 0:00:00",True '
echo "csvkit $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
