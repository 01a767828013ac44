// Asks a report in a real browser: node explore.mjs CHROMIUM ADDRESS. It prints JSON: faults, the command that the page gives for
// what was asked, and the page's main part as XML, to be compared with what the command gives.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const [program, address] = process.argv.slice(2);
const faults = [], asked = [];
function fault(...words) { faults.push(words.join(" ")); }

process.on("uncaughtException", e => { console.error(faults.join("\n"), e.message); process.exit(1); });
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });

async function open(width, scheme, hash = "", javaScriptEnabled = true) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled });
  page.on("request", r => {
    if (r.url() === address + "ask") asked.push(r.postDataJSON());
    else if (r.url().split("#")[0] !== address) fault("asks for", r.url().slice(0, 100));
  });
  page.on("console", m => { if (m.type() === "error") fault(m.text()); });
  page.on("pageerror", e => fault(e.message));
  await page.goto(address + hash);
  return page;
}
const said = page => page.textContent("#ask-said");
// answered waits until the last draws are shown.
async function answered(page) {
  const last = await page.evaluate(() => JSON.parse(document.getElementById("reconfig-model").textContent).steps.at(-1).toLocaleString("en-GB"));
  await page.waitForFunction(last => document.getElementById("ask-said").textContent.startsWith(last + " draws: "), last, { timeout: 120000 });
}
async function checkLook(page, where) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(where, "is", wide, "px wider than the page");
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  for (const v of violations) fault(where, v.id, v.help, v.nodes[0].html.slice(0, 120));
}
// press presses a key until what has the focus is the one wanted.
async function reach(page, id) {
  for (let i = 0; i < 400; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement.id) === id) return;
  }
  fault("the keyboard does not reach", id);
}

// With the keyboard alone: a slider is moved, everything is computed, and the page says so.
const page = await open(1280, "light");
const report = await page.innerHTML("#main");
const slider = await page.locator("input[type=range]").first().getAttribute("id"), field = slider.replace("-slider", "");
await reach(page, slider);
const before = await page.inputValue("#" + field);
await page.keyboard.press("ArrowRight");
if (await page.inputValue("#" + field) === before) fault("the field does not follow the slider");
await answered(page);
const draws = asked.map(r => r.draws);
if (draws.join() !== [...draws].sort((a, b) => a - b).join() || draws[0] !== 0) fault("asked for draws", draws.join());
if (await page.locator("#changed").count() !== 1) fault("nothing says what changed");
if (await page.locator("#turning .not-renewed, #data .not-renewed").count() !== 2) fault("what is the report’s is not marked");
const command = await page.textContent("#ask-command");
const main = await page.evaluate(() => new XMLSerializer().serializeToString(document.getElementById("main")));
const hash = new URL(page.url()).hash;
await checkLook(page, "1280 px");

// A link asks the same.
const linked = await open(320, "light", hash);
await answered(linked);
if (await linked.textContent("#ask-command") !== command) fault("the link asks", await linked.textContent("#ask-command"));
await linked.click("#ask-toggle");
await checkLook(linked, "320 px, open");
await linked.close();

// A link that sets one name twice is not computed, whether a field shows it or not. The field then shows the report's value.
const own = await page.locator(`.control:has(#${field})`).getAttribute("data-name");
for (const name of [own, "fail.merger"]) {
  const count = asked.length, twice = await open(1280, "light", `#set=${name}%3D0.25&set=${name}+%3D0.75&set=other%3D1`);
  await twice.waitForTimeout(500);
  if (await said(twice) !== `Not computed: the link sets ${name} twice.`) fault("a link that sets", name, "twice says", await said(twice));
  if (asked.length !== count) fault("a link that sets", name, "twice is asked");
  if (await twice.inputValue("#" + field) !== before) fault("a field shows one of two values:", await twice.inputValue("#" + field));
  await twice.close();
}

// A value that is not possible is explained beside its field, and computes nothing.
const asks = asked.length;
await page.fill("#" + field, "-1000000000");
if (!(await page.textContent("#" + field + "-fault")).startsWith("Not possible: expected ")) fault("not explained:", await page.textContent("#" + field + "-fault"));
if (await page.getAttribute("#" + field, "aria-invalid") !== "true" || !(await said(page)).startsWith("Not computed")) fault("not refused:", await said(page));
await page.waitForTimeout(500);
if (asked.length !== asks) fault("an impossible value is asked");
await checkLook(page, "with a fault");

// So is a horizon that is not possible. A possible one is asked for with the value.
await page.fill("#" + field, before);
const horizon = '.control[data-name="horizon"] ';
for (const v of ["0", "101", "2.1", "ten"]) {
  await page.fill(horizon + "input[type=text]", v);
  if (!/^(Not possible: expected 0.25 to 100 years, in whole quarters|Write a number)/.test(await page.textContent(horizon + ".fault"))) fault("horizon", v, await page.textContent(horizon + ".fault"));
}
if (asked.length !== asks) fault("an impossible horizon is asked");
await page.fill(horizon + "input[type=text]", "6");
await answered(page);
if (!(await page.textContent("#ask-command")).includes(" --horizon 6 ") || new URL(page.url()).hash !== "#horizon=6") fault("horizon 6 is", await page.textContent("#ask-command"), page.url());

// Reset shows the report as it was, to the letter.
await reach(page, "ask-reset");
await page.keyboard.press("Enter");
if (await page.innerHTML("#main") !== report) fault("Reset does not show the report as it was");
if (new URL(page.url()).hash !== "") fault("Reset leaves", page.url());

// The next change ends what is computed for the last one.
await page.fill("#" + field, before);
const boxes = page.locator("input[name=structure]");
await boxes.last().uncheck();
await page.waitForSelector("#changed");
await boxes.last().check();
await page.waitForFunction(() => !document.getElementById("changed"));
for (let i = 0; i < await boxes.count(); i++) await boxes.nth(i).uncheck();
if (!(await page.textContent("#structures-fault")).startsWith("Choose one")) fault("no structure at all is not refused");
await page.close();

// In the dark, and without scripts.
const dark = await open(1280, "dark");
await dark.fill("#" + field, await dark.getAttribute("#" + slider, "max"));
await answered(dark);
await checkLook(dark, "dark");
await dark.close();
const still = await open(1280, "light", "", false);
if (await still.isVisible("#ask")) fault("fields are shown without scripts");
if (await still.locator("#main section").count() === 0) fault("nothing is shown without scripts");
await browser.close();
console.log(JSON.stringify({ faults, command, main }));
