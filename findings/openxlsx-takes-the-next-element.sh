#!/bin/sh
# Guess: a workbook of one bold cell, written by excelize and saved again by openxlsx, is one that opens.
# Seen: excelize writes an empty element as two tags, which is the same in XML. openxlsx takes the attributes of the next element
# for those of the first, and writes a file of styles that is no XML, without a warning. Where they are one tag all is well.
# Takes Debian 12's package of openxlsx; R, the packages that it needs, Go and python3 must be installed (apt-get install
# r-cran-openxlsx).
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
cat > main.go <<'GO'
package main

import "github.com/xuri/excelize/v2"

func main() {
	f := excelize.NewFile()
	style, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true, Family: "Calibri", Size: 14}})
	if err != nil {
		panic(err)
	}
	if err := f.SetCellValue("Sheet1", "A1", "title"); err != nil {
		panic(err)
	}
	if err := f.SetCellStyle("Sheet1", "A1", "A1", style); err != nil {
		panic(err)
	}
	if err := f.SaveAs("two.xlsx"); err != nil {
		panic(err)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get github.com/xuri/excelize/v2@v2.11.1 2>said || { cat said; exit 2; }
go run .
version=4.2.5.2-1
apt-get download "r-cran-openxlsx=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x r-cran-openxlsx_*.deb .
cat > one.py <<'PY'
import re, zipfile
with zipfile.ZipFile("two.xlsx") as old, zipfile.ZipFile("one.xlsx", "w") as new:
    for name in old.namelist():
        part = old.read(name)
        if name == "xl/styles.xml":
            part = re.sub(rb"<(\w+)((?: [^<>]*[^<>/])?)></\1>", rb"<\1\2/>", part)
        new.writestr(name, part)
PY
python3 one.py
cat > main.R <<'R'
library(openxlsx, lib.loc = c("usr/lib/R/site-library", .libPaths()))
for (name in c("two", "one")) saveWorkbook(loadWorkbook(paste0(name, ".xlsx")), paste0(name, "-saved.xlsx"))
R
Rscript main.R
cat > look.py <<'PY'
import xml.dom.minidom, zipfile
for name in ("two", "one"):
    try:
        xml.dom.minidom.parseString(zipfile.ZipFile(name + "-saved.xlsx").read("xl/styles.xml"))
        print("of", name, "XML", end="; ")
    except Exception as e:
        print("of", name, type(e).__name__, end="; ")
PY
got=$(python3 look.py)
want="of two ExpatError; of one XML; "
echo "openxlsx $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
