import type { Terminal } from "./command.ts";

const WIDTH = 30;
const REDRAW_MS = 80;
/** Before that nobody can tell how long it will take. */
const ESTIMATE_AFTER_MS = 3_000;

export interface ProgressBar {
  show(done: number, total: number): void;
  clear(): void;
}

/**
 * A bar on the terminal's last line; nothing where nobody watches.
 * @param timeLeft what to say of the seconds still to go, on work that takes minutes
 */
export function progressBar({ draw }: Terminal, label: string, timeLeft?: (seconds: number) => string): ProgressBar {
  let drawnAt = Number.NEGATIVE_INFINITY;
  let began = { at: 0, done: 0, total: -1 };
  return {
    show(done, total) {
      const now = performance.now();
      if (total !== began.total) began = { at: now, done, total };
      if (!draw || (now - drawnAt < REDRAW_MS && done < total)) return;
      drawnAt = now;
      const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
      const seconds = secondsLeft(now - began.at, done - began.done, total - done);
      const left = seconds === null || !timeLeft ? "" : ` · ${timeLeft(seconds)}`;
      draw(`${label} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total}${left}`);
    },
    clear: () => draw?.(""),
  };
}

/** At the pace since this work began, of which some may have stood done before; null while there is nothing to say. */
function secondsLeft(passedMs: number, done: number, open: number): number | null {
  if (passedMs < ESTIMATE_AFTER_MS || done <= 0 || open <= 0) return null;
  return (passedMs / done / 1000) * open;
}
