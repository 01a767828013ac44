
// What a report's Worker does: it starts the program that the page carries, and hands messages on between the two.
self.onmessage = function (event) {
  if (event.data.request) return self.reconfigAsk(event.data.request);
  start(event.data.program, event.data.model).catch(function (fault) {
    self.postMessage({ unable: "the model could not be started (" + fault.message + ")." });
  });
};

// start runs the program: a compiled one, or one to be unpacked and compiled first, which is then given to the page.
async function start(program, model) {
  self.reconfigFresh = typeof program === "string"; // the browser has not run it before
  if (self.reconfigFresh) {
    program = await compile(program);
    self.postMessage({ program: program });
  }
  const go = new Go();
  self.reconfigModel = model;
  self.reconfigReady = function () { self.postMessage({ ready: true }); };
  self.reconfigSend = function (message) { self.postMessage({ message: message }); };
  let first = "";
  console.error = console.log = function (line) { first = first || line; }; // Go prints there why it ends
  await go.run(await WebAssembly.instantiate(program, go.importObject));
  self.postMessage({ ended: first });
}

// compile unpacks base64 of gzip, and compiles while it unpacks.
async function compile(text) {
  const letters = atob(text), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return WebAssembly.compileStreaming(new Response(unpacked, { headers: { "Content-Type": "application/wasm" } }));
}
