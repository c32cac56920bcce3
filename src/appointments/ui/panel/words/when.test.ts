import { expect, test } from "vitest";
import { textIn } from "../../../../text/text.ts";
import { saveLabel } from "../booking/save-label.ts";
import { capitalised, dayLabel, whenPhrase } from "./when.ts";
import "../../../../text/beside.ts";

const today = "2026-11-24";
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const phrase = (date: string, language: "el" | "en" = "el") =>
  plain(whenPhrase({ date, time: "08:15" }, today, language));

test("a near day is said by its distance, another by its name", () => {
  expect(phrase(today)).toBe("σήμερα στις 08:15");
  expect(phrase("2026-11-25")).toBe("αύριο στις 08:15");
  expect(phrase("2026-11-26")).toBe("την Πέμπτη 26/11 στις 08:15");
  expect(phrase("2026-11-23")).toBe("τη Δευτέρα 23/11 στις 08:15");
  expect(phrase("2026-11-26", "en")).toBe("Thursday 26/11 at 08:15");
});

test("a label begins with a capital, and names tomorrow's date as well", () => {
  expect(dayLabel(today, today, "el")).toBe("Σήμερα");
  expect(dayLabel("2026-11-25", today, "el")).toBe("Αύριο, Τετ 25/11");
  expect(dayLabel("2026-11-26", today, "el")).toBe("Πέμ 26/11");
  expect(capitalised("ώρα")).toBe("Ώρα");
});

test("the button says what it will do: book, and whether somebody is here already", () => {
  const label = (time: string | null, arrives: boolean) =>
    plain(
      saveLabel(time ? { date: today, time } : null, {
        now: { date: today, time: "10:30" },
        arrives,
        t: textIn("el"),
        language: "el",
      }),
    );
  expect(label(null, true)).toBe("Επιλέξτε ώρα");
  expect(label("11:30", false)).toBe("Καταχώριση για σήμερα στις 11:30");
  expect(label("11:30", true)).toBe("Καταχώριση και προσέλευση, σήμερα στις 11:30");
  expect(label("10:30", true)).toBe("Καταχώριση και προσέλευση, τώρα στις 10:30");
});
