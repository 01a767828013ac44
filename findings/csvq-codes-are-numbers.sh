#!/bin/sh
# Guess: csvq, SQL on CSV files whose cells are all text, joins codes that are the same text, and no others.
# Seen: texts that look like numbers are compared as numbers: 001 joins 1, and 5E1 joins 50. A code NaN joins nothing, not even itself,
# so that its row is lost. GROUP BY puts 001 and 1 together, but not 5E1 and 50.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
version=v1.18.1
go mod init finding >/dev/null 2>&1
go get "github.com/mithrandie/csvq@$version" >said 2>&1 || { cat said; exit 2; }
go build -mod=mod -o csvq github.com/mithrandie/csvq >said 2>&1 || { cat said; exit 2; }
printf 'code\n001\n1\n5E1\n50\nNaN\nA1\n' > codes.csv
ask() { HOME=$dir ./csvq --without-header --format csv "$1" | tr '\n' ' '; }
got="$(ask "SELECT a.code || '=' || b.code FROM codes a JOIN codes b ON a.code = b.code")groups $(ask "SELECT code FROM codes GROUP BY code")"
want="001=001 001=1 1=001 1=1 5E1=5E1 5E1=50 50=5E1 50=50 A1=A1 groups 001 5E1 50 NaN A1 "
echo "csvq $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
