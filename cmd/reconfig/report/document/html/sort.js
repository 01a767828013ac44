
// A click on a heading of a sortable table sorts its rows: numbers by the value behind them, highest first, words by the
// alphabet, what is no number last. Without this script the table stands in the order of the case. A table that takes the place of another is sorted as that was.
function sortable(table, like) {
  var body = table.tBodies[0];
  var headings = Array.from(table.tHead.rows[0].cells);
  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.getAttribute("data-value");
    if (value === null) return cell.textContent;
    return value === "INF" ? Infinity : value === "-INF" ? -Infinity : Number(value);
  }
  function compare(a, b) {
    if (typeof a === "string") return a.localeCompare(b, "en-GB");
    return a === b ? 0 : Math.sign(a - b);
  }
  function lacks(entry) { return Number.isNaN(entry.key); }
  function sort(column, descending) {
    headings.forEach(function (other) { other.removeAttribute("aria-sort"); });
    headings[column].setAttribute("aria-sort", descending ? "descending" : "ascending");
    Array.from(body.rows).map(function (row) { return { row: row, key: key(row, column) }; })
      .sort(function (a, b) {
        if (lacks(a) || lacks(b)) return lacks(a) - lacks(b);
        return descending ? compare(b.key, a.key) : compare(a.key, b.key);
      })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }
  headings.forEach(function (heading, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = heading.textContent;
    heading.textContent = "";
    heading.appendChild(button);
    button.addEventListener("click", function () {
      var numbers = typeof key(body.rows[0], column) === "number";
      var before = heading.getAttribute("aria-sort");
      sort(column, before ? before === "ascending" : numbers);
    });
  });
  if (!like) return;
  Array.from(like.tHead.rows[0].cells).forEach(function (heading) {
    var order = heading.getAttribute("aria-sort");
    var column = headings.findIndex(function (other) { return other.textContent === heading.textContent; });
    if (order) if (column >= 0) sort(column, order === "descending");
  });
}
document.querySelectorAll("table.sortable").forEach(function (table) { sortable(table, null); });
