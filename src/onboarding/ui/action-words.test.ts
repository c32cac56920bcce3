import { expect, test } from "vitest";
import { textIn } from "../../text/text.ts";
import { actionWords } from "./action-words.ts";
import "../../text/pages.ts";

const t = textIn("el");
const viewed = { step: "queues-viewed", at: "2026-11-23T08:40:00+02:00", by: "Νεφέλη Λιμνιώτη" } as const;
const added = { step: "queue-added", at: "2026-11-24T10:58:00+02:00", by: "Άρης Καστανάς" } as const;

test("an action of two halves is done with the second one, by whoever did that", () => {
  expect(actionWords("queue", [viewed, added], t)).toEqual({
    isDone: true,
    state: "Ολοκληρώθηκε 24/11/2026, 10:58, Άρης Καστανάς",
    halves: [],
  });
});

test("until then each half says for itself how it stands", () => {
  expect(actionWords("queue", [viewed], t)).toEqual({
    isDone: false,
    state: "εκκρεμεί",
    halves: [
      { isDone: true, words: "Προβολή, 23/11, 08:40" },
      { isDone: false, words: "Προσθήκη, εκκρεμεί" },
    ],
  });
});

test("an action of one half has none to tell of", () => {
  expect(actionWords("print", [viewed], t)).toMatchObject({ isDone: false, halves: [] });
});
