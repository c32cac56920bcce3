import type { Logger } from "pino";
import { startJob } from "../../platform/jobs/start-job.ts";
import type { Worker } from "../../platform/worker.ts";
import { type DrawRow, drawOf, drawsUnderWay } from "../draw-sql.ts";
import { type DrawDeps, type OnDrawFailure, planDraws } from "../plan/plan-draws.ts";
import { keepOpen, openWhenDue, sealWhenDue } from "./begin.ts";
import { closeWhenDue } from "./close.ts";
import { drawWhenSealed } from "./draw-order.ts";
import { endWhenDue } from "./forget.ts";
import { settleDraw } from "./settle.ts";

const FAILURE = "draws could not be brought forward";

/** Brings all draws forward as their hours come: any number of processes do the same, and each step is done once. */
export const startDrawing = ({ log, ...deps }: DrawDeps & { readonly log: Logger }): Worker =>
  startJob({ db: deps.db, log }, "draws", {
    act: async (signal) => {
      let isDone = true;
      await runDraws(deps, signal, (err, draw) => {
        isDone = false;
        log.warn({ err, draw }, FAILURE);
      });
      return isDone;
    },
    failure: FAILURE,
  });

type Step = (deps: DrawDeps, draw: DrawRow, signal?: AbortSignal) => Promise<unknown>;

/** In the order in which a draw comes to them; each reads it anew. */
const STEPS: readonly Step[] = [
  keepOpen,
  sealWhenDue,
  openWhenDue,
  closeWhenDue,
  drawWhenSealed,
  settleDraw,
  endWhenDue,
];

/** @param onFailure without it what fails is thrown */
export async function runDraws(
  deps: DrawDeps,
  signal?: AbortSignal,
  onFailure: OnDrawFailure = rethrow,
): Promise<void> {
  await planDraws(deps, onFailure);
  for (const { number } of await drawsUnderWay(deps.db.nation)) {
    try {
      for (const step of STEPS) {
        if (signal?.aborted) return;
        const draw = await drawOf(deps.db.nation, number);
        if (draw) await step(deps, draw, signal);
      }
    } catch (error) {
      onFailure(error, number);
    }
  }
}

function rethrow(error: unknown): never {
  throw error;
}
