import type pg from "pg";
import { poolOf } from "../pool.ts";
import { MARK_OF_DIRECT, requireRecovery, requireStandby } from "./require-fit.ts";

/** Shorter than for the primary, which is asked afterwards while somebody waits. */
const CONNECT_MS = 800;
const SILENCE_MS = 1_500;

/** Of connections that lead to a standby each; one that is lost is no news to anybody but the look that had it. */
export const standbyPool = (url: string, size: number): pg.Pool =>
  poolOf(
    { url, size, way: "direct", onError: () => {} },
    {
      ofServer: requireRecovery,
      ofConnection: requireStandby,
      connectMs: CONNECT_MS,
      silenceMs: SILENCE_MS,
      settings: { ...MARK_OF_DIRECT, statement_timeout: `${SILENCE_MS}ms` },
    },
  );
