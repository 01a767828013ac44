// Runs what a report's Worker runs, in Node: node worker.mjs INPUT.json. INPUT has program and worker (base64, as the page holds
// them), model and requests (texts). It prints a line for each message, and ends with 1 if the program ends.
import { readFileSync } from "node:fs";
import { runInThisContext } from "node:vm";

const input = JSON.parse(readFileSync(process.argv[2], "utf8"));
const print = line => process.stdout.write(line + "\n");
globalThis.self = globalThis;

const end = code => process.stdout.write("", () => process.exit(code)); // when all before is written

const requests = input.requests.map(text => ({ request: text }));
function next() {
  if (requests.length === 0) return end(0);
  self.onmessage({ data: requests.shift() });
}
globalThis.postMessage = function (data) {
  if (data.ended !== undefined || data.unable) { print(data.ended || data.unable); return end(1); }
  if (data.ready) next();
  if (!data.message) return;
  print(data.message);
  if (["done", "refused", "failed"].includes(JSON.parse(data.message).kind)) setImmediate(next);
};
runInThisContext(Buffer.from(input.worker, "base64").toString());
self.onmessage({ data: { program: input.program, model: input.model } });
