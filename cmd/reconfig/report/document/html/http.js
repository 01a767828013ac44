
// The engine behind the address that the page came from. A question that is no longer asked is ended by closing its request.
function httpEngine(receive) {
  let asked = null; // the request under way, to be closed

  function stop() {
    if (asked) asked.abort();
    asked = null;
  }
  async function read(response, mine) {
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let rest = ""; ;) {
      const { done, value } = await reader.read();
      if (done) return;
      const lines = (rest + value).split("\n");
      rest = lines.pop();
      for (const line of lines) if (mine === asked) receive(JSON.parse(line));
    }
  }
  async function ask(request) {
    stop();
    const mine = asked = new AbortController();
    try {
      const response = await fetch("ask", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(request), signal: mine.signal });
      if (!response.ok) throw new Error((await response.text()).trim());
      await read(response, mine);
    } catch (fault) {
      if (mine === asked) receive({ kind: "failed", id: request.id, text: "The program does not answer (" + fault.message + "). Is “reconfig explore” still running?" });
    }
  }
  return { load: function () { }, ask: ask, stop: stop };
}
