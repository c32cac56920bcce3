import { setImmediate as breathe } from "node:timers/promises";
import type { Logger } from "pino";
import { ACROSS_OFFICES } from "../platform/database/sql.ts";
import { startJob } from "../platform/jobs/start-job.ts";
import type { Worker } from "../platform/worker.ts";
import { claim } from "./claim.ts";
import { officesWithMail } from "./claim-sql.ts";
import { type SendDeps, send } from "./send.ts";

export interface DeliverDeps extends SendDeps {
  readonly log: Logger;
}

/** Takes the outbox to the mail server, beside everything else; any number of processes may do so. */
export const startDelivering = (deps: DeliverDeps): Worker =>
  startJob(deps, "letters", {
    act: async (signal) => {
      let did = 0;
      const onSettled: SendDeps["onSettled"] = (state) => {
        if (state === "sent") did++;
        deps.onSettled?.(state);
      };
      return { isDone: await deliverAll({ ...deps, onSettled }, signal), did };
    },
    failure: "messages could not be sent; they are kept",
  });

/** Offices whose messages are written at the same time. */
const LANES = 2;

/** @returns false when the mail server takes nothing now: the messages wait, and are not held against anybody */
export async function deliverAll(deps: DeliverDeps, signal?: AbortSignal): Promise<boolean> {
  const offices = await deps.db.read(ACROSS_OFFICES, (tx) => officesWithMail(tx, deps.clock()));
  if (offices.length === 0) return true;
  const fault = await deps.mailer.verify().catch((error: Error) => error);
  if (fault) {
    deps.log.warn(
      { reason: fault.message, offices: offices.length },
      "the mail server can't be reached; messages wait",
    );
    return false;
  }
  const lane = async () => {
    for (let office = offices.shift(); office !== undefined && !signal?.aborted; office = offices.shift())
      await deliverOf(deps, office, signal).catch((err) =>
        deps.log.warn({ err, office }, "messages of an office wait"),
      );
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return true;
}

async function deliverOf(deps: DeliverDeps, office: number, signal: AbortSignal | undefined): Promise<void> {
  while (!signal?.aborted) {
    const { deliveries, isMore } = await deps.db.write({ office }, (tx) => claim(tx, office, deps.clock()));
    const outcomes = await Promise.all(
      deliveries.map(async (delivery, index) => {
        await turnsLater(index);
        return send(deps, office, delivery);
      }),
    );
    if (!isMore || !outcomes.includes("sent")) return;
  }
}

/** To write a message out keeps the program busy for two milliseconds: between any two of them others are answered. */
async function turnsLater(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await breathe();
}
