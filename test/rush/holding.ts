import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/pbkdf2";
import type { Citizen, Page } from "../citizen.ts";
import type { VisitDesk } from "../visit-desk.ts";

interface Means {
  readonly hasScript?: boolean;
  readonly onTries?: (tries: number) => void;
}

/** Chooses a time by whatever it takes. Null: the time is gone; else whether it is held from now on */
export async function holds(
  citizen: Citizen,
  { office }: VisitDesk,
  at: string,
  { hasScript = true, onTries }: Means = {},
): Promise<boolean | null> {
  const hold = (more: Readonly<Record<string, string>> = {}) =>
    citizen.send(`/book/offices/${office.code}/hold`, { service: "signature", at, ...more });
  const page = await hold();
  if (isHeld(page)) return true;
  const challenge = challengeIn(page);
  if (challenge && hasScript) {
    onTries?.(challenge.parameters.data.tries);
    return isHeld(await hold({ proof: await solved(challenge) })) || null;
  }
  const isAsked = challenge !== null || page.text.includes("κρατιέται μόλις");
  return isAsked && isHeld(await hold({ later: "1" })) ? false : null;
}

const isHeld = ({ headers }: Page): boolean => headers.location === "/book/who" || headers.location === "/book/check";

function challengeIn({ html }: Page) {
  const [, challenge = ""] = /data-challenge="([^"]+)"/.exec(html) ?? [];
  return challenge === "" ? null : JSON.parse(challenge.replaceAll("&quot;", '"'));
}

async function solved(challenge: Parameters<typeof solveChallenge>[0]["challenge"]): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString("base64");
}
