import { expect, test } from "vitest";
import { createLogger } from "../../log.ts";
import { logStandby } from "./log-standby.ts";
import type { StandbyState } from "./standby.ts";

const FINE: StandbyState = { unfit: null, isPrimaryAway: false, lagMs: 0 };

/** What is written of a standby that is so, each second another way. */
function written(...states: readonly Partial<StandbyState>[]): string[] {
  const lines: string[] = [];
  let hear: (state: StandbyState) => void = () => {};
  let seconds = 0;
  const log = createLogger("info", { write: (line) => void lines.push(line) });
  const onState = (told: typeof hear) => {
    hear = told;
  };
  logStandby({ onState }, log, () => 1_000 * seconds);
  for (const state of states) {
    seconds++;
    hear({ ...FINE, ...state });
  }
  return lines.map((line) => {
    const { msg, reason } = JSON.parse(line) as { readonly msg: string; readonly reason?: string };
    return reason ? `${msg}: ${reason}` : msg;
  });
}

test("one that is fit from the start is not worth a line", () => {
  expect(written({}, {})).toEqual([]);
});

test("one that now is behind and now is not is told of once in a minute", () => {
  const behind = { unfit: "behind" };
  expect(written(behind, {}, behind, {}, behind, {})).toEqual([
    "the standby is not used; looks are made at the primary: behind",
    "looks are made at the standby",
  ]);
  const minute = Array.from({ length: 60 }, () => behind);
  expect(written(behind, {}, ...minute), "and what stays so is told").toHaveLength(3);
});

test("that the primary is away is told once, and that it is back", () => {
  const away = { isPrimaryAway: true };
  expect(written(away, { ...away, lagMs: 3 }, {})).toEqual([
    "the primary is out of reach; looks are made at the standby, acts are told to come again",
    "the primary is there again",
  ]);
});
