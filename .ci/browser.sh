#!/usr/bin/env bash
# Installs what the tests of reports in a real browser need, where it is missing: Chromium, Node.js and pdftotext from Debian's packages,
# and from npm what drives the one (playwright-core, without a browser of its own) and checks accessibility (axe-core).
# Where that cannot be had the tests are skipped by name, and this script says why.
set -euo pipefail
cd "$(dirname "$0")/browser"
if ! command -v chromium >/dev/null || ! command -v npm >/dev/null || ! command -v pdftotext >/dev/null; then
	if ! command -v apt-get >/dev/null || [ "$(id -u)" != 0 ]; then
		echo "no browser: install Chromium, Node.js, npm and pdftotext to test reports in one" >&2
		exit 0
	fi
	packages=(chromium fonts-liberation poppler-utils)
	command -v npm >/dev/null || packages+=(nodejs npm)
	apt-get update -qq
	DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}" >/dev/null
fi
npm install --no-audit --no-fund --silent
