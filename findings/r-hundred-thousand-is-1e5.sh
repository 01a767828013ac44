#!/bin/sh
# Guess: the number 100000 equals the text 100000, as 100001 does, and write.csv writes it as it does 100001.
# Seen: R makes the text 1e+05 of it, as that is shorter. So merge finds no row for the code 100000, though it finds that of 100001,
# and a table that write.csv writes has 1e+05 for a hundred thousand people. So does fwrite of data.table; readr writes 100000.
# Needs R with the packages readr and data.table.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=4.2.2
Rscript -e 'cat(paste(R.version$major, R.version$minor, sep = "."))' 2>/dev/null | grep -qx "$version" || { echo "R $version is not installed"; exit 2; }
cat > main.R <<'R'
codes <- c(100000, 100001)
cat(codes == c("100000", "100001"), merge(data.frame(code = c("100000", "100001")), data.frame(code = codes))$code, "")
write.csv(data.frame(people = codes), "base.csv", row.names = FALSE)
readr::write_csv(data.frame(people = codes), "readr.csv")
data.table::fwrite(data.frame(people = codes), "fwrite.csv")
for (name in c("base.csv", "readr.csv", "fwrite.csv")) cat(readLines(name)[2:3], "")
R
got=$(Rscript main.R 2>/dev/null)
want="FALSE TRUE 100001 1e+05 100001 100000 100001 1e+05 100001 "
echo "R $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
