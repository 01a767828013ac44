#!/bin/sh
# Guess: a program that opens a spreadsheet takes its first row for names, also if it is marked to be repeated on each printed page.
# Seen: gretl does not see a row that is marked so in an OpenDocument file. Of numbers alone, the columns become v1, v2, without a
# word; where a column holds text, it takes the first row of values for names, and stops.
# Takes Debian 12's package of gretl; what it needs must be installed (apt-get install gretl). The sheet is of python3 alone.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=2022c-1
apt-get download "gretl=$version" "libgretl1=$version" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.py <<'PY'
import zipfile

kind = "application/vnd.oasis.opendocument.spreadsheet"
space = "urn:oasis:names:tc:opendocument:xmlns:"


def cell(value):
    kind = "string" if isinstance(value, str) else f'float" office:value="{value}'
    return f'<table:table-cell office:value-type="{kind}"><text:p>{value}</text:p></table:table-cell>'


def row(*values):
    return "<table:table-row>" + "".join(map(cell, values)) + "</table:table-row>"


def save(name, header):
    body = header + row(5, 10) + row(6, 20)
    with zipfile.ZipFile(name, "w") as file:
        file.writestr("mimetype", kind)
        file.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{space}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>')
        file.writestr("content.xml", f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0" xmlns:text="{space}text:1.0" office:version="1.2"><office:body><office:spreadsheet><table:table table:name="cells"><table:table-column table:number-columns-repeated="2"/>{body}</table:table></office:spreadsheet></office:body></office:document-content>')


save("plain.ods", row("years", "cost"))
save("repeated.ods", "<table:table-header-rows>" + row("years", "cost") + "</table:table-header-rows>")
PY
/usr/bin/python3 main.py
library=$(dirname "$(find usr -name 'libgretl-1.0.so.*' | head -n 1)")
got=
for sheet in plain repeated; do
	printf 'open %s.ods --quiet\nprintf "found: %%s\\n", varname(1)\n' "$sheet" > main.inp
	LD_LIBRARY_PATH=$library usr/bin/gretlcli -b main.inp > said 2>&1 || { cat said; exit 2; }
	got="$got$sheet $(sed -n 's/^found: //p' said) "
done
want="plain years repeated v1 "
echo "gretl $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
