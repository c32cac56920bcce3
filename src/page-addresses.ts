/** Where the staff application has a page (src/web/router.tsx): the server answers everything else that it is not there. */
export const PAGE_ADDRESSES: readonly string[] = [
  "/",
  "/signed-in",
  "/offices/$office/days/$date",
  "/offices/$office/days/$date/catch-up",
  "/offices/$office/settings",
  "/my-settings",
  "/offices/$office/onboarding",
  "/offices/$office/first-steps",
  "/offices/$office/queues",
  "/offices/$office/weeks/$week",
  "/offices/$office/why/$date",
  "/offices/$office/how-it-went",
  "/days/$date",
  "/offices/$office/diary",
  "/offices/$office/exceptions/new",
  "/offices/$office/exceptions/$id",
  "/offices/$office/calls/$date",
  "/offices/$office/work-list",
  "/offices/$office/mails",
  "/offices/$office/audit",
  "/ministry",
  "/ministry/how-offices-do",
  "/ministry/how-offices-do/$code",
  "/ministry/closures",
  "/ministry/holidays",
  "/ministry/services",
  "/ministry/translations",
  "/ministry/services/words",
  "/ministry/services/in-vain",
  "/ministry/letters",
  "/ministry/retention",
  "/ministry/public-booking",
  "/ministry/partners",
  "/ministry/questions",
  "/ministry/history",
  "/help",
  "/help/$task",
  "/help/print",
];

const PAGE = new RegExp(
  `^(${PAGE_ADDRESSES.map((address) => address.replace(/\/$/, "").replaceAll(/\$\w+/g, "[^/]+")).join("|")})/?$`,
);

export const isPageAddress = (path: string): boolean => PAGE.test(path);

const BEGINNINGS: ReadonlySet<string> = new Set(PAGE_ADDRESSES.map((address) => address.split("/")[1] as string));

/** It begins as a page of theirs does, whether or not there is one. */
export const isStaffAddress = (path: string): boolean => BEGINNINGS.has(path.split("/")[1] as string);
