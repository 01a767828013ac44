// What checks of pages share.
import { readFileSync } from "node:fs";

const axe = readFileSync(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

// open opens a page. What it asks for must be allowed, and nothing may go wrong in it. Before it is opened it may be prepared.
export async function open(browser, fault, address, { width = 1280, scheme = "light", scripts = true, allowed = r => r.url() === address, prepare }) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme, javaScriptEnabled: scripts });
  page.on("request", r => { if (!allowed(r)) fault(address, "asks for", r.url().slice(0, 100)); });
  page.on("console", m => { if (m.type() === "error") fault(address, m.text()); });
  page.on("pageerror", e => fault(address, e.message));
  if (prepare) await prepare(page);
  await page.goto(address);
  return page;
}

// look shows a page at another width, in the light or the dark.
export async function look(page, width, scheme) {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: scheme });
}

// Nothing but a box of its own may be wider than the page.
export async function checkWidth(page, where, fault) {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) fault(where, "is", wide, "px wider than the page");
}

// Rules of access: all, those that do not look at colours, and those that do, which take twice as long. Colours are the same at any
// width and the rest is the same in the dark, so that the short tests need not look at everything again.
export const all = {}, plain = { rules: { "color-contrast": { enabled: false } } }, colours = { runOnly: ["color-contrast"] };

// Everybody can use it, or a part of it, as far as a program can tell.
export async function checkAccess(page, where, fault, rules = all, part = "html") {
  if (!await page.evaluate(() => "axe" in window)) await page.evaluate(axe); // an evaluation, not a script of the page: the policy stays as it is
  const { violations } = await page.evaluate(([part, rules]) => axe.run(part, { resultTypes: ["violations"], ...rules }), [part, rules]);
  for (const v of violations) fault(where, v.id, v.help, v.nodes[0].html.slice(0, 120));
}
