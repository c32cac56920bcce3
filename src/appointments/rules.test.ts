import { expect, test } from "vitest";
import { fieldErrors, normalized } from "./rules.ts";

const codes = (details: Parameters<typeof fieldErrors>[0]) =>
  fieldErrors(details).map(({ field, code }) => `${field}: ${code}`);

test("contact data are optional (circular §Β)", () => {
  expect(codes({ lastName: "Παπαδοπούλου", firstName: "Ελένη" })).toEqual([]);
  expect(codes({ phone: "", email: " " })).toEqual([]);
  expect(normalized({ phone: " ", email: "" })).toEqual({ phone: null, email: null });
});

test("hard names are names", () => {
  for (const name of [
    "Αϊβαλιώτης",
    "Παπαδοπούλου-Ιωάννου",
    "O'Brien",
    "Müller",
    "Ταΰγετος",
    "ΑΛΚΥΟΝΗ ΜΕΤΑΦΟΡΙΚΗ Ι.Κ.Ε.",
    "王",
  ]) {
    expect(codes({ lastName: name })).toEqual([]);
  }
});

test("names keep their letters but not stray spaces or split accents", () => {
  const written = { lastName: "  Παπα   δόπουλος ".normalize("NFD"), firstName: " Ελένη  Μαρία" };
  expect(normalized(written)).toEqual({ lastName: "Παπα δόπουλος", firstName: "Ελένη Μαρία" });
});

test("a name is not blank, not endless and has nothing unseen in it", () => {
  expect(codes({ lastName: "  ", firstName: "" })).toEqual([
    "lastName: last-name-required",
    "firstName: first-name-required",
  ]);
  expect(codes({ lastName: "α".repeat(10_000) })).toEqual(["lastName: field-too-long"]);
  for (const bad of [
    "Α\u0000Β",
    "Α\u202eΒ",
    "Α\r\nBcc: x",
    "Α\ud800",
    "Α\ufffeΒ",
    "Α\uffff",
    "\ufdd0Α",
    "Α\u{1fffe}",
    "Α\u200dΒ",
  ])
    expect(codes({ lastName: bad })).toEqual(["lastName: field-control-characters"]);
  expect(codes({ firstName: "12 .." })).toEqual(["firstName: name-without-letters"]);
});

test.each([
  ["694 412 3456", "+306944123456"],
  ["2310-123456", "+302310123456"],
  ["00306944123456", "+306944123456"],
  ["+49 30 901820", "+4930901820"],
  ["(+30) 694 412 3456", "+306944123456"],
  ["( 0030 ) 6944123456", "+306944123456"],
  ["+30 (694) 412-3456", "+306944123456"],
  ["694\u2011412\u20113456", "+306944123456"],
  ["694–412—3456", "+306944123456"],
  ["\u202a+30 694 412 3456\u202c", "+306944123456"],
  ["\u200e6944123456\ufeff", "+306944123456"],
  ["694\u202f412\u00a03456", "+306944123456"],
])("the phone %s is stored as %s", (typed, stored) => {
  expect(codes({ phone: typed })).toEqual([]);
  expect(normalized({ phone: typed }).phone).toBe(stored);
});

test.each([
  ["694 412 345", "phone: phone-too-short"],
  ["6944123456789", "phone: phone-invalid"],
  ["1234567890", "phone: phone-invalid"],
  ["six nine", "phone: phone-invalid"],
  ["\u200f694 412 345", "phone: phone-too-short"],
  ["((+30) 6944123456", "phone: phone-invalid"],
  ["800 123 4567", "phone: phone-of-service"],
  ["801 123 4567", "phone: phone-of-service"],
  ["901 123 4567", "phone: phone-of-service"],
  ["+1 800 555 1234", "phone: phone-of-service"],
])("the phone %s is refused", (typed, code) => {
  expect(codes({ phone: typed })).toEqual([code]);
});

test.each([
  ["eleni@example", "email: email-no-ending"],
  ["eleni@example.", "email: email-no-ending"],
  ["eleni", "email: email-invalid"],
  ["a@example.gr, b@example.gr", "email: email-invalid"],
  ["Ελένη <a@example.gr>", "email: email-invalid"],
  ["a@example.gr\r\nBcc: b@example.gr", "email: email-invalid"],
  ["a..b@example.gr", "email: email-invalid"],
  [`${"a".repeat(65)}@example.gr`, "email: email-invalid"],
])("the e-mail %j is refused", (typed, code) => {
  expect(codes({ email: typed })).toEqual([code]);
});

test("notes have lines, whatever ends them, and joined pictures; what forges their order is refused", () => {
  const notes = "Με τη μητέρα της\rστις 10:00\r\n👩‍👩‍👧‍👦 👩🏽‍⚕️ 🏳️‍🌈 🙋‍♀️\nτέλος";
  expect(codes({ notes })).toEqual([]);
  expect(normalized({ notes }).notes).toBe(notes.replace(/\r\n?/g, "\n"));
  for (const bad of ["Α\u202eΒ", "Α\u200dΒ", "👩\u200dΒ", "Α\ufffe", "Α\u0007"])
    expect(codes({ notes: bad })).toEqual(["notes: field-control-characters"]);
});

test("a business has a name; its tax number is optional and checked", () => {
  expect(codes({ party: "business" })).toEqual(["business.name: business-name-required"]);
  expect(codes({ party: "business", business: { name: "ΑΛΚΥΟΝΗ" } })).toEqual([]);
  for (const afm of ["094259216", "EL010509832", "123 456 783"])
    expect(codes({ business: { name: "Α", afm } })).toEqual([]);
  for (const afm of ["123456780", "000000000", "12345678"]) {
    expect(codes({ business: { name: "Α", afm } })).toEqual(["business.afm: afm-invalid"]);
  }
});
