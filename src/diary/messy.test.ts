import { expect, test } from "vitest";
import { DIARIES, type Truth } from "../../test/diaries/diaries.ts";
import { normalizePhone } from "../platform/text/phone.ts";
import { rowLabel } from "./matrix/row-label.ts";
import { readDiary } from "./read-diary.ts";
import type { ReadRow } from "./read-row.ts";
import { readFile } from "./ui/file/read-file.ts";
import { readWorkbook } from "./ui/file/read-workbook.ts";

const NOW = Temporal.Instant.from("2026-11-24T10:42:00+02:00");
const OFFICE = {
  services: [{ code: "signature", name: "Γνήσιο υπογραφής", shortName: "Γνήσιο" }],
  queues: [
    { number: 1, name: "Ουρά 1", employee: "Νεφέλη Λιμνιώτη" },
    { number: 2, name: "Ουρά 2", employee: "Ηλίας Σταυράκης" },
  ],
};

function readAs({ date, time, lastName, firstName, phone, queue, errors, doubts }: ReadRow): Truth[string] {
  if (errors.length + doubts.length > 0) return "marked";
  const found = normalizePhone(phone ?? "");
  const digits = "e164" in found ? found.e164.replace("+30", "") : (phone ?? "");
  return [`${date} ${time}`, `${lastName} ${firstName}`, digits, queue ?? 0];
}

const whole = (truth: Truth): object =>
  Object.fromEntries(
    Object.entries(truth).map(([row, [when, who, phone = "", queue = 0]]) => [row, [when, who, phone, queue]] as const),
  );

test.each(DIARIES)("$name: each line is read right or marked, none is silently wrong", async ({ file, truth }) => {
  const content = await readFile(file(), readWorkbook);
  if (!("sheets" in content)) throw new Error(content.fault);
  const request = { text: content.sheets[0]?.text ?? "", service: "signature", queue: null };
  const { rows } = await readDiary(request, OFFICE, NOW);
  const read = Object.fromEntries(rows.map((row) => [rowLabel(row.row), readAs(row)]));
  const marked = Object.entries(truth).filter(([, each]) => each === "marked");
  const right = Object.fromEntries(Object.entries(truth).filter(([, each]) => each !== "marked"));
  expect(read).toEqual({ ...whole(right as Truth), ...Object.fromEntries(marked) });
});
