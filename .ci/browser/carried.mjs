// Asks a report that carries its simulator: node carried.mjs CHROMIUM REPORT.html VALUE WANT.html [long [IMAGES]]
// REPORT is opened from the disk and the reduction that is asked for is changed to VALUE per cent. WANT is what the program itself
// reports with that value; with “long” it looks at widths, the dark and poor browsers too. Each part that is renewed must say the same. A line for each fault; ends with 1 if there is one.
import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const [program, file, value, want, long, images] = process.argv.slice(2);
const address = pathToFileURL(file).href, patience = 180_000;
let faults = 0;
function fault(...words) { faults++; console.log("fault:", ...words); }

async function open(browser, where, width, scheme, without) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  page.setDefaultTimeout(patience);
  page.on("request", r => { if (r.url() !== where && !r.url().startsWith("blob:")) fault("asks for", r.url().slice(0, 100)); });
  page.on("console", m => { if (m.type() === "error") fault(m.text()); });
  page.on("pageerror", e => fault(e.message));
  if (without) await page.addInitScript(name => { delete window[name]; }, without);
  await page.addInitScript(function () { // counts Workers
    const Real = window.Worker;
    window.workers = 0;
    if (Real) window.Worker = function (source) { window.workers++; return new Real(source); };
  });
  await page.goto(where);
  return page;
}
const fieldOf = page => page.locator('.control[data-name="target.reduction"] input[type=text]');
const answered = page => page.waitForFunction(() => {
  const steps = JSON.parse(document.getElementById("reconfig-model").textContent).steps;
  return document.getElementById("ask-said").textContent.startsWith(steps[steps.length - 1].toLocaleString("en-GB") + " draws");
});
// parts are the texts, values and drawings that an answer renews; links to data are left out.
const parts = page => page.locator(".renewed").evaluateAll(all => Object.fromEntries(all.map(function (e) {
  const copy = e.cloneNode(true);
  copy.querySelectorAll(".screen:has(a)").forEach(a => a.remove());
  return [e.id, [copy.textContent.replace(/\s+/g, "")].concat(
    Array.from(copy.querySelectorAll("[data-value]"), c => c.dataset.value), Array.from(copy.querySelectorAll("path"), p => p.getAttribute("d")))];
})));
// ofReport are the parts that say that they are the report's.
const ofReport = page => page.locator(".renewed").evaluateAll(all => all.filter(e => e.querySelector(".not-renewed") || e.closest(".of-report")).map(e => e.id));

async function checkAccess(page, where) {
  await page.evaluate(axe); // an evaluation, not a script of the page: the policy stays as it is
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const v of violations) fault(where, v.id, v.help, v.nodes[0].html.slice(0, 120));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(where, "is", wide, "px wider than the page");
}

// The policy lets WebAssembly be compiled and nothing else be made a program.
async function checkPolicy(page) {
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  if (!policy.includes("default-src 'none'") || policy.replace("'wasm-unsafe-eval'", "").includes("unsafe")) fault("policy", policy);
}

// Every number is the one of the program itself, but for those of decide, which the page does not compute.
async function checkNumbers(page, browser) {
  const other = await open(browser, pathToFileURL(want).href, 1280, "light");
  const got = await parts(page), expected = await parts(other);
  for (const id of await ofReport(page)) {
    if (decided.includes(id)) delete expected[id]; else fault(id, "is not computed");
  }
  if (Object.keys(expected).length < 10) fault("only", Object.keys(expected).length, "parts");
  for (const [id, said] of Object.entries(expected)) {
    const i = said.findIndex((s, i) => s !== got[id]?.[i]);
    if (i < 0) continue;
    const from = Math.max(0, Array.from(said[i]).findIndex((letter, k) => letter !== got[id]?.[i]?.[k]) - 40);
    fault(id, "says", got[id]?.[i]?.slice(from, from + 200), "and not", said[i].slice(from, from + 200));
  }
  await other.close();
}

const decided = ["figure-acceptability", "figure-regret"];

async function look(page, name) {
  if (images) await page.screenshot({ path: `${images}/${name}.png` });
}

// A slider that is dragged without a pause shows something on the way, and no change starts the program again.
async function checkDragging(page) {
  const seen = await page.evaluate(async function () {
    const part = document.getElementById("figure-capacity"), slider = document.querySelector('.control[data-name="target.reduction"] input[type=range]');
    part.scrollIntoView();
    let renewals = 0;
    const watch = new MutationObserver(all => all.forEach(m => m.addedNodes.forEach(function (n) { if (n.id === part.id) renewals++; })));
    watch.observe(document.getElementById("main"), { childList: true, subtree: true });
    for (let i = 0; renewals < 3 && i < 1500; i++) {
      slider.value = 15 + i % 50 / 2;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await new Promise(go => setTimeout(go, 20));
    }
    watch.disconnect();
    return { renewals, workers: window.workers };
  });
  if (seen.renewals < 3) fault("a slider that is dragged shows", seen.renewals, "new figures");
  if (seen.workers !== 1) fault(seen.workers, "Workers were started");
}

const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });
const page = await open(browser, address, 1280, "light");
await checkPolicy(page);
const before = await parts(page);
for (const v of ["10", "20", value]) { // each ends what the one before began
  await fieldOf(page).fill(v);
  await page.waitForTimeout(v === value ? 0 : 700);
}
await checkDragging(page);
await fieldOf(page).fill(value);
await answered(page);
await checkNumbers(page, browser);
await look(page, "wide");
await checkAccess(page, "the answer");
if (long) {
  await page.emulateMedia({ colorScheme: "dark" });
  await checkAccess(page, "the answer in the dark");
  await look(page, "dark");
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 320, height: 700 });
  await checkAccess(page, "the answer at 320 px");
  await look(page, "narrow");
}
const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
if (pages > 4) fault("an answer is printed on", pages, "pages");
if (images) writeFileSync(`${images}/asked.pdf`, paper);

// “Reset” brings the report back.
await page.locator("#ask-reset").click();
if (JSON.stringify(await parts(page)) !== JSON.stringify(before)) fault("is not as it was after “Reset”");
await page.close();

// A browser that lacks something says so, and shows the report.
for (const name of long ? ["WebAssembly", "DecompressionStream"] : ["WebAssembly"]) {
  const poor = await open(browser, address, 768, "light", name);
  await poor.waitForFunction(name => document.getElementById("ask-said").textContent.includes("no " + name), name, { timeout: 30_000 }).catch(() => fault("does not say that there is no " + name));
  if (JSON.stringify(await parts(poor)) !== JSON.stringify(before)) fault("shows another report without", name);
  await poor.close();
}
await browser.close();
console.log(`asked, ${faults} faults`);
process.exitCode = faults > 0 ? 1 : 0;
