import { expect, test } from "vitest";
import type { Office } from "../../../../offices/contract.ts";
import { textIn } from "../../../../text/text.ts";
import type { Appointment } from "../../../contract.ts";
import { serviceName, shortServices } from "../../service-words.ts";
import { appointmentLabel, valueWords } from "./field-words.ts";
import "../../../../text/english.ts";
import "../../../../text/beside.ts";

const office = {
  services: [{ code: "signature", name: "Γνήσιο υπογραφής", nameEn: "Certification" }],
  notOffered: [],
} as unknown as Office;

const words = (field: string, value: unknown, language: "el" | "en" = "el") =>
  valueWords(field, value, { t: textIn(language), language, office, queueName: (queue) => `Ουρά ${queue}` });

test("each value is said in words", () => {
  expect(words("party", "business")).toBe("Επιχείρηση");
  expect(words("party", "citizen")).toBe("Πολίτης");
  expect(words("status", "arrived")).toBe(textIn("el")("plan.status-arrived"));
  expect(words("channel", "phone")).toBe(textIn("el")("plan.channel-phone"));
  expect(words("language", "en")).toBe("English");
  expect(words("queue", 3)).toBe("Ουρά 3");
  expect(words("date", "2026-11-24")).toBe("24/11/2026");
  expect(words("lastName", "Παππά")).toBe("Παππά");
});

test("what is empty says so, a nought is not empty", () => {
  for (const nothing of [null, undefined, ""]) expect(words("notes", nothing)).toBe(textIn("el")("panel.empty"));
  expect(words("notes", 0)).toBe("0");
});

test("a service is called by its name in the language, one that is not known any more by its code", () => {
  expect(words("service", "signature")).toBe("Γνήσιο υπογραφής");
  expect(serviceName(office, "signature", "en")).toBe("Certification");
  expect(serviceName(office, "gone", "el")).toBe("gone");
});

test("what has no name of ours is known as such", () => {
  const t = textIn("el");
  expect(["phone", "business.afm", "keptBy"].map((field) => appointmentLabel(field, t))).toEqual([
    "Τηλέφωνο",
    "ΑΦΜ",
    null,
  ]);
});

test("of another service a card says what for, where that is known", () => {
  const visit = { service: "other", moreServices: ["signature"], companions: [], matter: "Μίσθωση αγροτεμαχίου" };
  const shown = (matter: string | null) => shortServices(office, { ...visit, matter } as unknown as Appointment, "en");
  expect(shown("Μίσθωση αγροτεμαχίου")).toBe("Μίσθωση αγροτεμαχίου, Certification");
  expect(shown(null)).toBe("other, Certification");
});
