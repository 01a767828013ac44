#!/bin/sh
# Guess: a server in strict mode refuses INF and an empty cell where a number should be, and MEDIAN of numbers with all their digits has
# all its digits.
# Seen: MariaDB refuses them from a file of its own. With LOCAL, as clients must send theirs, both become 0, with a warning: what never
# comes is there at once. MEDIAN has ten decimals, so that of 3e-12 and 5e-12 it is 0.
# Needs MariaDB as Debian 12 has it (apt-get install mariadb-server). Starts a server of its own in the temporary folder, without a port.
set -eu
version=10.11.19
server=$(command -v mariadbd || echo /usr/sbin/mariadbd)
"$server" --version 2>/dev/null | grep -q "Ver $version-" || { echo "MariaDB $version is not installed"; exit 2; }
dir=$(mktemp -d) && trap 'kill "$(cat "$dir/data/pid" 2>/dev/null)" 2>/dev/null; sleep 2; rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
mkdir data && [ "$(id -u)" != 0 ] || chown mysql data
user=$(stat -c %U data)
mariadb-install-db --no-defaults --user="$user" --datadir="$dir/data" --auth-root-authentication-method=normal >said 2>&1 || { cat said; exit 2; }
"$server" --no-defaults --user="$user" --datadir="$dir/data" --socket="$dir/data/socket" --pid-file="$dir/data/pid" --skip-networking >said 2>&1 &
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do [ -S data/socket ] && break; sleep 1; done
printf 'merger,INF\nhub,\nstatus-quo,3.5\n' > years.csv
ask() { mariadb --no-defaults --user=root --socket="$dir/data/socket" --local-infile=1 --batch --skip-column-names --force --execute "$1" 2>&1; }
table="CREATE DATABASE IF NOT EXISTS finding; USE finding; CREATE OR REPLACE TABLE t (name VARCHAR(20), years DOUBLE);"
refused=$(ask "$table LOAD DATA INFILE '$dir/years.csv' INTO TABLE t FIELDS TERMINATED BY ',';" | grep -c 'ERROR 1366' || true)
got="refused $refused; local $(ask "$table LOAD DATA LOCAL INFILE '$dir/years.csv' INTO TABLE t FIELDS TERMINATED BY ','; SELECT years FROM t;" | tr '\n' ' ')"
got="$got; median $(ask "$table INSERT INTO t VALUES ('a', 3e-12), ('b', 5e-12); SELECT DISTINCT MEDIAN(years) OVER () FROM t;")"
want="refused 1; local 0 0 3.5 ; median 0.0000000000"
echo "MariaDB $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
