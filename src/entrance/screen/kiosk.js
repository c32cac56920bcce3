// The screen's own keys write without asking the server each time, the clock goes on, and what one person was told or
// typed is gone when the next one comes. Without this script the pages are complete, and stay until somebody presses.
(() => {
  const code = document.getElementById("code");
  const { clears, first } = document.body.dataset;
  const seconds = Number(clears || 60);
  const note = document.getElementById("clears");
  if (note) note.hidden = false;
  const offline = document.getElementById("offline");
  let isAsking = false;
  let nextAsk;

  if (code) {
    const digitsIn = (text) => text.replace(/\D/g, "").slice(0, 9);
    const grouped = (digits) => digits.replace(/(\d{3})(?=\d)/g, "$1\u00a0");
    // A code that was not recognised can be read until the first digit of the next one takes its place.
    const { refused } = code.form.elements;
    const isRefused = () => Boolean(refused?.isConnected);
    if (refused) {
      code.focus();
      code.select();
    }
    code.form.addEventListener("click", (event) => {
      const key = event.target.closest("button[name=digit]");
      if (!key) return;
      event.preventDefault();
      const before = digitsIn(code.value);
      if (key.value === "x") code.value = grouped(before.slice(0, -1));
      else code.value = grouped(isRefused() ? key.value : digitsIn(before + key.value));
      if (refused) refused.remove();
      code.focus();
    });
    code.form.addEventListener("submit", (event) => {
      event.preventDefault();
      leave(() => code.form.submit());
    });
    code.addEventListener("beforeinput", ({ data }) => {
      if (!isRefused() || !/\d/.test(data || "")) return;
      code.value = "";
      refused.remove();
    });
    code.addEventListener("input", () => {
      const text = grouped(digitsIn(code.value));
      if (text === code.value) return;
      const before = grouped(digitsIn(code.value.slice(0, code.selectionStart)));
      code.value = text;
      code.setSelectionRange(before.length, before.length);
    });
  }

  // A scanner types fast and ends with Enter: on the first page it needs no field to be chosen.
  const scan = document.getElementById("scan");
  if (scan) {
    let digits = "";
    let typedAt = 0;
    document.addEventListener("keydown", ({ key, timeStamp }) => {
      if (timeStamp - typedAt > 500) digits = "";
      typedAt = timeStamp;
      if (/^\d$/.test(key)) digits += key;
      if (key !== "Enter" || digits.length !== 9) return;
      scan.elements.code.value = digits;
      leave(() => scan.submit());
    });
  }

  // Whoever presses twice has pressed once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { name, value } = event.submitter || {};
    if (name) form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
    leave(() => form.submit());
  });

  // Once for each number, also where its page is shown again.
  const { print } = document.body.dataset;
  if (print && sessionStorage.getItem("printed") !== print) {
    sessionStorage.setItem("printed", print);
    window.print();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    leave(() => location.assign(link.href));
  });

  let timer;
  for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, begin);
  begin();

  function begin() {
    clearTimeout(timer);
    timer = setTimeout(clear, seconds * 1000);
  }

  function clear() {
    if (!clears && !code?.value) return begin();
    // Also where the page can't be left.
    if (code) code.value = "";
    goTo(first || location.pathname);
  }

  function goTo(address) {
    leave(() => location.replace(address));
  }

  // Without a network, or a server behind it, the browser's own page of that would stay for ever.
  function leave(go) {
    if (isAsking) return;
    isAsking = true;
    void answers().then((isThere) => {
      isAsking = false;
      say(isThere);
      if (isThere) go();
      else begin();
    });
  }

  function answers() {
    const control = new AbortController();
    const patience = setTimeout(() => control.abort(), 5000);
    return fetch(location.pathname, { method: "HEAD", cache: "no-store", signal: control.signal })
      .then(
        ({ status }) => status < 500,
        () => false,
      )
      .finally(() => clearTimeout(patience));
  }

  function say(isThere) {
    const text = isThere ? "" : offline.dataset.text;
    if (offline.textContent !== text) offline.textContent = text;
    clearTimeout(nextAsk);
    if (!isThere) nextAsk = setTimeout(() => answers().then(say), 5000);
  }

  const clock = document.querySelector(".kbar time");
  const athens = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/Athens", hour: "2-digit", minute: "2-digit" });
  setInterval(() => {
    clock.textContent = athens.format(new Date());
  }, 1000);
  // An office that was renamed, a screen that was taken away, another day.
  setInterval(() => {
    if (scan || (code && !code.value)) goTo(location.pathname);
  }, 300000);
})();
