import { countsOfRecord } from "../rule/counts.ts";
import { isWithheld, type PublishedRecord } from "../rule/draw-record.ts";
import { findWish } from "../rule/find-wish.ts";
import { verifyDraw } from "../rule/verify-draw.ts";
import type { CheckQuestion, FileAnswer, NumberAnswer } from "./check-messages.ts";
import { readDraw } from "./draw-file.ts";

/** Beside the page, which stays alive while it computes. A draw is read once; its numbers are looked up in it. */
export function answerQuestions(
  answer: (to: FileAnswer | NumberAnswer) => void,
): (asked: CheckQuestion) => Promise<void> {
  let record: PublishedRecord | null = null;

  async function checked(file: Blob): Promise<FileAnswer> {
    const read = await readDraw(file);
    if ("fault" in read) return read;
    record = read;
    return { draw: read.draw, isWithheld: isWithheld(read), ...countsOfRecord(read), results: await verifyDraw(read) };
  }

  return async (asked) =>
    answer("file" in asked ? await checked(asked.file) : record && (await findWish(record, asked.number)));
}
