#!/usr/bin/env bash
# Prints THIRD_PARTY.md: the licence of all that is linked into the program or embedded in it, on each system that has a release.
# go-licenses (pinned in tools.mod) finds and names the licences of Go packages; `extra` adds what it does not see.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

stand_ins=$(go list -m -f '{{if .Replace}}--ignore {{.Path}}{{end}}' all) # ours, under other names

go build -modfile=tools.mod -o "$work/go-licenses" github.com/google/go-licenses/v2
for os in linux darwin windows; do # it warns that it cannot reach the network, which only addresses need
	GOOS=$os "$work/go-licenses" report ./cmd/reconfig --ignore reconfig $stand_ins --template .ci/third-party.tpl 2>>"$work/log"
done | grep -v -e '^$' -e '	Unknown$' | sort -u >"$work/found" || { cat "$work/log" >&2; exit 1; }

# extra MODULE FILE LICENCE WHAT: a licence that go-licenses does not see.
extra() {
	local directory version
	directory=$(go list -m -f '{{.Dir}}' "$1") version=$(go list -m -f '{{.Version}}' "$1")
	printf '%s\t%s\t%s\t%s\n' "$1${4:+ ($4)}" "$version" "$3" "$directory/$2" >>"$work/found"
}
extra github.com/go-fonts/liberation LICENSE-SIL OFL-1.1 'the fonts in it'
extra github.com/golang/freetype licenses/ftl.txt FTL ''
for name in "$(go list -m -f '{{.Dir}}' gonum.org/v1/gonum)"/THIRD_PARTY_LICENSES/*-LICENSE; do
	extra gonum.org/v1/gonum "THIRD_PARTY_LICENSES/${name##*/}" "$(sed 's/.*\/\(.*\)-LICENSE/\1/' <<<"$name")" 'parts of others'
done
printf '%s\t%s\t%s\t%s\n' 'Go: its library and run time' "$(sed -n 's/^go //p' go.mod) or newer" BSD-3-Clause "$(go env GOROOT)/LICENSE" >>"$work/found"
sort -u -o "$work/found" "$work/found"

cat <<'END'
# Software and fonts of others

All that is linked into the program or embedded in it, on Linux, macOS or Windows, with its licence. The texts follow the table.
Made by `make third-party`; do not edit. The project's own licence, and that of the Sobol' numbers, is in LICENSE.

Two need a word. github.com/golang/freetype can be had under either of two licences; we take the FreeType licence.
github.com/ajstarks/svgo is under Creative Commons Attribution: it is by Anthony Starks, and is used unchanged.

| what | version | licence | text |
|---|---|---|---|
END
number=0
declare -A text # number of a text, by its hash
while IFS=$'\t' read -r name version licence file; do
	hash=$(sha256sum <"$file")
	if [ -z "${text[$hash]:-}" ]; then
		number=$((number + 1)) text[$hash]=$number
		{
			printf '\n## Text %d\n\n```text\n' "$number"
			sed -e 's/\r$//' -e 's/[[:space:]]*$//' "$file"
			printf '```\n'
		} >>"$work/texts"
	fi
	printf '| %s | %s | %s | [%d](#text-%d) |\n' "$name" "$version" "$licence" "${text[$hash]}" "${text[$hash]}"
done <"$work/found"
cat "$work/texts"
