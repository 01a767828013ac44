
// The engine inside the page: a Worker runs the program that the page carries. A request ends the one before. It is started again
// from the compiled program where the program ended.
function wasmEngine(receive) {
  var worker = null;   // the Worker, if one was started
  var program = null;  // the compiled program, once there is one
  var source = null;   // the address of the Worker's script
  var ready = false;   // whether the Worker takes requests
  var next = null;     // the request to be sent when it does
  var busy = null;     // the number of the request that it computes
  var said = "";       // the state that was told last

  function tell(state, text) {
    if (state === said) return;
    said = state;
    receive({ kind: "state", state: state, text: text });
  }
  function content(id) { return document.getElementById(id).textContent; }
  function lacking() {
    return ["WebAssembly", "DecompressionStream", "Worker"].filter(function (name) { return typeof window[name] === "undefined"; });
  }
  function unable(why) {
    end();
    next = null;
    tell("unable", "The report cannot be asked anything here: " + why + " All that it says stands as it is.");
  }
  function end() {
    if (worker) worker.terminate();
    worker = null;
    ready = false;
    busy = null;
  }
  function start() {
    var none = lacking();
    if (none.length) return unable("this browser has no " + none.join(" and no ") + ".");
    if (said === "unable") return;
    if (worker) return;
    try { begin(); } catch (fault) { unable("the browser does not allow what that takes (" + fault.message + ")."); }
  }
  function begin() {
    if (source === null) source = URL.createObjectURL(new Blob([atob(content("reconfig-worker"))], { type: "text/javascript" }));
    tell("loading", "The model is being loaded.");
    var mine = worker = new Worker(source);
    worker.onmessage = function (event) { if (mine === worker) hear(event.data); }; // one that was ended may have sent something
    worker.onerror = function (event) { event.preventDefault(); unable("the model could not be started (" + (event.message || "the browser does not allow it") + ")."); };
    worker.postMessage({ program: program || content("reconfig-wasm"), model: content("reconfig-model") });
  }
  function hear(data) {
    if (data.program) program = data.program;
    if (data.unable) unable(data.unable);
    if (data.ended) broken(data.ended);
    if (data.ready) {
      ready = true;
      tell("ready", "");
      send();
    }
    if (!data.message) return;
    var message = JSON.parse(data.message);
    if (message.id === busy) if (["done", "refused", "failed"].includes(message.kind)) busy = null;
    receive(message);
  }
  function broken(why) {
    var asked = busy;
    end();
    if (asked === null) return unable("the model ended (" + why + ").");
    receive({ kind: "failed", id: asked, text: "The model ended: " + why });
  }
  function send() {
    if (next === null || !ready) return;
    busy = next.id;
    worker.postMessage({ request: JSON.stringify(next) });
    next = null;
  }
  function stop() {
    next = null;
    if (busy !== null) worker.postMessage({ request: JSON.stringify({ cancel: busy }) });
    busy = null;
  }
  return {
    load: start,
    ask: function (request) {
      next = request;
      if (worker) send(); else start();
    },
    stop: stop
  };
}
