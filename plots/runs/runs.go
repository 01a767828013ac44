package runs

// tie is the difference in per cent below which two structures count as equal.
const tie = 0.05
