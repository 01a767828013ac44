#!/bin/sh
# Guess: a file called .csv, with as many commas in each line, is split at the commas.
# Seen: where a cell in quotes holds a comma, Gnumeric may split at minus signs instead, without a word: of "b, c",-2 it makes b, c and
# 2, so that the number loses its sign, and other lines are not split at all. Without quotes it splits at the commas.
# Needs Gnumeric as Debian 12 has it (apt-get install gnumeric).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.12.55-1
[ "$(dpkg-query -W -f '${Version}' gnumeric 2>/dev/null)" = "$version" ] || { echo "gnumeric $version is not installed"; exit 2; }
split() { printf "$1" > in.csv && /usr/bin/ssconvert in.csv in.gnumeric 2>said && /usr/bin/ssconvert -O 'separator=; quote=|' in.gnumeric out.txt 2>said && tail -n 1 out.txt; }
got="$(split 'name,change\na,1\n"b, c",-2\n') and $(split 'name,change\na,1\nb,-2\n')"
want="|b, c|;2 and b;-2"
echo "gnumeric $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
