// Looks at pages in one browser: node driver.mjs CHROMIUM [FLAG …]. Each line that it reads is a job, {"check": …, "options": {…}}, for
// the module of that name. It answers with a line of JSON: the faults, and what else the module gives. It ends with its input.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const { chromium } = createRequire(import.meta.url)("playwright-core");
const [program, ...flags] = process.argv.slice(2);
const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", ...flags] });
for await (const line of createInterface({ input: process.stdin })) {
  const { check, options } = JSON.parse(line), faults = [];
  let answer = {};
  try {
    const { default: run } = await import(`./${check}.mjs`);
    answer = await run(browser, (...words) => faults.push(words.join(" ")), options);
  } catch (e) {
    faults.push(e.stack);
  }
  for (const context of browser.contexts()) await context.close();
  process.stdout.write(JSON.stringify({ ...answer, faults }) + "\n");
}
await browser.close();
