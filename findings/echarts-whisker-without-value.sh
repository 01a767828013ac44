#!/bin/sh
# Guess: the whisker of a box ends at the furthest value within one and a half boxes, and a value that is null is none.
# Seen: prepareBoxplotData of ECharts ends it at the fence itself: of 1, 2, 3, 4 and 100 at 7, where there is no value. A null
# counts as 0, so that of 1, null and 3 the least is 0 and the median 1.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=6.1.0
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "echarts@$version"
cat > main.js <<'JS'
const prepare = require("echarts/lib/chart/boxplot/prepareBoxplotData.js").default;
for (const values of [[1, 2, 3, 4, 100], [1, null, 3]]) console.log(JSON.stringify(prepare([values]).boxData[0].slice(1)));
JS
got=$(node main.js | tr '\n' ' ')
want="[1,2,3,4,7] [0,0.5,1,2,3] "
echo "ECharts $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
