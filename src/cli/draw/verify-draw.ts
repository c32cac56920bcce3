import { readFile } from "node:fs/promises";
import { countsOfRecord } from "../../draws/rule/counts.ts";
import { isWithheld, type PublishedRecord } from "../../draws/rule/draw-record.ts";
import { findWish } from "../../draws/rule/find-wish.ts";
import { LEAST_PUBLISHED_WISHES } from "../../draws/rule/publishable.ts";
import { publishedRecord } from "../../draws/rule/record-schema.ts";
import { type CheckResult, isSound, verifyDraw } from "../../draws/rule/verify-draw.ts";
import type { Command, CommandCall } from "../command.ts";

/** Whether a published draw follows from its rule, and what became of one wish (--number N). It asks nobody, and needs no settings. */
export const verifyDrawCommand: Command = {
  files: 1,
  words: ["number"],
  run: async (call) => {
    const { terminal, text, files, words } = call;
    const [file = ""] = files;
    const record = await recordIn(file);
    if ("fault" in record) {
      terminal.err(text(`command.draw.${record.fault}`, { file }));
      return 2;
    }
    terminal.out(headlineOf(record, call));
    const results = await verifyDraw(record);
    for (const result of results) for (const line of sentencesOf(result, call)) terminal.out(line);
    const follows = isWithheld(record) ? "follows-withheld" : "follows";
    terminal.out(text(`command.draw.${isSound(results) ? follows : "follows-not"}`));
    const found = words.number === undefined || (await tellOf(record, words.number, call));
    return isSound(results) && found ? 0 : 1;
  },
};

async function recordIn(file: string): Promise<PublishedRecord | { readonly fault: "unreadable" | "no-draw" }> {
  const content = await readFile(file, "utf8").catch(() => null);
  if (content === null) return { fault: "unreadable" };
  const parsed = publishedRecord.safeParse(jsonIn(content));
  return parsed.success ? parsed.data : { fault: "no-draw" };
}

function jsonIn(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function headlineOf(record: PublishedRecord, { text }: CommandCall): string {
  const { draw, rule } = record;
  return text(isWithheld(record) ? "command.draw.of-withheld" : "command.draw.of", {
    draw,
    rule,
    ...countsOfRecord(record),
  });
}

function sentencesOf({ point, holds, unchecked, difference }: CheckResult, { text }: CommandCall): string[] {
  const what = text(`command.draw.point-${point}`);
  if (unchecked) return [text(`command.draw.${unchecked}`, { what, least: LEAST_PUBLISHED_WISHES })];
  if (holds) return [text("command.draw.holds", { what })];
  const lines = [text("command.draw.holds-not", { what })];
  if (!difference) return lines;
  const { place, published, computed } = difference;
  const nothing = text("command.draw.nothing");
  const told = { place: place ?? 1, published: published || nothing, computed: computed || nothing };
  return [...lines, text(place === null ? "command.draw.difference" : "command.draw.difference-at", told)];
}

async function tellOf(record: PublishedRecord, typed: string, { terminal, text }: CommandCall): Promise<boolean> {
  const { draw, order } = record;
  const wish = await findWish(record, typed);
  if (!wish) {
    terminal.out(text("command.draw.number-unknown", { number: typed, draw }));
    return false;
  }
  const { number, fate, place, fingerprint } = wish;
  terminal.out(text(`command.draw.number-${fate}`, { number, place: place ?? 0, of: order.length, fingerprint }));
  return true;
}
