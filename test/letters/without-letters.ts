/** What the program can do besides: each new thing is found by the test, and has to be put here or into the table. */

const office = "/api/offices/:office";

/** They show what would be, or look for something. */
const ASKING = [
  ...["holidays", "closures", "public-booking", "retention"].map((what) => `POST /api/ministry/${what}/preview`),
  "POST /api/ministry/services/:code/preview",
  "POST /api/ministry/closures/:id/removal-preview",
  "POST /api/ministry/holidays/:date/removal-preview",
  "POST /api/ministry/public-booking/:id/closing-preview",
  "POST /api/ministry/questions",
  "POST /api/ministry/letter-previews",
  `POST ${office}/letter-previews`,
  `POST ${office}/letter-tests`,
  `POST ${office}/appointment-searches`,
  `POST ${office}/namesakes`,
  `POST ${office}/service-searches`,
  `POST ${office}/diary-previews`,
  ...["exceptions", "exceptions/:id", "queues/:number/hours"].map((what) => `POST ${office}/${what}/proposals`),
  ...["activation", "deactivation", "archival", "hiding"].map(
    (what) => `POST ${office}/queues/:number/${what}/proposals`,
  ),
];

/** They rule over what is booked from then on; what stands there waits for its head. */
const RULING = [
  "PUT /api/ministry/closures/:id",
  "DELETE /api/ministry/closures/:id",
  "PATCH /api/ministry/holidays/:date",
  "DELETE /api/ministry/holidays/:date",
  "POST /api/ministry/services",
  "POST /api/ministry/public-booking",
  "DELETE /api/ministry/public-booking/:id",
  "PUT /api/ministry/letter-frame",
  "PUT /api/ministry/languages/:language",
  "PUT /api/ministry/needs",
  "PUT /api/ministry/move-limit",
  "PUT /api/ministry/translations/:language/:id",
  "PUT /api/ministry/retention",
  `PATCH ${office}/settings`,
  `POST ${office}/queues`,
  `POST ${office}/queues/additions`,
];

/** They are about somebody or something else than an appointment. */
const ELSEWHERE = [
  "PUT /api/ministry/services/:code/words",
  "POST /api/ministry/referrals",
  "PUT /api/ministry/referrals/:code",
  "DELETE /api/ministry/referrals/:code",
  "POST /api/ministry/partners",
  "POST /api/ministry/partners/:id/keys",
  "DELETE /api/ministry/partners/:id/keys/:key",
  "PUT /api/ministry/partners/:id/webhook",
  "POST /api/public/v1/partner/webhook/replay",
  "POST /api/ministry/onboarding/:code/reset",
  `POST ${office}/onboarding`,
  `PUT ${office}/onboarding/draft`,
  `POST ${office}/entrance-screens`,
  `DELETE ${office}/entrance-screens/:id`,
  `DELETE ${office}/sheet-offer`,
  `POST ${office}/diary-left-sheets`,
  `POST ${office}/fillings`,
  `POST ${office}/tickets`,
  ...["call", "completion", "departure", "priority", "undo"].map((step) => `POST ${office}/tickets/:id/${step}`),
  `PUT ${office}/visits/:id/in-vain`,
  `DELETE ${office}/visits/:id/in-vain`,
  "POST /entrance/number",
  "POST /entrance/number/leave",
  `POST ${office}/prints`,
  "POST /api/public/v1/printer/numbers",
  "POST /api/public/v1/printer/numbers/withdrawal",
  "POST /api/public/v1/printer/heartbeat",
  "POST /api/public/v1/printer/prints/:id/done",
  "POST /line/:token/leave",
  "POST /sign-out",
];

/** A citizen has been spoken with, or fills in what is nobody's appointment yet. */
const ON_THE_WAY = [
  `PATCH ${office}/call-lists/:date/:id`,
  "POST /book/extend",
  "POST /book/taxisnet",
  "POST /book/taxisnet/forget",
  "POST /book/wallet",
  "POST /book/wallet/forget",
  "POST /book/wallet/elsewhere",
  "POST /book/wallet/move/:token",
  "POST /wallet/answers/:id",
  "POST /book/my-appointments",
  "POST /book/my-appointments/add",
  "POST /book/my-appointments/open",
  "POST /book/my-appointments/out",
  "POST /link/:token/extend",
  "POST /link/:token/end",
  "POST /link/:token/calendar",
  "POST /link/:token/calendar/end",
];

/** Requests that write, or could */
export const ROUTES_WITHOUT_LETTERS: readonly string[] = [...ASKING, ...RULING, ...ELSEWHERE, ...ON_THE_WAY];

/** What the program does by itself, again and again */
export const WORKERS_WITHOUT_LETTERS: readonly string[] = [
  "src/appointments/first-free/look-ahead.ts",
  "src/appointments/names/fill-words.ts",
  "src/audit/seal/start-sealing.ts",
  "src/catalogue/missed/forget-missed.ts",
  "src/identity/wallet/fetch-lists.ts",
  "src/measures/measure-days.ts",
  "src/measures/open-data/publish.ts",
  "src/partners/webhooks/start-notifying.ts",
  "src/platform/http/forget-answers.ts",
  "src/public-booking/networks/count-networks.ts",
  "src/search/settle.ts",
];

const appointments = "src/appointments";
const online = "src/public-booking";

/** Who changes appointments, or plans letters and calls, with an act of the table that leads there. */
export const CHANGING_FILES: Readonly<Record<string, string>> = {
  [`${appointments}/book.ts`]: "clerk books by telephone",
  "src/waiting/call-visit.ts": "clerk calls to the counter",
  [`${appointments}/cancel.ts`]: "clerk cancels it",
  [`${appointments}/change.ts`]: "clerk writes down another service",
  [`${appointments}/many/book-many.ts`]: "clerk brings the paper diary in",
  [`${appointments}/many/concerned.ts`]: "head closes that time, and gives another one",
  [`${appointments}/many/take-back-bookings.ts`]: "clerk takes the diary back",
  [`${appointments}/many/undo-caused.ts`]: "head takes a change back later",
  [`${appointments}/move.ts`]: "clerk moves it to another time",
  [`${appointments}/online/confirm-held.ts`]: "citizen confirms by the letter's link",
  [`${appointments}/online/fit-held.ts`]: "citizen holds a time",
  [`${appointments}/online/give-back.ts`]: "program gives back what is held no more",
  [`${appointments}/online/hold-place.ts`]: "citizen holds a time",
  [`${appointments}/online/transfer-to-held.ts`]: "citizen takes the earlier time at another office",
  [`${appointments}/online/wish-row.ts`]: "citizen asks to be written to when a time becomes free",
  [`${appointments}/paper/add-walk-ins.ts`]: "clerk catches up what was noted on paper",
  [`${appointments}/paper/steps.ts`]: "clerk catches up what was noted on paper",
  [`${appointments}/paper/take-back.ts`]: "clerk takes a catching up back",
  [`${appointments}/perform.ts`]: "clerk moves it to another time",
  [`${appointments}/progress.ts`]: "clerk notes that the citizen has come",
  [`${appointments}/transfer.ts`]: "clerk gives it to another office",
  [`${appointments}/undo.ts`]: "clerk takes a move back later",
  "src/mail/hold-back.ts": "program starts from a backup in which a letter was planned",
  "src/mail/mails.ts": "clerk sends a lost letter again",
  "src/mail/by-clock/reminders.ts": "program reminds of the next day",
  "src/mail/follow-letter.ts": "program can't deliver a letter",
  "src/proposals/notify.ts": "head closes that time, and has the citizen called",
  [`${online}/confirm/ask-for-link.ts`]: "citizen asks to book by e-mail",
  [`${online}/earlier/offer-places.ts`]: "program offers an earlier time",
  [`${online}/notify/ask.ts`]: "citizen asks to be written to when a time becomes free",
  [`${online}/visit/find/find.ts`]: "citizen asks for the link by code and surname",
  [`${online}/visit/managing.ts`]: "citizen gives another e-mail by the link",
  [`${online}/visit/standing.ts`]: "citizen asks for the letter again, by the link that confirmed",
};
