# Read a result folder of reconfig with R; no packages are needed.
#
#     Rscript examples/read_results.R out/london-2010
#
# Prints what each structure saves, with its range, which structures differ for sure, and which bodies lose most capacity.

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "out/london-2010"

# Codes and names are text: without colClasses, R takes a code 007 for the number 7; without na.strings, a code NA for a
# missing value. Only an empty cell is missing. INF, for what never comes, is read as Inf.
table_of <- function(name) {
  file <- file.path(folder, paste0(name, ".csv"))
  header <- names(read.csv(file, nrows = 1, encoding = "UTF-8"))
  text <- intersect(c("structure", "name", "first", "second", "code", "sector"), header)
  read.csv(file, encoding = "UTF-8", na.strings = "", colClasses = setNames(rep("character", length(text)), text))
}

outcomes <- table_of("outcomes")
differences <- table_of("differences")
bodies <- table_of("commissioners")

# One row a structure, one column a statistic: the lasting saving, from thousands to millions.
saving <- tapply(outcomes$steady_saving_k / 1000, list(outcomes$name, outcomes$statistic), sum)
saving <- saving[order(-saving[, "mean"]), c("mean", "p05", "p95")]
cat("Lasting saving, millions a year\n")
print(round(saving, 1))

# The difference of two structures has a range of its own, draw by draw; never subtract two ranges. Where its 5th to 95th
# percentile leaves out 0, one of the two is ahead in at least 95 of 100 draws.
npv <- subset(differences, outcome == "structure_npv_k")
clear <- subset(npv, p05 > 0 | p95 < 0)
cat("\nPairs of which one has the higher net present value in at least 95 of 100 draws:", nrow(clear), "of", nrow(npv), "\n")

# Bodies, at central values: who loses most capacity when the target is due, against doing nothing.
losers <- head(bodies[order(bodies$capacity_against_status_quo), ], 5)
losers$points <- round(100 * losers$capacity_against_status_quo, 1)
cat("\nCapacity when the target is due, points against the status quo\n")
print(losers[, c("structure", "name", "points")], row.names = FALSE)
