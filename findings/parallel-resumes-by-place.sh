#!/bin/sh
# Guess: GNU parallel with --resume runs what has not run yet, and what has failed.
# Seen: it goes by the place in the list. With 0 put before 1, 2 and 3 it skips 0 and runs 3 again. A job that failed counts as
# run, and the second call ends with status 0. --resume-failed runs it.
# Takes Debian 12's package of parallel; perl must be installed.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=20221122+ds-2
apt-get download "parallel=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x parallel_*.deb .
run() { HOME=$dir PARALLEL_HOME=$dir usr/bin/parallel --will-cite -j1 --joblog "$@" 2>/dev/null; }
run first echo ::: 1 2 3 >/dev/null
again=$(run first --resume echo ::: 0 1 2 3 | tr '\n' ' ')
run second 'test {} != 2' ::: 1 2 3 || failed=$?
later=$(run second --resume 'echo {}' ::: 1 2 3)
got="again $again, failed $failed, later nothing${later} with status $?, $(run second --resume-failed 'echo {}' ::: 1 2 3)"
want="again 3 , failed 1, later nothing with status 0, 2"
echo "parallel $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
