// Takes the pictures of docs/report.md: node pictures.mjs CHROMIUM REPORT.html FOLDER. REPORT is asked for a reduction of 30 per cent.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const [program, file, folder] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox"] });

async function open(width, height) {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(300_000);
  await page.goto(pathToFileURL(file).href);
  return page;
}
async function ask(page) {
  await page.fill('.control[data-name="target.reduction"] input[type=text]', "30");
  await page.waitForFunction(() => /^\S+ draws: (?!.*Now )/.test(document.getElementById("ask-said").textContent));
}
const take = (page, name) => page.screenshot({ path: `${folder}/${name}.png` });

const wide = await open(1280, 860);
await wide.waitForFunction(() => document.getElementById("ask-said").textContent === "The model is ready.");
await take(wide, "report");
await ask(wide);
await wide.locator("#changed").evaluate(e => e.scrollIntoView());
await take(wide, "report-asked");

const phone = await open(390, 780);
await phone.click("#ask-toggle");
await ask(phone);
await phone.click("#ask-toggle"); // folds the fields
await phone.evaluate(() => document.getElementById("answer").scrollIntoView());
await take(phone, "report-phone");
await browser.close();
