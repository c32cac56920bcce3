import type { Logger } from "pino";
import type { Standby } from "./standby.ts";

/** One that is now fit and now behind is told of so often at most; what stays so is told then. */
const TELL_MS = 60_000;

/** A line when looks begin to be made elsewhere, whichever way. */
export function logStandby(standby: Pick<Standby, "onState">, log: Logger, clock = () => performance.now()): void {
  let toldAway = false;
  let toldUnfit: string | null = null;
  let toldAt = Number.NEGATIVE_INFINITY;
  standby.onState(({ isPrimaryAway, unfit }) => {
    if (isPrimaryAway !== toldAway) log.warn(isPrimaryAway ? AWAY : "the primary is there again");
    toldAway = isPrimaryAway;
    if (unfit === toldUnfit || (unfit !== null && clock() - toldAt < TELL_MS)) return;
    if (unfit === null) log.info("looks are made at the standby");
    else log.warn({ reason: unfit }, "the standby is not used; looks are made at the primary");
    toldUnfit = unfit;
    toldAt = clock();
  });
}

const AWAY = "the primary is out of reach; looks are made at the standby, acts are told to come again";
