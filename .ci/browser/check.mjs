// Looks at reports: options has files, and whether the look is long. Everything is read from files; any request is a fault.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { all, checkAccess, checkWidth, colours, look, open, plain } from "./page.mjs";

// The widths and schemes in which a report is looked at, with the rules of access if there is little time. Then they are all but the
// last for the first report, and the first for every other.
const looks = [[1280, "light", all], [320, "light", plain], [1280, "dark", colours], [768, "light", all]];

// Every sortable table is sorted by its second column, with the keyboard, highest first and then lowest first.
async function checkSorting(page, where, fault) {
  const button = page.locator("table.sortable thead th:nth-child(2) button").first();
  if (await button.count() === 0) return;
  for (const [order, sign] of [["descending", -1], ["ascending", 1]]) {
    await button.press("Enter");
    const values = await page.locator("table.sortable").first().locator("tbody tr td:nth-child(2)").evaluateAll(cells => cells.map(c => Number(c.dataset.value)));
    if (values.some((v, i) => i > 0 && sign * (v - values[i - 1]) < 0)) fault(where, "is not sorted", order, values);
    if (await page.locator("th[aria-sort=" + order + "]").count() !== 1) fault(where, "does not say that it is sorted", order);
  }
}

// The first key leads past the contents, and what has the focus shows it.
async function checkKeyboard(page, where, fault) {
  await page.keyboard.press("Tab");
  const skip = await page.evaluate(() => ({ text: document.activeElement.textContent, top: document.activeElement.getBoundingClientRect().top, outline: getComputedStyle(document.activeElement).outlineStyle }));
  if (!skip.text.startsWith("Skip") || skip.top < 0 || skip.outline === "none") fault(where, "the skip link is not seen", JSON.stringify(skip));
  await page.keyboard.press("Enter");
  if (await page.evaluate(() => document.activeElement.id) !== "main") fault(where, "the skip link does not lead to the report");
}

// A click saves a table, behind the mark by which Excel knows its letters.
async function checkSaving(page, where, fault) {
  const link = page.locator('a[download="summary.csv"]');
  const [saved] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const content = readFileSync(await saved.path(), "utf8");
  if (saved.suggestedFilename() !== await link.getAttribute("download") || !content.startsWith("\uFEFFstructure,")) fault(where, "saves", saved.suggestedFilename(), content.slice(0, 40));
}

// Names of a case may look like scripts, as those of the test that set changed; none may run, and without scripts nothing is missing.
async function checkScripts(browser, page, file, fault) {
  const scripts = await page.evaluate(() => [document.querySelectorAll("script").length, window.changed !== undefined]);
  if (scripts[0] !== 1 || scripts[1]) fault(file, "runs scripts that are not its own", scripts);
  const still = await open(browser, fault, pathToFileURL(file).href, { scripts: false });
  const count = p => p.evaluate(() => document.querySelectorAll("section, table, figure, tr").length);
  if (await count(still) !== await count(page)) fault(file, "shows less without scripts");
  await still.close();
}

// No letter in print is smaller than 8 points, drawings among them. No figure leaves its section, or cuts a list there.
async function checkPrint(page, where, fault) {
  await page.setViewportSize({ width: 658, height: 900 }); // the width of the text on A4
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  const least = await page.evaluate(() => {
    let least = Infinity;
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const e = walk.currentNode.parentElement;
      if (!walk.currentNode.textContent.trim() || e.closest("title, desc, script, style") || e.getClientRects().length === 0) continue;
      const svg = e.closest("svg");
      const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      least = Math.min(least, parseFloat(getComputedStyle(e).fontSize) * scale * 0.75);
    }
    return least;
  });
  if (least < 7.95) fault(where, "has letters of", least, "points in print");
  const outside = await page.evaluate(() => Array.from(document.querySelectorAll("figure")).filter(function (figure) {
    const own = figure.getBoundingClientRect(), around = figure.closest("section").getBoundingClientRect();
    return getComputedStyle(figure).float !== "none" || own.top < around.top || own.bottom > around.bottom + 1;
  }).map(figure => figure.id));
  if (outside.length > 0) fault(where, "has", outside.join(", "), "outside their sections in print");
  await checkWidth(page, where + " in print", fault);
}

// The main part is printed on four pages at most. Each but the last is filled to its lower half, and of large cases the last to three tenths. The
// appendix is printed where its box is ticked. pdftotext says where each word stands; the lowest are the page’s number.
async function checkPages(page, file, fault) {
  await page.emulateMedia({ media: null, colorScheme: "light" });
  const print = async function () {
    writeFileSync(file + ".pdf", await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    const words = execFileSync("pdftotext", ["-bbox", file + ".pdf", "-"], { encoding: "utf8" }).split("<page ").slice(1);
    return words.map(p => ({ text: p, height: Number(p.match(/height="([\d.]+)"/)[1]), ends: Array.from(p.matchAll(/yMax="([\d.]+)"/g), m => Number(m[1])) }));
  };
  const pages = await print(), large = /(london|england)[^/]*$/.test(file);
  if (pages.length > 4) fault(file, "is printed on", pages.length, "pages");
  pages.forEach(function (p, i) {
    const number = Math.max(...p.ends), least = i + 1 < pages.length ? 0.5 : large ? 0.3 : 0;
    const filled = Math.max(...p.ends.filter(y => y < number - 2)) / p.height;
    if (filled < least) fault(file, "fills page", i + 1, "to", filled);
  });
  if (!pages.at(-1).text.includes(">tick</word>")) fault(file, "does not say how the appendix is printed");
  await page.check("#print-all");
  const all = await print();
  if (all.length <= pages.length || all.some(p => p.text.includes(">tick</word>"))) fault(file, "prints", all.length, "pages with the appendix, and", pages.length, "without");
  await page.uncheck("#print-all");
}

export default async function (browser, fault, { files, long }) {
  for (const file of files) {
    const page = await open(browser, fault, pathToFileURL(file).href, {});
    await checkKeyboard(page, file, fault);
    await checkScripts(browser, page, file, fault);
    for (const [width, scheme, rules] of looks.slice(0, long ? 4 : file === files[0] ? 3 : 1)) {
      const where = `${file} at ${width} px, ${scheme}`;
      await look(page, width, scheme);
      await checkWidth(page, where, fault);
      await checkAccess(page, where, fault, long ? all : file === files[0] ? rules : plain);
    }
    await checkSorting(page, file, fault);
    await checkSaving(page, file, fault);
    if (long || file === files[0]) await checkPages(page, file, fault);
    await checkPrint(page, file, fault);
    await page.close();
  }
}
