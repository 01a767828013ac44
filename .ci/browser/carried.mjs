// Asks a report that carries its simulator. Options: report is opened from the disk, and the reduction that is asked for is changed
// to value per cent. want is what the program itself reports with that value: each part that is renewed must say the same. With long
// it looks at widths, the dark and poor browsers too; images is a folder for pictures.
import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { all, checkAccess, checkWidth, look, open, plain } from "./page.mjs";

const patience = 180_000;

// asking opens a report that may be asked, in a browser without something.
function asking(browser, fault, address, width, without) {
  const prepare = async function (page) {
    page.setDefaultTimeout(patience);
    if (without) await page.addInitScript(name => { delete window[name]; }, without);
    await page.addInitScript(function () { // counts Workers
      const Real = window.Worker;
      window.workers = 0;
      if (Real) window.Worker = function (source) { window.workers++; return new Real(source); };
    });
  };
  return open(browser, fault, address, { width, prepare, allowed: r => r.url() === address || r.url().startsWith("blob:") });
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

// The policy lets WebAssembly be compiled and nothing else be made a program.
async function checkPolicy(page, fault) {
  const policy = await page.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  if (!policy.includes("default-src 'none'") || policy.replace("'wasm-unsafe-eval'", "").includes("unsafe")) fault("policy", policy);
}

// Every number is the one of the program itself, but for those of decide, which the page does not compute.
async function checkNumbers(page, other, fault) {
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
}

const decided = ["figure-acceptability", "figure-regret"];

// A slider that is dragged without a pause shows something on the way, and no change starts the program again.
async function checkDragging(page, fault) {
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

export default async function (browser, fault, { report, want, value, long, images }) {
  const address = pathToFileURL(report).href;
  const page = await asking(browser, fault, address, 1280);
  const check = async function (where, name) {
    await checkAccess(page, where, fault, long ? all : plain);
    await checkWidth(page, where, fault);
    if (images) await page.screenshot({ path: `${images}/${name}.png` });
  };
  await checkPolicy(page, fault);
  const before = await parts(page);
  for (const v of ["10", "20", value]) { // each ends what the one before began
    await fieldOf(page).fill(v);
    await page.waitForTimeout(v === value ? 0 : 700);
  }
  await checkDragging(page, fault);
  await fieldOf(page).fill(value);
  await answered(page);
  const other = await asking(browser, fault, pathToFileURL(want).href, 1280);
  await checkNumbers(page, other, fault);
  await other.close();
  await check("the answer", "wide");
  if (long) {
    await look(page, 1280, "dark");
    await check("the answer in the dark", "dark");
    await look(page, 320, "light");
    await check("the answer at 320 px", "narrow");
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
    const poor = await asking(browser, fault, address, 768, name);
    await poor.waitForFunction(name => document.getElementById("ask-said").textContent.includes("no " + name), name, { timeout: 30_000 }).catch(() => fault("does not say that there is no " + name));
    if (JSON.stringify(await parts(poor)) !== JSON.stringify(before)) fault("shows another report without", name);
    await poor.close();
  }
}
