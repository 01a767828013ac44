#!/bin/sh
# Guess: augmentLHS, which is said to keep the Latin properties, gives a Latin hypercube, or refuses where that cannot be.
# Seen: if 2 points are added to 4, it is one in 122 of 200 cases: in the others a sixth of the range holds two points and another none,
# without a word. If the points are doubled, it is one in all.
# Takes Debian 12's package of lhs; R must be installed (apt-get install r-base-core r-cran-rcpp).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.1.6-1
apt-get download "r-cran-lhs=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-lhs_*.deb .
cat > main.R <<'R'
library(lhs, lib.loc = c("usr/lib/R/site-library", .libPaths()))
latin <- function(points) all(apply(points, 2, function(x) all(sort(ceiling(x * nrow(points))) == seq_len(nrow(points)))))
set.seed(3)
for (more in c(2, 4)) cat(sprintf("4 and %d: %d of 200; ", more, sum(replicate(200, latin(augmentLHS(randomLHS(4, 2), more))))))
R
got=$(Rscript main.R)
want="4 and 2: 122 of 200; 4 and 4: 200 of 200; "
echo "lhs $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
