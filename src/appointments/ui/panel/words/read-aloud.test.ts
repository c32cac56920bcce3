import { describe, expect, test } from "vitest";
import type { Service } from "../../../../offices/contract.ts";
import { VISIT_CASES, type VisitCase } from "../../../../text/to-bring.ts";
import { inSentence, readAloud, readAloudClash } from "./read-aloud.ts";
import "../../../../text/beside.ts";

const signature = {
  code: "signature",
  name: "Βεβαίωση γνησίου υπογραφής",
  shortName: "Γνήσιο υπογραφής",
  nameEn: "Certification of signature",
  minutes: 15,
  toBring: [
    { greek: "Ταυτότητα ή διαβατήριο.", english: "Identity card or passport", mark: null, cases: [...VISIT_CASES] },
    { greek: "Βεβαίωση του δήμου", english: null, mark: "found" as const, cases: [...VISIT_CASES] },
    { greek: "Εξουσιοδότηση", english: "Authorisation", mark: "original" as const, cases: ["proxy" as const] },
  ],
};
const alone = (service: Service, visitCase: VisitCase = "self") => ({
  services: [service],
  persons: 1,
  minutes: service.minutes,
  visitCase,
});
const today = "2026-11-24";
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("what to read to the citizen", () => {
  test("names the day, the time, the service and what to bring", () => {
    expect(plain(readAloud({ date: today, time: "11:30" }, alone(signature), today, "el"))).toBe(
      "«Σήμερα, *Τρίτη 24 Νοεμβρίου, στις 11:30*, για γνήσιο υπογραφής. Να έχετε μαζί σας ταυτότητα ή διαβατήριο.»",
    );
  });

  test("says «το Σάββατο», «τη Δευτέρα» and else «την»", () => {
    expect(readAloud({ date: "2026-11-28", time: "09:00" }, alone(signature), today, "el")).toMatch(
      /^«Το \*Σάββατο 28 Νοεμβρίου/,
    );
    expect(readAloud({ date: "2026-11-30", time: "09:00" }, alone(signature), today, "el")).toMatch(/^«Τη \*Δευτέρα/);
    expect(readAloud({ date: "2026-11-27", time: "09:00" }, alone(signature), today, "el")).toMatch(
      /^«Την \*Παρασκευή 27 Νοεμβρίου/,
    );
  });

  test("is in English for who gets messages in English", () => {
    expect(plain(readAloud({ date: "2026-11-25", time: "08:15" }, alone(signature), today, "en"))).toBe(
      "“Tomorrow, *Wednesday 25 November, at 08:15*, for: certification of signature. Please bring identity card or passport.”",
    );
  });

  test("says what whoever comes with an authorisation brings, and not what the office finds", () => {
    expect(readAloud({ date: today, time: "11:30" }, alone(signature, "proxy"), today, "el")).toMatch(
      /Να έχετε μαζί σας ταυτότητα ή διαβατήριο, εξουσιοδότηση\.»$/,
    );
  });

  test("says nothing about papers when none are needed", () => {
    expect(readAloud({ date: today, time: "11:30" }, alone({ ...signature, toBring: [] }), today, "el")).toMatch(
      /υπογραφής\.»$/,
    );
  });
});

test("several people and services are one visit, and each paper is said once", () => {
  const copies = { ...signature, code: "copies", shortName: "Επικύρωση αντιγράφων" };
  const visit = { services: [signature, copies], persons: 2, minutes: 20, visitCase: "self" as const };
  expect(plain(readAloud({ date: today, time: "11:30" }, visit, today, "el"))).toBe(
    "«Σήμερα, *Τρίτη 24 Νοεμβρίου, στις 11:30*, για γνήσιο υπογραφής, επικύρωση αντιγράφων, 2 άτομα μαζί, 20 λεπτά. Να έχετε μαζί σας ταυτότητα ή διαβατήριο.»",
  );
});

test("an abbreviated name is read in full", () => {
  const income = { ...signature, name: "Αίτηση ελάχιστου εισοδήματος", shortName: "Ελάχ. εισόδημα" };
  expect(readAloud({ date: today, time: "11:30" }, alone(income), today, "el")).toContain(
    "για αίτηση ελάχιστου εισοδήματος.",
  );
});

describe("after a collision", () => {
  test("asks for the nearest time and gives the others", () => {
    const others = [
      { date: today, time: "12:40" },
      { date: "2026-11-25", time: "08:15" },
    ];
    expect(plain(readAloudClash({ date: today, time: "11:40" }, others, today, "el"))).toBe(
      "«Αυτή η ώρα μόλις δόθηκε. Σας βολεύει *σήμερα στις 11:40*; Αλλιώς στις 12:40 ή αύριο στις 08:15.»",
    );
  });

  test("leaves out the others when there are none", () => {
    expect(readAloudClash({ date: today, time: "11:40" }, [], today, "el")).toMatch(/;»$/);
  });
});

test("a heading within a sentence keeps its acronyms", () => {
  expect(inSentence("Κωδικοί TAXISnet", "el")).toBe("κωδικοί TAXISnet");
  expect(inSentence("ΑΦΜ και κλειδάριθμος", "el")).toBe("ΑΦΜ και κλειδάριθμος");
  expect(inSentence("Άδεια οδήγησης", "el")).toBe("άδεια οδήγησης");
});
