// Whom a counter calls, as the server says it. Everything shown is from the server's last word: its clock, its calls. Where
// it is silent for ten seconds, nothing of that is left; where it is back, all of it is.
(() => {
  const SILENCE_MS = 10000;
  const HOLD_MS = 7000;
  const RETRY_MS = 3000;
  // Who was called longer ago has come or was missed: it is shown, and not called out. A page that has just been loaded calls
  // out what was said while it was.
  const NEWS_MS = 60000;
  let newsMs = SILENCE_MS;
  const RELOAD_MS = 60000;

  const { body } = document;
  const { release, page } = body.dataset;
  const at = (id) => document.getElementById(id);
  const places = [...document.querySelectorAll("[data-call]")];
  const parts = [...document.querySelectorAll("[data-shown]")];
  const began = performance.now();

  // Of the last word, the latest first.
  let calls = [];
  // Those that were called out, or wait for it: when each of them was called.
  const told = new Map();
  let waiting = [];
  let large = null;
  let hold;

  function take(board) {
    heard();
    if (board.release !== release && performance.now() - began > RELOAD_MS) ask(renew);
    calls = board.calls;
    write(at("office"), board.office);
    write(at("time"), board.time);
    write(at("rule"), board.rule);
    const standing = new Set(calls.map(({ key }) => key));
    for (const key of told.keys()) if (!standing.has(key)) told.delete(key);
    waiting = waiting.filter((key) => standing.has(key));
    for (const call of [...calls].reverse()) notice(call, board.now);
    newsMs = NEWS_MS;
    if (hold === undefined || !standing.has(large)) next();
    else draw();
  }

  function notice({ key, at: calledAt }, now) {
    const before = told.get(key);
    told.set(key, calledAt);
    // A second call that was taken back leaves the first.
    if (before >= calledAt || now - calledAt > newsMs) return;
    waiting = waiting.filter((other) => other !== key);
    waiting.push(key);
  }

  // One after the other: each is the large one for so long that it can be read, however many there are.
  function next() {
    clearTimeout(hold);
    hold = undefined;
    const key = waiting.shift();
    large = key || (calls[0] ? calls[0].key : null);
    draw();
    if (!key) return;
    hold = setTimeout(next, HOLD_MS);
    const call = calls.find((one) => one.key === key);
    at("call").textContent = call.words;
    sound(call.speech);
  }

  function draw() {
    show(calls.length > 0 ? "calls" : "nobody");
    const of = (key) => calls.find((call) => call.key === key);
    const others = calls.filter(({ key }) => key !== large && !waiting.includes(key));
    const coming = waiting.filter((key) => key !== large);
    const inOrder = [of(large), ...coming.map(of), ...others];
    for (const [index, place] of places.entries()) fill(place, inOrder[index]);
  }

  function fill(place, call) {
    place.classList.toggle("dempty", !call);
    write(place.querySelector("[data-number]"), call ? call.number : "");
    write(place.querySelector("[data-counter]"), call ? String(call.counter) : "");
    write(place.querySelector("[data-way]"), call ? call.way : "");
    place.querySelector("[data-arrow]").dataset.arrow = call?.arrow ?? "";
  }

  function write(element, text) {
    if (element.textContent !== text) element.textContent = text;
  }

  function show(state) {
    if (body.dataset.state === state) return;
    body.dataset.state = state;
    for (const part of parts) part.hidden = !part.dataset.shown.split(" ").includes(state);
  }

  function forget(state) {
    clearTimeout(hold);
    hold = undefined;
    // Whom nobody has heard yet is called out when the server is back, if that is soon.
    for (const key of waiting) told.delete(key);
    calls = [];
    waiting = [];
    large = null;
    for (const place of places) fill(place, undefined);
    for (const id of ["time", "rule", "call"]) write(at(id), "");
    if ("speechSynthesis" in window) speechSynthesis.cancel();
    show(state);
  }

  // Two clocks: one stands still while a device sleeps, the other jumps when somebody sets it.
  let heardAt;
  let heardOn;
  function heard() {
    heardAt = performance.now();
    heardOn = Date.now();
  }
  const silence = () => Math.max(performance.now() - heardAt, Date.now() - heardOn);

  let source;
  let triedAt;
  function connect() {
    if (source) source.close();
    triedAt = performance.now();
    source = new EventSource(`${page}/events`);
    source.addEventListener("board", ({ data }) => take(JSON.parse(data)));
    source.addEventListener("gone", leave);
  }

  let isGone = false;
  function leave() {
    isGone = true;
    source.close();
    forget("gone");
  }

  const renew = () => location.reload();
  let isAsking = false;
  // First of all: a page that is loaded from a server that is not there would be the browser's own, for ever.
  function ask(then) {
    if (isAsking) return;
    isAsking = true;
    triedAt = performance.now();
    fetch(page, { method: "HEAD", cache: "no-store" })
      .then(({ status, ok }) => {
        if (status === 404) leave();
        else if (ok) then();
      })
      .catch(() => {})
      .finally(() => {
        isAsking = false;
      });
  }

  function watch() {
    const isSilent = silence() >= SILENCE_MS;
    if (isSilent && !isGone) forget("offline");
    const patience = isGone ? RELOAD_MS : RETRY_MS;
    const isOver = isGone || isSilent || source.readyState === EventSource.CLOSED;
    // Of a connection that is open and silent nobody knows whether the other end is there.
    if (isOver && performance.now() - triedAt >= patience) ask(isGone ? renew : connect);
  }

  // A browser lets nothing be heard before somebody has pressed once, unless it was started so (docs/operations.md).
  const Audio = window.AudioContext;
  const audio = Audio ? new Audio() : null;
  const button = at("sound");
  const isHeard = () => audio !== null && audio.state === "running";
  function showSound() {
    body.classList.toggle("dsilent", !isHeard());
    button.hidden = isHeard();
  }
  if (audio) {
    audio.addEventListener("statechange", showSound);
    for (const kind of ["pointerdown", "keydown"])
      document.addEventListener(kind, () => {
        if (!isHeard()) void audio.resume();
      });
  }

  function sound(speech) {
    if (!isHeard()) return;
    strike(659.25, 0);
    strike(523.25, 0.55);
    speak(speech);
  }

  /** A bell: two tones that fade. */
  function strike(pitch, after) {
    const begins = audio.currentTime + after;
    for (const [times, loudness] of [
      [1, 0.5],
      [2.76, 0.12],
    ]) {
      const tone = audio.createOscillator();
      const gain = audio.createGain();
      tone.frequency.value = pitch * times;
      gain.gain.value = 0;
      gain.gain.setTargetAtTime(loudness, begins, 0.005);
      gain.gain.setTargetAtTime(0, begins + 0.03, 0.35);
      tone.connect(gain).connect(audio.destination);
      tone.start(begins);
      tone.stop(begins + 1.8);
    }
  }

  // Only by a voice of the device: another one would be asked of somebody else's server.
  let spoken;
  function speak(speech) {
    if (!("speechSynthesis" in window)) return;
    const voice = speechSynthesis.getVoices().find(({ lang, localService }) => localService && /^el\b/i.test(lang));
    if (!voice) return;
    speechSynthesis.cancel();
    clearTimeout(spoken);
    spoken = setTimeout(() => {
      const utterance = new SpeechSynthesisUtterance(speech);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = 0.9;
      speechSynthesis.speak(utterance);
    }, 1500);
  }

  const first = body.dataset.state;
  body.dataset.state = "";
  show(first);
  showSound();
  heard();
  connect();
  if (first === "gone") leave();
  setInterval(watch, 1000);
})();
