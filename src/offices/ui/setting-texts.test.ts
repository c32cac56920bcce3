import { expect, test } from "vitest";
import { TERMS_AT_FIRST } from "../../../test/public-booking.ts";
import type { Texts } from "../../kit/form/typing.ts";
import type { Settings } from "../contract.ts";
import { TABS, type TabName } from "../setting/tabs.ts";
import { isStoredAs, patchOf, settingTexts, tabTexts, textFaults, valuesOf } from "./setting-texts.ts";

const service = { shortName: "", nameEn: "", toBring: [] };
const settings: Settings = {
  version: 3,
  changedAt: null,
  changedBy: null,
  phone: "+302109098391",
  email: null,
  address: "Οδός Ελιάς 4",
  postcode: null,
  counterHours: null,
  telephoneHours: null,
  hoursExceptions: null,
  leadMinutes: 30,
  arrivalEarlyMinutes: 30,
  arrivalLateMinutes: 15,
  ticketsAtEntrance: false,
  ticketsPrinted: false,
  lineSlackMinutes: 15,
  recallMinutes: 3,
  seats: null,
  earlierMinutes: 30,
  commonMinutes: 0,
  longerMinutes: 10,
  signLanguage: true,
  signLanguageDays: 3,
  interpreterLanguages: "sq,ar",
  interpreterDays: 3,
  eveningMessage: false,
  reminderTime: "17:00",
  mailNote: null,
  mailNoteEn: null,
  access: { stepFreeEntrance: true, lift: false, accessibleWc: null, disabledParking: null, notes: null },
  online: TERMS_AT_FIRST,
  services: { copies: { offered: true, minutes: null }, vehicle: { offered: false, minutes: 45 } },
  catalogue: [
    { ...service, code: "copies", name: "Επικυρώσεις", minutes: 10 },
    { ...service, code: "vehicle", name: "Μεταβίβαση", minutes: 30 },
  ],
  queues: [],
  publicBooking: false,
};

const requested = (texts: Texts) => patchOf(valuesOf(texts, settings));

test("each fact is a text; a length that the office did not set is the catalogue's", () => {
  const texts = settingTexts(settings);
  expect({ ...texts, phone: texts.phone?.replaceAll("\u00a0", " ") }).toMatchObject({
    phone: "210 909 8391",
    email: "",
    leadMinutes: "30",
    "access.stepFreeEntrance": "yes",
    "access.lift": "no",
    "access.accessibleWc": "unknown",
    "access.notes": "",
    "services.copies.offered": "yes",
    "services.copies.minutes": "10",
    "services.vehicle.offered": "no",
    "services.vehicle.minutes": "45",
  });
});

test("only what was typed is sent, nested, blank as null", () => {
  expect(requested({ email: "kep@example.gr", address: " ", "access.lift": "unknown", leadMinutes: "45" })).toEqual({
    email: "kep@example.gr",
    address: null,
    access: { lift: null },
    leadMinutes: 45,
  });
});

test("a blank hour opens times as the clock goes on; another spelling is the same hour", () => {
  const wish = { "online.releaseTime": " ", "online.horizonDays": "60", "online.byPhone": "yes" };
  expect(requested(wish)).toEqual({ online: { releaseTime: null, horizonDays: 60, byPhone: true } });
  expect(requested({ "online.releaseTime": "8" })).toEqual({ online: { releaseTime: "08:00" } });
  expect(textFaults({ "online.releaseTime": "το πρωί" })).toMatchObject([{ field: "online.releaseTime" }]);
});

test("the catalogue's own minutes are no wish of the office's: they follow the catalogue", () => {
  expect(requested({ "services.vehicle.minutes": "30", "services.copies.minutes": "15" })).toEqual({
    services: { vehicle: { minutes: null }, copies: { minutes: 15 } },
  });
  expect(requested({ "services.copies.offered": "no" })).toEqual({ services: { copies: { offered: false } } });
});

test("nothing typed and sent back unchanged asks for what there is", () => {
  const facts = valuesOf(settingTexts(settings), settings);
  expect(facts.phone).toBe("+302109098391");
  expect(facts["services.vehicle.minutes"]).toBe(45);
});

test("each tab has its own fields, and none is forgotten", () => {
  expect(Object.keys(tabTexts(settings, "entrance"))).toEqual([
    "arrivalEarlyMinutes",
    "arrivalLateMinutes",
    "ticketsAtEntrance",
    "ticketsPrinted",
  ]);
  expect(Object.keys(tabTexts(settings, "line"))).toEqual(["lineSlackMinutes", "recallMinutes", "seats"]);
  const ofTabs = (Object.keys(TABS) as TabName[]).flatMap((tab) => Object.keys(tabTexts(settings, tab)));
  expect(ofTabs.sort()).toEqual(Object.keys(settingTexts(settings)).sort());
  expect(tabTexts(settings, "services")).toMatchObject({ "services.copies.minutes": "10" });
});

test("what is typed is checked as it would be stored, and the same in another spelling is no other wish", () => {
  expect(textFaults({ phone: "210 909 8391", leadMinutes: "30" })).toEqual([]);
  expect(textFaults({ phone: "210 909", leadMinutes: "30" })).toMatchObject([{ field: "phone" }]);
  const isSame = isStoredAs(settings);
  expect([isSame("postcode", "54 321", "54321"), isSame("postcode", "54 321", "54322")]).toEqual([true, false]);
});
