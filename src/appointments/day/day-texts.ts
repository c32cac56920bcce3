import { declaredText } from "../../platform/http/contract/declared-only.ts";
import { readyJson, versionOf } from "../../platform/http/ready-json.ts";
import { dayResponse } from "../contract.ts";
import type { SharedDay } from "./day.ts";
import { type OwnTexts, textsByOwnQueues } from "./own-texts.ts";

/** What it is versioned by: the clock moves on without it. */
const contentText = declaredText(dayResponse.omit({ date: true, version: true, now: true }));

/** As a queue of nobody's has it; within a text of JSON the marks before the colon would stand apart. */
const NOBODYS = '"isMine":false';

export function textsOfDay({ day, servedBy }: SharedDay): OwnTexts {
  const parts = contentText(day).split(NOBODYS);
  return textsByOwnQueues(servedBy, (own) => {
    const content = parts.map((part, at) => (at < own.length ? `${part}"isMine":${own[at]}` : part)).join("");
    const version = versionOf(content);
    const head = JSON.stringify({ date: day.date, version, now: day.now });
    return readyJson(version, `${head.slice(0, -1)},${content.slice(1)}`);
  });
}
