# Read a result folder of reconfig with R; no packages are needed.
#
#     Rscript examples/read_results.R out/london-2010
#
# Prints what each structure saves, with its range, which structures differ for sure, and which bodies lose most capacity.

arguments <- commandArgs(trailingOnly = TRUE)
folder <- if (length(arguments) > 0) arguments[1] else "out/london-2010"
table_of <- function(name, ...) read.csv(file.path(folder, paste0(name, ".csv")), encoding = "UTF-8", na.strings = "", ...)

# Codes are text: without colClasses, R takes a code such as 007 for the number 7. Only an empty cell is missing: without
# na.strings, R takes the code NA for a missing value.
outcomes <- table_of("outcomes")
differences <- table_of("differences")
bodies <- table_of("commissioners", colClasses = c(code = "character", sector = "character"))

# One row a structure, one column a statistic: the lasting saving, from thousands to millions.
saving <- tapply(outcomes$steady_saving_k / 1000, list(outcomes$name, outcomes$statistic), sum)
saving <- saving[order(-saving[, "mean"]), c("mean", "p05", "p95")]
cat("Lasting saving, millions a year\n")
print(round(saving, 1))

# The difference of two structures has a range of its own, draw by draw; never subtract two ranges.
npv <- subset(differences, outcome == "structure_npv_k")
clear <- subset(npv, p05 > 0 | p95 < 0)
cat("\nPairs whose net present values differ in at least 90 % of draws:", nrow(clear), "of", nrow(npv), "\n")

# Bodies, at central values: who loses most capacity when the target is due, against doing nothing.
losers <- head(bodies[order(bodies$capacity_against_status_quo), ], 5)
losers$points <- round(100 * losers$capacity_against_status_quo, 1)
cat("\nCapacity when the target is due, points against the status quo\n")
print(losers[, c("structure", "name", "points")], row.names = FALSE)
