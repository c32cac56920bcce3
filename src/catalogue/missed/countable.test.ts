import { expect, test } from "vitest";
import { countableWord } from "./countable.ts";

test.each([
  ["αποστίλ", ["αποστίλ"], "αποστιλ"],
  ["θέλω φωτοτυπίες", ["φωτοτυπίες"], "φωτοτυπι"],
  ["apostille", ["apostille"], "apostil"],
])("one word that nobody understands may be counted, without its ending: %s", (typed, unknown, word) =>
  expect(countableWord(typed, unknown)).toBe(word),
);

test.each([
  ["Σταυρούλα Ξωτζβρού", ["Σταυρούλα", "Ξωτζβρού"]],
  ["υπογραφή πιστοποιητικού οικογενειακής καταστάσεως ξωτζβρού δημοτολογίου", ["ξωτζβρού"]],
  ["ξωτζβρού 6944123456", ["ξωτζβρού"]],
  ["Οδός Ανεμώνης 12", ["Ανεμώνης"]],
  ["a21", ["a21"]],
  ["maria@example.gr", ["maria"]],
  ["ξτρ", ["ξτρ"]],
  ["είμαι εγώ που είχα έρθει με τον ξωτζβρό χθες", ["ξωτζβρό"]],
  ["α".repeat(70), ["α".repeat(70)]],
  ["ξωτζβρού-βρου", ["ξωτζβρού-βρου"]],
  ["٠١٢٣ كلمة", ["كلمة"]],
  ["υπογραφή", []],
])("nothing of what could be a name, a number or an address: %s", (typed, unknown) =>
  expect(countableWord(typed, unknown)).toBeNull(),
);
