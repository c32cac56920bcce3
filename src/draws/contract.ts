import { z } from "zod";
import { calendarDate, dateText, timeText } from "../platform/date-schemas.ts";
import { ruledNumber } from "../platform/number-schemas.ts";
import { personal } from "../platform/personal-data.ts";

/** What the ministry, heads and clerks see of draws and do with them. Browser-safe. */

const moment = z.string().describe("With its offset of Athens");
const named = { code: z.string(), name: z.string(), nameEn: z.string() };
const weekday = z.int().min(1).max(7).describe("ISO: 1 is Monday");
const partOfDay = z.int().min(0).max(2).describe("0 morning, 1 noon, 2 afternoon");
const drawState = z.enum(["planned", "sealed", "open", "closed", "drawn", "over"]);

/** How the ministry draws. */
const termsShape = {
  opensOn: weekday,
  opensTime: timeText,
  closesOn: weekday,
  closesTime: timeText,
  visitDays: ruledNumber.describe("After the end of the window, the first of seven days of visits: 3 to 60"),
  answerDays: ruledNumber.describe("After the end of the window, until eight in the evening: 1 to 30"),
  releaseDays: ruledNumber.describe("After the end of the window, at ten what is left opens to all: 2 to 59"),
  emailPercent: ruledNumber.describe("Of the places at most, to wishes that an e-mail alone proves: 0 to 100"),
  phonePercent: ruledNumber.describe("The same of a telephone"),
  needPercent: ruledNumber.describe(
    "Of an office's places at most, before the draw to whoever has a deadline: 0 to 50",
  ),
  needDays: ruledNumber.describe("How long after the last day of visits a deadline may be: 0 to 60"),
  moves: ruledNumber.describe("How often the time of a visit that was drawn may be changed: 0 to 20"),
};
const termsResponse = z.object(termsShape);

const drawShape = {
  number: z.int(),
  state: drawState,
  opensAt: moment,
  closesAt: moment,
  needUntil: moment.describe("Until then a deadline is shown at a counter"),
  answerUntil: moment,
  releaseAt: moment,
  firstDay: dateText,
  lastDay: dateText.describe("Included"),
};

const countsOfDraw = z
  .object({ wishes: z.int(), drawn: z.int().describe("Whose owners have a place, or have said that they come") })
  .nullable()
  .describe("null: before the draw nobody knows how many wish");
export type CountsOfDraw = z.infer<typeof countsOfDraw>;

const nationalDraw = z.object({
  ...drawShape,
  service: z.string(),
  offices: z.int().describe("That give places to it"),
  places: z.int(),
  need: z
    .object({ given: z.int(), inVain: z.int().describe("Who showed a deadline when no place was left for one") })
    .describe("Places before the draw and for a deadline, of all its offices"),
  counts: countsOfDraw,
});
export type NationalDraw = z.infer<typeof nationalDraw>;

const demandOfService = z
  .object({ draw: z.int(), wishes: z.int(), places: z.int().describe("Those that were drawn") })
  .nullable()
  .describe("Of its last draw of the last eight weeks; null: it had none, and how many ask for it was not measured");

export const nationalDrawsResponse = z.object({
  terms: termsResponse,
  reason: z.string(),
  services: z.array(z.string()).describe("That may be given by draw, by their codes"),
  catalogue: z.array(
    z
      .object({ ...named, offices: z.int().describe("Offices that give it by draw"), demand: demandOfService })
      .describe("Every service"),
  ),
  version: z.int(),
  changedAt: moment.nullable(),
  changedBy: z.string().nullable(),
  draws: z.array(nationalDraw).describe("The last ones, the latest first"),
  next: z
    .object({ number: z.int(), opensAt: moment })
    .nullable()
    .describe("The first that takes what is changed now; null: none is planned"),
});
export type NationalDraws = z.infer<typeof nationalDrawsResponse>;

export const termsRequest = z.strictObject({
  ...termsShape,
  services: z.array(z.string().max(40)).max(200),
  reason: z.string().describe("Why; it is published. At most 500 characters"),
});
export type TermsRequest = z.infer<typeof termsRequest>;

export const sharesRequest = z.strictObject({
  emailPercent: termsShape.emailPercent,
  phonePercent: termsShape.phonePercent,
});
export type SharesRequest = z.infer<typeof sharesRequest>;

const effect = z.object({ wishes: z.int(), now: z.int(), proposed: z.int(), difference: z.int() });
const sellerShare = z.object({
  mean: z.number(),
  error: z.number().describe("The standard error of the mean: how far off it may be by chance"),
});

export const sharesPreviewResponse = z.object({
  preview: z
    .object({
      draw: z.int().describe("The last one that was published"),
      places: z.int().describe("Those that were drawn"),
      shares: z.object({ now: z.object(sharesRequest.shape), proposed: z.object(sharesRequest.shape) }),
      kinds: z.array(effect.extend({ kind: z.enum(["taxisnet", "wallet", "email", "phone"]) })),
      all: effect,
      seller: z
        .object({
          mailboxes: z.int(),
          tries: z.int(),
          fastest: z.int(),
          unbounded: sellerShare,
          now: sellerShare,
          proposed: sellerShare,
          taxisnet: sellerShare,
        })
        .describe("Places of somebody with many mailboxes, on the mean of so many draws"),
    })
    .nullable()
    .describe("null: no draw has been published yet"),
});
export type SharesPreview = z.infer<typeof sharesPreviewResponse>;

/** What an office gives by draw. */
const weekPlaces = z.object({ weekday, part: partOfDay, count: z.int().min(0).max(60) });
export type WeekPlacesOfOffice = z.infer<typeof weekPlaces>;

const own = z.object({
  queue: z.int().nullable().describe("null: it gives none of it by draw"),
  places: z.array(weekPlaces),
  since: moment.nullable(),
  version: z.int().describe("0: it gives none of it by draw"),
});
export type OwnDraws = z.infer<typeof own>;

const resultsOfOffice = z
  .object({
    first: z.int().describe("Places that went by the draw to the first of somebody's wishes"),
    second: z.int(),
    other: z.int().describe("To a later one, or to another place in their offices"),
    coming: z.int(),
    left: z.int().describe("Given up by whoever had them"),
    silent: z.int().describe("Of whom nothing came in time"),
    waiting: z.int().describe("For an answer"),
    passed: z.int().describe("Places that went to the next in the order"),
    opened: z.int().describe("Places that opened to all"),
  })
  .nullable()
  .describe("null: before the draw");

const needCounts = z
  .object({ given: z.int(), most: z.int() })
  .describe("Of this office's places, before the draw and for a deadline");

const officeDraw = z.object({
  ...drawShape,
  drawnAt: moment.nullable().describe("null: not yet"),
  isPublished: z.boolean().describe("Its file, from which anybody recomputes it, is there"),
  offices: z.array(z.string()).describe("That give places to it, by their names"),
  places: z.array(z.object({ date: dateText, part: partOfDay, count: z.int() })).describe("Of this office"),
  allPlaces: z.int().describe("Of all its offices"),
  need: needCounts,
  results: resultsOfOffice,
  counts: countsOfDraw,
});
export type OfficeDraw = z.infer<typeof officeDraw>;

const missedOf = z.object({ missed: z.int(), of: z.int().describe("Who was to come, and of whom it is recorded") });
const noShows = z.object({
  before: missedOf.describe("In the eight weeks before the office gave the service by draw"),
  drawn: missedOf.describe("Of visits that were drawn since"),
});
export type NoShows = z.infer<typeof noShows>;

export const officeDrawsResponse = z.object({
  services: z.array(
    z.object({
      ...named,
      own,
      noShows: noShows.nullable().describe("null: fewer than 20 of either"),
      draws: z.array(officeDraw).describe("The latest first"),
    }),
  ),
  queues: z.array(z.object({ number: z.int(), name: z.string() })).describe("Public and active"),
});
export type OfficeDrawsOfHead = z.infer<typeof officeDrawsResponse>;
export type ServiceOfOffice = OfficeDrawsOfHead["services"][number];
export type QueuesOfOffice = OfficeDrawsOfHead["queues"];

export const placesRequest = z.strictObject({
  queue: z.int().min(1).max(99),
  places: z.array(z.strictObject({ weekday, part: partOfDay, count: ruledNumber.describe("0 to 60") })).max(21),
});
export type PlacesRequest = z.infer<typeof placesRequest>;
export const ownDrawsResponse = own;

/** Somebody as a clerk writes them down. */
const personRequest = {
  lastName: z.string(),
  firstName: z.string(),
  phone: z.string(),
};

export const needRequest = personal(
  z.strictObject({
    deadline: calendarDate.describe("Of the document that was shown; nothing of it is kept"),
    date: calendarDate,
    time: timeText,
    ...personRequest,
    email: z.string().nullish(),
  }),
);
export type NeedRequest = z.infer<typeof needRequest>;

export const needResponse = z.object({
  id: z.uuid(),
  reference: z.string(),
  date: dateText,
  time: timeText,
  need: needCounts,
});
export type NeedGiven = z.infer<typeof needResponse>;

export const needInVainRequest = z.strictObject({
  takeBack: z.boolean().describe("One who was counted by mistake is taken out again"),
});
export const needInVainResponse = z.object({ inVain: z.int() });
export type NeedInVain = z.infer<typeof needInVainResponse>;

/** Wishes by telephone. */
const dayPart = z.object({ date: calendarDate, part: partOfDay });

export const openDrawsResponse = z.object({
  draws: z
    .array(
      z.object({
        ...drawShape,
        service: z.object(named),
        days: z.array(z.object({ date: dateText, parts: z.array(partOfDay) })),
        offices: z.array(z.object({ code: z.string(), name: z.string() })),
        mostPeople: z.int().describe("Who may come together by telephone; 0: it gives no places by telephone"),
        need: needCounts,
        isNeedOver: z.boolean().describe("No deadline counts any more: what is left is drawn"),
        free: z.array(z.object({ date: dateText, time: timeText })).describe("Places that may be given for a deadline"),
        latestDeadline: dateText.describe("A later one takes no place before the draw"),
      }),
    )
    .describe("That take wishes now, and to which this office gives places"),
  calls: z
    .array(z.object({ number: z.int(), service: z.object(named) }))
    .describe("Drawn, with wishes that were written down here"),
});
export type OpenDraws = z.infer<typeof openDrawsResponse>;
export type OpenDraw = OpenDraws["draws"][number];

export const telephoneWishRequest = personal(
  z.strictObject({
    ...personRequest,
    people: ruledNumber.describe("Who come together: 1 to 4"),
    dayParts: z.array(dayPart).max(21).describe("The best first"),
    offices: z.array(z.string()).max(50).describe("By their codes, the best first"),
    first: z.enum(["day", "office"]).describe("What counts first"),
    others: z.boolean().describe("Whether any other place in these offices will do"),
  }),
);
export type TelephoneWish = z.infer<typeof telephoneWishRequest>;

const place = z.object({ office: z.string().describe("Its name"), date: dateText, part: partOfDay });

export const wishWrittenResponse = z.object({
  draw: z.int(),
  number: z.string().describe("Random, and of no order"),
});
export type WishWritten = z.infer<typeof wishWrittenResponse>;

const call = z.object({
  wish: z.string(),
  id: z.uuid().describe("Of the row that stands for the wish"),
  lastName: z.string(),
  firstName: z.string(),
  phone: z.string().nullable(),
  people: z.int(),
  stands: z
    .enum(["drawn", "coming", "waits", "left"])
    .describe("drawn: a place waits for their answer. waits: they have none, and stay in the order"),
  place: place.extend({ time: timeText.nullable(), until: moment }).nullable().describe("What they were given last"),
});
export type TelephoneCall = z.infer<typeof call>;

export const telephoneCallsResponse = personal(z.object({ draw: z.int(), calls: z.array(call) }));
export type TelephoneCalls = z.infer<typeof telephoneCallsResponse>;

export const answerRequest = z.strictObject({ answer: z.enum(["coming", "left"]) });
export const answerResponse = z.object({ wish: z.string(), answer: z.enum(["coming", "left"]) });

export const drawParams = z.object({ office: z.string(), draw: z.coerce.number().int().min(1).max(2_147_483_647) });
export const drawWishParams = drawParams.extend({ wish: z.string().max(8) });
