// The own place follows the line by itself: the server sends what is to be seen whenever that changes, and says in between that
// it is there. Where no stream comes through the page asks by itself. Without this script there is a link to press.
(() => {
  const place = document.getElementById("place");
  const said = document.getElementById("said");
  if (!place || !window.EventSource || !window.fetch) return;
  // The server speaks every fifteen seconds.
  const SILENCE_MS = 40000;
  const LOOK_MS = 5000;
  const POLL_MS = 15000;
  const ANSWER_MS = 10000;
  const markupOf = (parts) => [...parts].map((part) => part.outerHTML);
  // As the server sent them: whoever reads has opened something since.
  let parts = markupOf(place.children);
  let isAsking = false;
  let triedAt = Date.now();
  let heardAt = Date.now();
  let sent = 0;
  let stream;

  function heard() {
    heardAt = Date.now();
    lost(false);
  }

  // What has not changed stays: a screen reader would say it again, and what is open would close.
  function show(markup) {
    const page = new DOMParser().parseFromString(markup, "text/html");
    const now = page.getElementById("place");
    if (!now) {
      leave();
      return;
    }
    heard();
    const next = markupOf(now.children);
    if (next.length !== parts.length) place.innerHTML = now.innerHTML;
    else
      for (const [index, part] of [...now.children].entries())
        if (next[index] !== parts[index]) place.children[index].replaceWith(part);
    parts = next;
    document.title = page.title;
    const before = place.dataset.said;
    place.dataset.said = now.dataset.said;
    if (now.dataset.said !== before) said.textContent = now.dataset.said;
  }

  function lost(isLost) {
    place.classList.toggle("place--lost", isLost);
    const words = document.getElementById("lost");
    if (words) words.hidden = !isLost;
    const at = document.getElementById("at");
    if (at) at.hidden = isLost;
  }

  function leave() {
    stream.close();
    location.reload();
  }

  function connect() {
    if (stream) stream.close();
    stream = new EventSource(place.dataset.events);
    stream.addEventListener("place", ({ data }) => {
      sent++;
      show(JSON.parse(data));
    });
    stream.addEventListener("beat", heard);
    stream.addEventListener("gone", leave);
  }

  // A connection that is open and silent may have lost its other end.
  function ask() {
    if (isAsking) return;
    isAsking = true;
    triedAt = Date.now();
    if (Date.now() - heardAt >= SILENCE_MS || stream.readyState === EventSource.CLOSED) connect();
    const end = new AbortController();
    const before = sent;
    const late = setTimeout(() => end.abort(), ANSWER_MS);
    void fetch(location.pathname, { cache: "no-store", signal: end.signal })
      .then((answer) => {
        if (answer.status !== 200 && answer.status !== 404) throw new Error("no answer");
        return answer.text();
      })
      // What was sent meanwhile is newer.
      .then((markup) => sent === before && show(markup))
      .catch(() => lost(true))
      .then(() => {
        clearTimeout(late);
        isAsking = false;
      });
  }

  connect();
  setInterval(() => {
    const isFollowing = stream.readyState === EventSource.OPEN && Date.now() - heardAt < SILENCE_MS;
    if (!isFollowing && Date.now() - triedAt >= POLL_MS) ask();
  }, LOOK_MS);
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) ask();
  });
})();
