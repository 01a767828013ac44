package results

// openDocumentFormat is all tables as the sheets of one OpenDocument spreadsheet.
var openDocumentFormat = inWorkbook("ods", "spreadsheet")
