import type { PublishedRecord } from "../rule/draw-record.ts";
import { faultInRecord, isRecord } from "./record-check.ts";

/** No draw's file is larger: one of 50,000 wishes has 11 MB. */
export const MOST_MEGABYTES = 50;

/** Why a file is not looked at. */
export interface DrawFileFault {
  readonly fault: "too-large" | "unreadable" | "no-json" | "other-rule" | "no-draw";
  /** What of it is not as it should be; empty: all of it */
  readonly where: string;
}

/** The draw of a file that somebody chose; nothing of it goes anywhere. */
export async function readDraw(file: Blob): Promise<PublishedRecord | DrawFileFault> {
  if (file.size > MOST_MEGABYTES * 1_000_000) return { fault: "too-large", where: "" };
  const content = await file.text().catch(() => null);
  if (content === null) return { fault: "unreadable", where: "" };
  const value = valueIn(content);
  if (value === undefined) return { fault: "no-json", where: "" };
  if (isRecord(value)) return value;
  const where = faultInRecord(value) ?? "";
  return {
    fault: where === "rule" && ruleOf(value) !== undefined ? "other-rule" : "no-draw",
    where: where.slice(0, 60),
  };
}

function valueIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

const ruleOf = (value: unknown): unknown => (value as { readonly rule?: unknown }).rule;
