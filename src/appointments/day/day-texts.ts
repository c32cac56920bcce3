import { createHash } from "node:crypto";
import { declaredText } from "../../platform/http/contract/declared-only.ts";
import { type ReadyJson, readyJson } from "../../platform/http/ready-json.ts";
import { dayResponse } from "../contract.ts";
import type { SharedDay } from "./day.ts";

/** A day as it is sent: the same bytes to all who serve the same of its queues, made when the first of them asks. */
export type DayTexts = (employeeId: number) => ReadyJson;

/** What it is versioned by: the clock moves on without it. */
const contentText = declaredText(dayResponse.omit({ date: true, version: true, now: true }));

/** As a queue of nobody's has it; within a text of JSON the marks before the colon would stand apart. */
const NOBODYS = '"isMine":false';

export function textsOfDay({ day, servedBy }: SharedDay): DayTexts {
  const parts = contentText(day).split(NOBODYS);
  const texts = new Map<string, ReadyJson>();
  return (employeeId) => {
    const own = servedBy.map((employee) => employee === employeeId);
    const key = own.join();
    const known = texts.get(key);
    if (known) return known;
    const content = parts.map((part, at) => (at < own.length ? `${part}"isMine":${own[at]}` : part)).join("");
    const version = createHash("sha256").update(content).digest("base64url").slice(0, 16);
    const head = JSON.stringify({ date: day.date, version, now: day.now });
    const made = readyJson(version, `${head.slice(0, -1)},${content.slice(1)}`);
    texts.set(key, made);
    return made;
  };
}
