// Two minutes before a hold ends, and when it has ended, that is said, in the title too. Without this script the bar says until
// when it lasts. By seconds, not by the clock of the phone, which may be wrong.
(() => {
  const bar = document.querySelector("[data-left]");
  if (!bar) return;
  const status = bar.querySelector("[role=status]");
  const { title } = document;
  const end = Date.now() + Number(bar.dataset.left) * 1000;

  function look() {
    const left = end - Date.now();
    const words = left <= 0 ? bar.dataset.over : bar.dataset.soon;
    if (left <= 120000 && status.textContent !== words) {
      status.textContent = words;
      document.title = `${words} ${title}`;
    }
    if (left > 0) setTimeout(look, 1000);
  }
  look();
})();
