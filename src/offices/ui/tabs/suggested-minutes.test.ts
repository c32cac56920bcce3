import { expect, test } from "vitest";
import type { Settings } from "../../contract.ts";
import { suggestedTexts } from "./suggested-minutes.ts";
import { validateSettingsSearch } from "./tabs.ts";

const service = { shortName: "", nameEn: "", toBring: [], name: "" };
const settings = {
  services: { copies: { offered: true, minutes: null }, vehicle: { offered: true, minutes: 34 } },
  catalogue: [
    { ...service, code: "copies", minutes: 10 },
    { ...service, code: "vehicle", minutes: 30 },
  ],
} as unknown as Settings;

test("proposed minutes fill the fields of services that there are, within their bounds, where they differ", () => {
  expect(suggestedTexts("copies:3,vehicle:34,gone:20", settings)).toEqual({ "services.copies.minutes": "5" });
  expect(suggestedTexts("copies:10,vehicle:41", settings)).toEqual({ "services.vehicle.minutes": "41" });
});

test.each(["copies", "copies:", "copies:1000", "services.copies:5", "copies:5,", "<b>:5", 5, undefined])(
  "what is none is not taken from an address: %s",
  (value) => expect(validateSettingsSearch({ minutes: value }).minutes).toBe(undefined),
);
