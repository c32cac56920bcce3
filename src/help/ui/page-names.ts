import type { Text } from "../../text/text.ts";
import { isAt } from "../task-for.ts";

/** What a page is called on the screen, by its address (src/page-addresses.ts). */
const NAMES = {
  "/offices/$office/days/$date": "shell.appointments",
  "/offices/$office/days/$date/catch-up": "shell.catchUp",
  "/offices/$office/settings": "shell.office",
  "/my-settings": "office.personal",
  "/offices/$office/queues": "shell.queues",
  "/offices/$office/weeks/$week": "shell.weeks",
  "/offices/$office/why/$date": "overview.why-title",
  "/days/$date": "shell.allOffices",
  "/offices/$office/diary": "diary.title",
  "/offices/$office/exceptions/new": "rules.new-title",
  "/offices/$office/exceptions/$id": "rules.edit-title",
  "/offices/$office/calls/$date": "rules.calls",
  "/offices/$office/work-list": "workList.title",
  "/offices/$office/how-it-went": "shell.howItWent",
  "/offices/$office/mails": "mails.page",
  "/offices/$office/onboarding": "onboarding.title",
  "/offices/$office/first-steps": "onboarding.first-steps",
  "/offices/$office/audit": "office.audit",
  "/ministry": "ministry.home",
  "/ministry/how-offices-do": "ministry.how-offices-do",
  "/ministry/how-offices-do/$code": "shell.howItWent",
  "/ministry/closures": "ministry.closures",
  "/ministry/holidays": "ministry.holidays",
  "/ministry/services": "ministry.services",
  "/ministry/translations": "ministry.translations",
  "/ministry/services/words": "ministry.words",
  "/ministry/services/in-vain": "vain.title",
  "/ministry/letters": "ministry.letters",
  "/ministry/retention": "ministry.retention",
  "/ministry/public-booking": "ministry.public-booking",
  "/ministry/partners": "ministry.partners",
  "/ministry/questions": "ministry.questions",
  "/ministry/history": "ministry.history",
} as const;

export const NAMED_PAGES: readonly string[] = Object.keys(NAMES);

/** Null where it has no name of its own. */
export function pageName(page: string, t: Text): string | null {
  const path = page.replace(/[?#].*$/, "");
  const [, key] = Object.entries(NAMES).find(([address]) => isAt(address, path)) ?? [];
  return key ? t(key) : null;
}
