import { isTest, sourceFiles } from "../structure/source-files.ts";

/** What the program's own files say about what it does. */

const files = async (found: RegExp): Promise<string[]> =>
  [...(await sourceFiles(["src"]))]
    .flatMap(([path, text]) => (!isTest(path) && found.test(text) ? [path] : []))
    .toSorted();

/** Those that do something by themselves, again and again */
export const workers = async (): Promise<string[]> => files(/import \{ startJob \}/);

const WRITES_A_VISIT = ["perform", "performMany", "recordEvent", "recording", "insertMany", "updateMany"];
const PLANS_A_WORD = [
  "planMails",
  "planCitizensMail",
  "planning",
  "planCalls",
  "planUndelivered",
  "planConfirmLink",
  "planManageLink",
  "planEarlierOffer",
  "planAddressLink",
  "planWishLink",
  "planWishOffer",
];
/** Where they are made, and handed on */
const MAKERS =
  /^src\/(platform\/|.*\/ui\/|outbox\/|proposals\/(notify-sql|undelivered)|appointments\/(history|many\/many-sql|many\/perform-many))/;

/** Those that change appointments, or plan what a citizen is to be told by letter or telephone */
export async function filesThatChange(): Promise<string[]> {
  const names = [
    ...WRITES_A_VISIT,
    ...PLANS_A_WORD,
    "insertAppointment",
    "updateAppointment",
    "expireHeld",
    "callInstead",
  ];
  const calls = new RegExp(`(?<!function )\\b(${names.join("|")})\\(`);
  return (await files(calls)).filter((path) => !MAKERS.test(path));
}
