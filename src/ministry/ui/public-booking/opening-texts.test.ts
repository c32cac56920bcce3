import { expect, test } from "vitest";
import { textIn } from "../../../text/text.ts";
import { NAMED_OFFICES, openingName, openingRequest, requestOfOpening } from "./opening-texts.ts";
import "../../../text/ministry.ts";

const t = textIn("el");
const opening = { id: "1", region: null, offices: null, openedAt: "2026-11-24T10:42:00+02:00", openedBy: null };
const augi = { code: "9901", name: "ΚΕΠ Νέας Αυγής" };
const gialos = { code: "9902", name: "ΚΕΠ Πέτρινου Γιαλού" };

test("codes are read as lists are pasted, each once; they count only where offices are named", () => {
  const offices = " 9901\n9902, 0377π;9901\t";
  expect(openingRequest({ region: NAMED_OFFICES, offices })).toEqual({
    region: null,
    offices: ["9901", "9902", "0377Π"],
  });
  expect(openingRequest({ region: "Κρήτη", offices })).toEqual({ region: "Κρήτη" });
  expect(openingRequest({ region: "", offices: "" })).toEqual({ region: null });
});

test("an opening is called by where it is, and is asked for again as it was", () => {
  const names = [opening, { ...opening, region: "Κρήτη" }, { ...opening, offices: [augi] }].map((each) =>
    openingName(each, t),
  );
  expect(names).toEqual(["Όλη η χώρα", "Κρήτη", "ΚΕΠ Νέας Αυγής"]);
  const both = { ...opening, offices: [augi, gialos] };
  expect(openingName(both, t)).toBe("2\u00a0ΚΕΠ");
  expect(requestOfOpening(both)).toEqual({ region: null, offices: ["9901", "9902"] });
  expect(requestOfOpening({ ...opening, region: "Κρήτη" })).toEqual({ region: "Κρήτη" });
});
