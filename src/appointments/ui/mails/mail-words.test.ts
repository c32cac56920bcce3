import { expect, test } from "vitest";
import type { Mail } from "../../../mail/contract.ts";
import { REFUSAL_REASONS } from "../../../mail/rules.ts";
import { textIn } from "../../../text/text.ts";
import { insteadOf, letterWords, reasonWords, stateWords } from "./mail-words.ts";
import "../../../text/beside.ts";

const t = textIn("el");
const wording = { t, language: "el", now: { date: "2026-11-24", time: "10:42" } } as const;
const AT = "2026-11-24T10:44:00+02:00";
const MAIL: Mail = {
  id: "a",
  letter: "confirmation",
  state: "planned",
  address: "eleni@example.gr",
  plannedAt: AT,
  dueAt: AT,
  settledAt: null,
  was: null,
  reason: null,
  answer: null,
  isLost: false,
};

const plain = (words: string | null) => words?.replaceAll("\u00a0", " ");

test.each([
  [{}, "θα σταλεί στις 10:44"],
  [{ dueAt: "2026-11-25T08:15:00+02:00" }, "θα σταλεί Τετ 25/11, 08:15"],
  [{ reason: "unreachable" }, "νέα προσπάθεια στις 10:44"],
  [{ dueAt: "2026-11-24T10:42:30+02:00" }, "περιμένει τον διακομιστή e-mail"],
  [{ state: "sending" }, "στέλνεται τώρα"],
  [{ state: "sent", settledAt: AT }, "στις 10:44, στάλθηκε"],
  [{ state: "refused", settledAt: "2026-11-23T08:31:00+02:00" }, "Δευ 23/11, 08:31, δεν παραδόθηκε"],
  [{ state: "expired", settledAt: AT }, "στις 10:44, δεν παραδόθηκε επί 48 ώρες"],
  [{ state: "expired", reason: "restored", settledAt: AT }, "στις 10:44, δεν στάλθηκε"],
] as const)("a letter that is %j: %s", (mail, expected) => {
  expect(plain(stateWords({ ...MAIL, ...mail }, wording))).toBe(expected);
});

test("a change names the time that it takes the place of, where it does", () => {
  const was = { date: "2026-11-23", time: "10:15" };
  expect([letterWords({ letter: "change", was }, t), insteadOf({ was }, t)]).toEqual([
    "Νέα ώρα",
    "αντί για 23/11, 10:15",
  ]);
  expect([letterWords({ letter: "change", was: null }, t), insteadOf({ was: null }, t)]).toEqual(["Αλλαγή", null]);
});

test("each reason has words of its own; of a domain it is named", () => {
  const words = REFUSAL_REASONS.map((reason) => reasonWords({ reason, address: "marek@example.pl" }, t));
  expect(new Set(words).size).toBe(REFUSAL_REASONS.length);
  expect(words[REFUSAL_REASONS.indexOf("no-such-domain")]).toContain("example.pl");
  expect(reasonWords(MAIL, t)).toBeNull();
});
