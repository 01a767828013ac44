
// What a reader asks of the page: fields and sliders make a request, an engine answers it with parts of the page. Without an engine
// that works the page stays as it is. No ampersand and no less-than sign here: the page is XHTML too.
function ask(makeEngine) {
  const panel = document.getElementById("ask");
  const said = document.getElementById("ask-said"), progress = document.getElementById("ask-progress");
  const model = JSON.parse(document.getElementById("reconfig-model").textContent);
  const main = document.getElementById("main");
  const settle = 100; // ms without a change before draws are made
  const originals = new Map(); // elements of the report that others took the place of, by identifier
  let renewed = new Set();     // identifiers that the question in force has renewed
  let id = 0, step = 0, question = null, waiting = 0, addressed = 0, link = "";
  let under = false;  // whether an answer is under way
  let shown = false;  // whether a part of it was shown
  let newer = false;  // whether the question has changed since it was asked
  let lost = "";      // what of a link cannot be asked
  let faulty = "";    // why the fields are not computed; empty where they are

  // Fields

  const controls = model.controls.map(function (c, i) {
    const field = document.getElementById("control-" + i);
    return { c: c, field: field, slider: document.getElementById("control-" + i + "-slider"), fault: document.getElementById("control-" + i + "-fault") };
  });
  const boxes = Array.from(panel.querySelectorAll("input[name=structure]")), map = document.getElementById("map-choice");
  const startBoxes = boxes.filter(b => b.checked).map(b => b.value), startMap = map ? map.value : "";
  let further = []; // settings of a link that no field shows

  const plain = v => String(Number(v.toPrecision(12)));
  const grouped = v => Number(v.toPrecision(12)).toLocaleString("en-GB", { maximumFractionDigits: 12 });
  const after = c => c.unit === "0 or 1" ? "" : c.unit === "" ? "" : /^(%|an? |years)/.test(c.unit) ? " " + c.unit : " (" + c.unit + ")";
  const expected = c => grouped(c.min) + " to " + grouped(c.max) + after(c) + (c.grain ? ", in whole quarters" : "");
  const ticked = k => k.field.type === "checkbox"; // a yes or no, 1 or 0
  const valueOf = k => ticked(k) ? Number(k.field.checked) : /^\s*[-−+]?(\d+\.?\d*|\.\d+)\s*$/.test(k.field.value) ? Number(k.field.value.replace("−", "-")) : NaN;

  // check explains beside a field what is wrong with it; it says whether that is nothing.
  function check(k) {
    const v = valueOf(k), c = k.c;
    let text = "", mild = false;
    if (Number.isNaN(v)) text = "Write a number in digits, as in " + plain(c.value) + ": with a point before decimals, no comma, no unit.";
    else if (c.min > v || v > c.max || (c.grain ? v % c.grain !== 0 : false)) text = "Not possible: expected " + expected(c) + ".";
    else if (c.kind !== "horizon") if (c.high > c.low) if (c.low > v || v > c.high) { text = "Outside what is plausible, " + grouped(c.low) + " to " + grouped(c.high) + after(c) + ". It is computed all the same."; mild = true; }
    tell(k.fault, text, mild);
    const wrong = text !== "" ? !mild : false;
    if (wrong) k.field.setAttribute("aria-invalid", "true"); else k.field.removeAttribute("aria-invalid");
    return !wrong;
  }
  function tell(place, text, mild) {
    if (place.textContent !== text) place.textContent = text;
    place.classList.toggle("mild", mild === true);
  }
  function checkStructures() {
    const place = document.getElementById("structures-fault"), none = boxes.length ? !boxes.some(b => b.checked) : false;
    if (place) tell(place, none ? "Choose one structure at least." : "");
    return !none;
  }

  const nameOf = text => text.split("=")[0].trim();

  // settings are all that is set: the report's own, but for those that a field changes, and the fields'.
  function settings() {
    const changed = controls.filter(k => k.c.kind !== "horizon" ? valueOf(k) !== k.c.value : false);
    const mine = changed.map(k => k.c.name + "=" + plain(valueOf(k) / k.c.factor));
    const names = changed.map(k => k.c.name).concat(further.map(nameOf));
    return (model.request.set || []).filter(text => !names.includes(nameOf(text))).concat(mine, further);
  }
  const horizon = controls.find(k => k.c.kind === "horizon");
  const codes = () => boxes.filter(b => b.checked).map(b => b.value);
  const same = (a, b) => a.length === b.length ? a.every((x, i) => x === b[i]) : false;
  function asInReport() {
    return controls.every(k => valueOf(k) === k.c.value) ? further.length === 0 ? same(codes(), startBoxes) ? map ? map.value === startMap : true : false : false : false;
  }

  // Asking

  const engine = makeEngine(receive);

  // changed is called when a field has changed: an impossible value computes nothing. A question that was asked a moment ago is let
  // show its first part, so that a slider that is dragged shows something on the way.
  function changed() {
    clearTimeout(waiting);
    const faults = controls.filter(k => !check(k)).length + (checkStructures() ? 0 : 1);
    faulty = faults === 0 ? "" : "Not computed: " + (faults === 1 ? "a value is" : faults + " values are") + " not possible, as is said beside the field. The page stays as it was.";
    if (lost) faulty = "Not computed: the link " + lost + ".";
    document.documentElement.classList.add("asked");
    if (faulty) { stop(); return say(faulty); }
    if (asInReport()) { stop(); return restore("Every value is the report’s."); }
    question = { set: settings(), structures: model.request.structures || [], map: map ? map.value : model.request.map, horizon: horizon ? valueOf(horizon) : model.request.horizon };
    if (!same(codes(), startBoxes)) question.structures = codes(); // else in the report's order
    clearTimeout(addressed);
    addressed = setTimeout(writeAddress, settle);
    newer = true;
    if (!under || shown || step > 0) begin();
  }
  function begin() {
    newer = false;
    step = 0;
    renewed = new Set();
    showProgress(0, 0);
    say("Computing …", true);
    send();
  }
  function send() {
    id++;
    under = true;
    shown = false;
    engine.ask(Object.assign({ id: id, draws: model.steps[step], first: inView() }, question));
  }
  function stop() {
    clearTimeout(addressed);
    engine.stop();
    id++;
    under = newer = false;
    question = null;
    showProgress(0, 0);
  }
  function receive(m) {
    if (m.kind === "state") return state(m);
    if (m.id !== id) return;
    if (m.kind === "progress") showProgress(m.done, m.of);
    if (m.kind === "blocks") {
      Object.keys(m.blocks).forEach(function (key) { renew(key, m.blocks[key]); });
      if (step === 0) if (m.said) say(answer(m), true);
      shown = true;
    }
    if (m.kind === "refused") refuse(m.faults);
    if (m.kind === "failed") { showProgress(0, 0); say(m.text); }
    if (["refused", "failed", "done"].includes(m.kind)) under = false;
    if (newer) if (shown || !under) return begin();
    if (m.kind === "done") finish(m);
  }
  function ofDraws(n) { return n.toLocaleString("en-GB") + (n === 1 ? " draw" : " draws"); }
  function answer(m) { return (m.draws ? ofDraws(m.draws) + ": " : "Each assumption at one value: ") + m.said; }
  function finish(m) {
    showChanged(m.changed);
    document.getElementById("ask-command").textContent = m.command;
    mark();
    step++;
    const last = step === model.steps.length;
    const next = last ? "" : " Now " + ofDraws(model.steps[step]) + " …";
    say(answer(m) + next, !last); // read out once, when it is final
    showProgress(0, 0);
    if (last) return;
    waiting = setTimeout(send, step === 1 ? settle : 0);
  }
  function refuse(faults) {
    showProgress(0, 0);
    faults.forEach(function (f) {
      const k = controls.find(k => k.c.name === f.field), place = k ? k.fault : document.getElementById(f.field + "-fault");
      if (place) tell(place, f.text);
      if (k) k.field.setAttribute("aria-invalid", "true");
    });
    say("Not computed: " + faults.map(f => f.field + ": " + f.text).join(" "));
  }
  function state(m) {
    if (m.state === "unable") panel.querySelectorAll("input, select, button").forEach(function (e) { e.disabled = true; });
    if (m.state === "unable") document.documentElement.classList.add("asked");
    say(m.text || faulty || (question ? "Computing …" : "The model is ready."));
  }
  function say(text, quietly) {
    said.setAttribute("aria-live", quietly ? "off" : "polite");
    if (said.textContent !== text) said.textContent = text;
  }
  function showProgress(done, of) {
    progress.hidden = of === 0;
    progress.max = Math.max(of, 1);
    progress.value = done;
  }

  // inView is the part of the report that a reader sees most of.
  function inView() {
    let best = "", most = 0;
    main.querySelectorAll(".renewed").forEach(function (e) {
      const r = e.getBoundingClientRect(), seen = Math.min(r.bottom, window.innerHeight) - Math.max(r.top, 0);
      if (seen > most) { most = seen; best = e.id; }
    });
    return best;
  }

  // The page

  // renew puts a part in the place of another. What was open, scrolled or in focus stays so.
  function renew(key, markup) {
    const old = document.getElementById(key);
    if (!old) return;
    const next = parse(markup);
    if (!originals.has(key)) originals.set(key, old);
    exchange(old, next);
    renewed.add(key);
  }
  function parse(markup) {
    const t = document.createElement("template");
    t.innerHTML = markup;
    return t.content.firstElementChild;
  }
  function exchange(old, next) {
    const focus = Array.from(old.querySelectorAll("*")).indexOf(document.activeElement);
    const scrolls = Array.from(old.querySelectorAll(".scroll")).map(e => e.scrollLeft);
    const open = Array.from(old.querySelectorAll("details")).map(e => e.open);
    const like = old.querySelector("table.sortable");
    old.replaceWith(next);
    const table = next.querySelector("table.sortable");
    if (table) if (!table.querySelector("thead button")) sortable(table, like);
    next.querySelectorAll(".scroll").forEach(function (e, i) { e.scrollLeft = scrolls[i] || 0; });
    next.querySelectorAll("details").forEach(function (e, i) { e.open = open[i] || false; });
    if (focus >= 0) { const e = next.querySelectorAll("*")[focus]; if (e) e.focus({ preventScroll: true }); }
  }

  // mark says of every part that the question has not renewed that it is the report's.
  function mark() {
    unmark();
    main.querySelectorAll("section.of-report").forEach(function (s) { s.querySelector("h2").after(note()); });
    main.querySelectorAll(".renewed").forEach(function (e) {
      if (renewed.has(e.id)) return;
      if (e.closest(".of-report")) return;
      e.prepend(note());
    });
  }
  function note() {
    const p = document.createElement("p");
    p.className = "not-renewed";
    p.textContent = "As in the report: this part is not computed for your values.";
    return p;
  }
  function unmark() { document.querySelectorAll(".not-renewed").forEach(function (e) { e.remove(); }); }

  function showChanged(markup) {
    document.getElementById("ask-changes").hidden = false;
    const next = parse(markup), old = document.getElementById("changed");
    if (old) return exchange(old, next);
    main.prepend(next);
    const table = next.querySelector("table.sortable");
    if (table) sortable(table, null);
  }

  // restore shows the report as it was made.
  function restore(text) {
    unmark();
    originals.forEach(function (e, key) { const now = document.getElementById(key); if (now !== e) exchange(now, e); });
    const changes = document.getElementById("changed");
    if (changes) changes.remove();
    document.getElementById("ask-changes").hidden = true;
    document.getElementById("ask-command").textContent = "";
    showAddress(location.pathname + location.search);
    document.documentElement.classList.remove("asked");
    say(text);
  }
  function reset() {
    controls.forEach(function (k) { write(k, k.c.value); });
    boxes.forEach(function (b) { b.checked = startBoxes.includes(b.value); });
    if (map) map.value = startMap;
    further = [];
    changed();
  }
  function write(k, value) {
    if (ticked(k)) { k.field.checked = value === 1; return; }
    k.field.value = plain(value);
    if (k.slider) k.slider.value = value;
  }

  // The address

  // writeAddress puts the question into the address, so that it can be passed on. Where the browser does not allow that, the link has it.
  function writeAddress() {
    if (question === null) return;
    const p = new URLSearchParams();
    question.set.forEach(function (s) { p.append("set", s); });
    if (horizon) if (question.horizon !== horizon.c.value) p.set("horizon", plain(question.horizon));
    if (boxes.length) if (!same(codes(), startBoxes)) p.set("structure", codes().join(","));
    if (map) if (map.value !== startMap) p.set("map", map.value);
    link = location.href.split("#")[0] + "#" + p.toString();
    showAddress(link);
  }
  function showAddress(address) {
    try { history.replaceState(null, "", address); } catch (fault) { console.info(fault.message); }
  }
  // readAddress asks what the address says; it does nothing where that leads to a part of the page.
  function readAddress() {
    if (!location.hash.includes("=")) { if (question) showAddress(link); return; } // a part of the page; the address keeps the question
    const p = new URLSearchParams(location.hash.slice(1)), own = model.request.set || [];
    const names = p.getAll("set").map(nameOf), twice = names.filter((name, i) => names.indexOf(name) !== i);
    further = [];
    controls.forEach(function (k) { write(k, k.c.value); });
    p.getAll("set").forEach(function (text) {
      const name = nameOf(text), value = text.split("=")[1], k = controls.find(k => k.c.name === name);
      if (twice.includes(name)) return; // neither is meant more than the other
      if (k) if (!ticked(k) || ["0", "1"].includes(value)) { write(k, value ? Number(value) * k.c.factor : NaN); return; }
      if (!own.includes(text)) further.push(text);
    });
    lost = "";
    const without = what => "asks for " + what + ", which this report does not have";
    if (p.has("structure")) { const wanted = p.get("structure").split(","), none = wanted.filter(w => !boxes.some(b => b.value === w)); if (none.length) lost = without(none.map(w => "the structure " + w).join(" and ")); boxes.forEach(function (b) { b.checked = wanted.includes(b.value); }); }
    if (p.has("map")) if (map ? !Array.from(map.options).some(o => o.value === p.get("map")) : true) lost = without("the map " + p.get("map"));
    if (map) if (p.has("map")) if (!lost) map.value = p.get("map");
    if (twice.length) lost = "sets " + twice[0] + " twice";
    if (horizon) if (p.has("horizon")) { horizon.field.value = p.get("horizon"); if (horizon.slider) horizon.slider.value = p.get("horizon"); }
    changed();
    if (faulty) show(true);
    lost = ""; // until a link is followed again
  }

  // copy puts a text on the clipboard; where the browser does not allow that, the reader may do it.
  function copy(text, what) {
    const place = document.getElementById("ask-copied");
    if (text === "") { place.textContent = "Change a value first."; return; }
    if (!navigator.clipboard) { place.textContent = "Copy it from " + what + "."; return; }
    navigator.clipboard.writeText(text).then(function () { place.textContent = "Copied."; }, function () { place.textContent = "The browser does not allow that. Copy it from " + what + "."; });
  }

  controls.forEach(function (k) {
    k.field.addEventListener("input", function () { further = further.filter(text => nameOf(text) !== k.c.name); changed(); }); // a field counts more than a link
    if (k.slider) k.slider.addEventListener("input", function () { k.field.value = plain(Number(k.slider.value)); changed(); });
    k.field.addEventListener("input", function () { if (k.slider) if (!Number.isNaN(valueOf(k))) k.slider.value = valueOf(k); });
  });
  boxes.forEach(function (b) { b.addEventListener("change", changed); });
  if (map) map.addEventListener("change", changed);
  document.getElementById("ask-reset").addEventListener("click", reset);
  document.getElementById("ask-copy-command").addEventListener("click", function () { copy(document.getElementById("ask-command").textContent, "above"); });
  document.getElementById("ask-copy-link").addEventListener("click", function () { writeAddress(); copy(question ? link : "", "the address bar"); });
  const toggle = document.getElementById("ask-toggle");
  function show(open) {
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? "Hide the values" : "Show the values";
    panel.classList.toggle("open", open);
  }
  toggle.addEventListener("click", function () { show(!panel.classList.contains("open")); });
  document.getElementById("ask-back").addEventListener("click", function () { show(true); });
  window.addEventListener("hashchange", readAddress);
  panel.addEventListener("focusin", function () { engine.load(); }, { once: true });
  controls.forEach(function (k) { write(k, k.c.value); }); // a browser may have kept what a field held
  panel.hidden = false;
  document.documentElement.classList.add("asking");
  say("Every value is the report’s.");
  window.addEventListener("load", function () {
    readAddress();
    (window.requestIdleCallback || setTimeout)(function () { engine.load(); });
  });
}
