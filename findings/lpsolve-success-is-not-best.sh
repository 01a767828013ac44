#!/bin/sh
# Guess: what lpSolve calls a success is the best choice, or one within a small gap of it.
# Seen: of six groups, of which each of three bodies must be in just one, it takes two that cost 64.4 and reports success. The
# third and the sixth cost 42.3 and serve as well. With two inequalities for each equality it finds them.
# Takes Debian 12's package of lpSolve; R must be installed.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=5.6.18-1
apt-get download "r-cran-lpsolve=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-lpsolve_*.deb .
cat > main.R <<'R'
library(lpSolve, lib.loc = c("usr/lib/R/site-library", .libPaths()))
cost <- c(5, 59.4, 30.1, 18.1, 52.6, 12.2)
groups <- rbind(c(0, 1, 0, 1, 0, 1), c(1, 0, 0, 0, 1, 1), c(1, 0, 1, 1, 1, 0)) # a row for each body
equal <- lp("min", cost, groups, rep("=", 3), rep(1, 3), all.bin = TRUE)
twice <- lp("min", cost, rbind(groups, groups), rep(c("<=", ">="), each = 3), rep(1, 6), all.bin = TRUE)
for (found in list(equal, twice)) cat(sprintf("status %d, groups %s, cost %.1f; ", found$status, paste(which(found$solution == 1), collapse = " and "),
                                              found$objval))
R
got=$(Rscript main.R)
want="status 0, groups 1 and 2, cost 64.4; status 0, groups 3 and 6, cost 42.3; "
echo "lpSolve $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
