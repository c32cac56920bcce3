import { isSound } from "../rule/verify-draw.ts";
import type { CheckedDraw, CheckQuestion } from "./check-messages.ts";
import { answerQuestions } from "./check-worker.ts";
import { type Checker, startChecker } from "./checker.ts";
import type { DrawFileFault } from "./draw-file.ts";
import { byId, element } from "./element.ts";
import { ownNumber } from "./own-number.ts";
import { pointsBox, whatNow } from "./points-box.ts";
import { type CheckWords, wordsFrom } from "./words.ts";

/**
 * Anybody recomputes a draw from its published file, on their own device: nothing is sent, and a saved page does the same. One
 * program: in the page it asks, in its worker it answers.
 */
if (typeof document === "undefined") {
  const answer = answerQuestions((to) => postMessage(to));
  addEventListener("message", ({ data }: MessageEvent<CheckQuestion>) => void answer(data));
} else if (window.Worker && window.crypto?.subtle) {
  const script = document.currentScript as HTMLScriptElement;
  openPage(script.src);
}

function openPage(script: string): void {
  const page = byId("draws");
  const words = wordsFrom(JSON.parse(page.dataset.words ?? "[]"));
  const input = byId<HTMLInputElement>("file");
  let checker: Checker | null = null;
  let checked: CheckedDraw | null = null;
  page.hidden = false;
  byId("without").hidden = true;

  async function check(file: File): Promise<void> {
    checker?.end();
    clear();
    byId("progress").hidden = false;
    byId("told").textContent = words("checking", { file: file.name });
    const current = startChecker(script);
    checker = current;
    const answer = await current.check(file).catch(() => null);
    if (checker !== current) return;
    clear();
    if (answer && "results" in answer) {
      checked = answer;
      showResult(answer, words);
    } else {
      input.setAttribute("aria-invalid", "true");
      byId("file-error").textContent = answer ? faultInWords(answer, file.name, words) : words("failed");
    }
  }

  function clear(): void {
    checked = null;
    input.removeAttribute("aria-invalid");
    for (const id of ["about", "points", "found", "told", "file-error", "number-error"]) byId(id).replaceChildren();
    for (const id of ["progress", "own"]) byId(id).hidden = true;
  }

  async function find(typed: string): Promise<void> {
    if (!checker || !checked) return;
    const isNumber = /\d/.test(typed);
    byId("number").setAttribute("aria-invalid", String(!isNumber));
    byId("number-error").textContent = isNumber ? "" : words("number-missing");
    byId("found").replaceChildren();
    if (!isNumber) return byId("number").focus();
    const { draw, wishes: of } = checked;
    const found = await checker.find(typed).catch(() => undefined);
    byId("found").replaceChildren(found === undefined ? words("failed") : ownNumber(found, { typed, draw, of }, words));
  }

  const start = (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (file) void check(file);
  };
  input.addEventListener("change", () => start(input.files));
  byId("own").addEventListener("submit", (event) => {
    event.preventDefault();
    void find(byId<HTMLInputElement>("number").value.trim());
  });
  // Wherever on the page it falls: else the browser would leave the page for the file.
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (files?.length) input.files = files;
    start(files);
  });
  // A browser that goes back to the page may bring the chosen file along.
  start(input.files);
  const { file: address } = page.dataset;
  if (address && !input.files?.length)
    void fetched(address).then((file) => (checker === null && file ? check(file) : null));
}

/** Of a draw whose page led here: nothing is sent but the question for it. Null: it can't be had now, and is chosen by hand. */
async function fetched(address: string): Promise<File | null> {
  const answer = await fetch(address).catch(() => null);
  return answer?.ok ? new File([await answer.blob()], address.slice(address.lastIndexOf("/") + 1)) : null;
}

function showResult({ draw, isWithheld, wishes, drawn, results }: CheckedDraw, words: CheckWords): void {
  byId("about").replaceChildren(
    element("h2", "", words("of", { draw })),
    element("p", "", words(isWithheld ? "sums-withheld" : "sums", { wishes, drawn })),
  );
  byId("own").hidden = false;
  byId("points").replaceChildren(pointsBox(results, words), ...(isSound(results) ? [] : whatNow(words)));
}

function faultInWords({ fault, where }: DrawFileFault, file: string, words: CheckWords): string {
  return fault === "no-draw" && where ? words("no-draw-at", { file, where }) : words(fault, { file, where });
}
