// Package report is what the commands print: aligned tables and the sentences that say what is in them. It takes
// results and returns text; every figure in the text is computed from them.
//
// The package itself holds what all reports share: styles, tables, paragraphs, numbers, money, chances and words. What is
// printed of runs and comparisons is in runs, of analyses in analyses, of cases in cases.
package report
