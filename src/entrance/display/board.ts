import { callsOfDay } from "../../appointments/line/day-line.ts";
import { ruleInWords } from "../../appointments/line/rule-in-words.ts";
import type { Read } from "../../platform/database/sql.ts";
import { clockTextOf, dateOf } from "../../platform/time.ts";
import type { Text } from "../../text/text.ts";
import { numberText, spokenNumber } from "../../waiting/number.ts";
import { type Board, type BoardCall, board, MOST_CALLS } from "./board-schema.ts";
import { type BoardFacts, boardFacts } from "./board-sql.ts";
import { speechOf } from "./speech.ts";
import { standingCalls } from "./standing.ts";

/** What the displays of an office show now, and which of them there are. */
export interface OfficeBoard extends Pick<BoardFacts, "screens"> {
  readonly board: Omit<Board, "now" | "time" | "release">;
}

export async function boardOf(tx: Read, officeId: number, now: Temporal.Instant, t: Text): Promise<OfficeBoard> {
  const date = dateOf(now);
  const [calls, facts] = await Promise.all([callsOfDay(tx, officeId, date), boardFacts(tx, officeId, { date, now })]);
  const { name, slackMinutes, arrows, servesSince, screens } = facts;
  const standing = standingCalls(calls, servesSince, now).slice(0, MOST_CALLS);
  return {
    board: {
      office: name,
      rule: ruleInWords(slackMinutes, t),
      calls: standing.map((call) => boardCall(call, arrows[call.counter] ?? null, t)),
    },
    screens,
  };
}

type Call = Awaited<ReturnType<typeof callsOfDay>>[number];

function boardCall({ letter, number, counter, at }: Call, arrow: BoardCall["arrow"], t: Text): BoardCall {
  const key = numberText({ letter, number });
  const shown = spokenNumber(key);
  const way = arrow === null ? null : t(`display.${arrow}`);
  const words = [shown, t("display.to-counter", { counter }), way].filter((part) => part !== null).join(", ");
  const speech = speechOf(letter, number, counter);
  return {
    key,
    at: at.epochMilliseconds,
    number: shown,
    counter,
    arrow,
    way: way === null ? "" : `${way}, `,
    words,
    speech,
  };
}

/** As it is sent: whatever is no part of the contract throws. */
export const boardText = (of: OfficeBoard["board"], release: string, now: Temporal.Instant): string =>
  `event: board\ndata: ${JSON.stringify(
    board.parse({ ...of, release, now: now.epochMilliseconds, time: clockTextOf(now) }),
  )}\n\n`;
