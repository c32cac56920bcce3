import type { Terminal } from "./command.ts";

const WIDTH = 30;
const REDRAW_MS = 80;

export interface ProgressBar {
  show(done: number, total: number): void;
  clear(): void;
}

/** A bar on the terminal's last line; nothing where nobody watches. */
export function progressBar({ draw }: Terminal, label: string): ProgressBar {
  let drawnAt = 0;
  return {
    show(done, total) {
      const now = performance.now();
      if (!draw || (now - drawnAt < REDRAW_MS && done < total)) return;
      drawnAt = now;
      const filled = total === 0 ? WIDTH : Math.floor((WIDTH * done) / total);
      draw(`${label} ${"█".repeat(filled)}${"░".repeat(WIDTH - filled)} ${done}/${total}`);
    },
    clear: () => draw?.(""),
  };
}
