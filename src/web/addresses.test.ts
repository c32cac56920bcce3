import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { validateDaySearch } from "../appointments/ui/day-search.ts";
import { validateAuditSearch } from "../audit/ui/audit-search.ts";
import { validateCatchUpSearch } from "../catch-up/ui/catch-up-search.ts";
import { validateHelpSearch } from "../help/ui/help-search.ts";
import { validateInVainSearch } from "../in-vain/ui/in-vain-search.ts";
import { validateFiguresSearch } from "../kit/charts/figures-search.ts";
import { validateMailsSearch } from "../mail/ui/mails-search.ts";
import { validateNationalSearch, validateOfficeWentSearch } from "../measures/ui/national/national-search.ts";
import { validateHistorySearch } from "../ministry/ui/history/history-search.ts";
import { validateHolidaysSearch } from "../ministry/ui/holidays/holidays-search.ts";
import { validateHomeSearch } from "../ministry/ui/home/home-search.ts";
import { validateServiceAddress } from "../ministry/ui/service-address.ts";
import { validateTranslationsSearch } from "../ministry/ui/translations/translations-search.ts";
import { validateWordsSearch } from "../ministry/ui/words/words-search.ts";
import { validateSettingsSearch } from "../offices/ui/tabs/tabs.ts";
import { validateOfficesSearch } from "../overview/ui/offices/offices-search.ts";
import { validateWeeksSearch } from "../overview/ui/weeks/weeks-search.ts";
import { validateExceptionSearch } from "../queues/ui/exceptions/exception-search.ts";

const VALIDATORS = {
  validateDaySearch,
  validateAuditSearch,
  validateCatchUpSearch,
  validateHelpSearch,
  validateMailsSearch,
  validateHistorySearch,
  validateHolidaysSearch,
  validateHomeSearch,
  validateTranslationsSearch,
  validateWordsSearch,
  validateSettingsSearch,
  validateOfficesSearch,
  validateWeeksSearch,
  validateExceptionSearch,
  validateFiguresSearch,
  validateNationalSearch,
  validateOfficeWentSearch,
  validateServiceAddress,
  validateInVainSearch,
};

/** An address may come from anywhere, and the router keeps the raw value of a key that its page does not answer. */
test.each(Object.entries(VALIDATORS))("%s answers every key that it reads, whatever stands there", (_, validate) => {
  const read = new Set<string>();
  const look = (_target: object, key: string | symbol) => {
    read.add(String(key));
    return "☃";
  };
  const answered = validate(new Proxy({}, { get: look }));
  expect([...read].filter((key) => !(key in answered))).toEqual([]);
});

test("those are all that the pages have", () => {
  const router = readFileSync(new URL("router.tsx", import.meta.url), "utf8");
  const used = [...router.matchAll(/validateSearch: (\w+)/g)].map(([, name]) => name);
  expect([...new Set(used)].sort()).toEqual(Object.keys(VALIDATORS).sort());
});
