// The own place follows the line by itself: the server says that something has changed, and the page is asked for again. Where no
// stream comes through it asks by itself. Without this script there is a link to press.
(() => {
  const place = document.getElementById("place");
  const said = document.getElementById("said");
  if (!place || !window.EventSource || !window.fetch) return;
  const POLL_MS = 15000;
  let tag = null;
  let isAsking = false;
  let isOld = false;
  let isOpen = false;

  function ask() {
    if (isAsking) {
      isOld = true;
      return;
    }
    isAsking = true;
    isOld = false;
    void fetch(location.pathname, { cache: "no-store", headers: tag ? { "if-none-match": tag } : {} })
      .then((answer) => {
        if (answer.status !== 304 && answer.status !== 200 && answer.status !== 404) throw new Error("no answer");
        lost(false);
        if (answer.status === 304) return null;
        tag = answer.headers.get("etag");
        return answer.text();
      })
      .then((text) => text && show(new DOMParser().parseFromString(text, "text/html")))
      .catch(() => lost(true))
      .then(() => {
        isAsking = false;
        if (isOld) ask();
      });
  }

  function show(page) {
    const now = page.getElementById("place");
    if (!now) {
      stream.close();
      location.reload();
      return;
    }
    const before = place.dataset.said;
    // Whoever reads why numbers are not called in order goes on reading.
    const isReading = place.querySelector("details[open]") !== null;
    const hasFocus = place.contains(document.activeElement) && document.activeElement.tagName === "SUMMARY";
    document.title = page.title;
    place.innerHTML = now.innerHTML;
    place.dataset.said = now.dataset.said;
    const details = place.querySelector("details");
    if (details && isReading) details.open = true;
    if (details && hasFocus) details.querySelector("summary").focus();
    if (now.dataset.said !== before) said.textContent = now.dataset.said;
  }

  function lost(isLost) {
    place.classList.toggle("place--lost", isLost);
    const words = document.getElementById("lost");
    if (words) words.hidden = !isLost;
    const at = document.getElementById("at");
    if (at) at.hidden = isLost;
  }

  const stream = new EventSource(place.dataset.events);
  stream.addEventListener("open", () => {
    isOpen = true;
    ask();
  });
  stream.addEventListener("change", ask);
  stream.addEventListener("error", () => {
    isOpen = false;
  });
  setInterval(() => {
    if (!isOpen && !document.hidden) ask();
  }, POLL_MS);
  // The minute of an estimate grows old with nobody called.
  setInterval(() => {
    if (!document.hidden) ask();
  }, 60000);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask();
  });
})();
