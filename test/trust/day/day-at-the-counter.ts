import { signIn } from "../../desk.ts";
import { expectApiAgrees, expectHistoryAgrees, expectViewAgrees } from "../../journeys/agreement.ts";
import { OFFICE } from "../../races/arena.ts";
import type { Note } from "../note.ts";
import { ran } from "../ran.ts";
import { bookBefore, VISITS, type WorkedDay, workADay } from "./a-day.ts";
import { type Crew, HEAD, openBrowsers, openCrew } from "./crew.ts";
import { type Answered, type DayOffice, openDayOffice } from "./day-office.ts";
import { differencesShown } from "./shown.ts";

const LONGEST_MS = 1_000;

/** A whole working day, after which nothing is lost, whoever is asked. */
export async function dayAtTheCounter(note: Note): Promise<void> {
  if ((await ran("vite", ["build", "--logLevel", "warn"])) !== 0) throw new Error("The pages could not be built.");
  const office = await openDayOffice();
  try {
    const ledger = await bookBefore(office);
    const browsers = await openBrowsers();
    try {
      const crew = await openCrew(browsers, office.url);
      const day = await workADay(office, crew, ledger);
      noteDay(note, day, crew, await differencesIn(office, day, crew));
      notePages(note, crew);
    } finally {
      await browsers.close();
    }
    noteAnswers(note, await office.end(), office.output());
  } finally {
    await office.close();
  }
}

/** Asked in every way that there is: the rows, the API's day, each history, and each page. */
async function differencesIn({ url, date, sql }: DayOffice, { book }: WorkedDay, { loaded }: Crew): Promise<string[]> {
  const desk = await signIn(url, HEAD);
  const { ledger } = book;
  const found: string[] = [...book.wrong];
  const asked = [
    expectApiAgrees(desk, OFFICE, date, ledger),
    expectViewAgrees(sql, OFFICE, ledger),
    expectHistoryAgrees(desk, OFFICE, ledger),
  ];
  for (const answer of await Promise.allSettled(asked))
    if (answer.status === "rejected") found.push(String(answer.reason));
  for (const seat of loaded.keys()) found.push(...(await differencesShown(seat, ledger)));
  if (ledger.size !== VISITS) found.push(`${ledger.size} visits`);
  return found;
}

function noteDay(note: Note, { book, moved }: WorkedDay, { firefox }: Crew, differences: readonly string[]): void {
  const { visits, acts } = book.throughPages();
  const statuses = Object.entries(Object.groupBy(book.ledger.values(), ({ status }) => status));
  note(
    differences.length === 0,
    `from eight to three, ${VISITS} visits, ${book.acts()} acts of three clerks and a head; ${visits} visits and ${acts} of the ` +
      `acts by clicks and keys at pages: by keyboard alone, at 390 px, ${firefox ? "in Firefox" : "no Firefox here"}; an absence ` +
      `at ten past ten that moved ${moved}, and a desk that was cut off at noon. In the end ` +
      `${statuses.map(([status, all]) => `${all?.length} ${status}`).join(", ")}; the rows, the API's day, each history and each ` +
      `page say what was done, but for ${differences.length}${inLines(differences)}`,
  );
}

/** What a browser itself says of a line that was cut, */
const CUT = /net::ERR_INTERNET_DISCONNECTED/;
/** and of an act that came after a colleague's: the clerk is told by the page. */
const REFUSED = /responded with a status of (409|412) /;

function notePages(note: Note, { loaded, phone }: Crew): void {
  const said = [...loaded.keys()].flatMap(({ name, errors }) =>
    errors.filter((each) => name !== phone.seat.name || !CUT.test(each)).map((each) => `${name}: ${each}`),
  );
  const complaints = said.filter((each) => !REFUSED.test(each));
  const reloads = [...loaded].reduce((sum, [seat, loads]) => sum + seat.loads() - loads, 0);
  note(
    complaints.length === 0,
    `errors in the browsers' consoles: ${complaints.length}${inLines(complaints)}; acts refused after a colleague's: ` +
      `${said.length - complaints.length}`,
  );
  note(
    reloads === 0,
    `of ${loaded.size} pages loaded again in the course of the day: ${reloads}; one lay untouched from eight on`,
  );
}

function noteAnswers(note: Note, answers: readonly Answered[], output: string): void {
  const slowest = answers.toSorted((a, b) => b.ms - a.ms);
  const [longest] = slowest as [Answered];
  const p99 = slowest[Math.floor(slowest.length / 100)]?.ms ?? 0;
  const failed = answers.filter(({ status }) => status >= 500);
  const faults = output.split("\n").filter((line) => /"level":[56]0/.test(line));
  note(
    longest.ms <= LONGEST_MS && failed.length + faults.length === 0,
    `answers of the server: ${answers.length}, of 5xx ${failed.length}, errors in its log ${faults.length}${inLines(faults)}; p99 ` +
      `${p99.toFixed(0)} ms, the slowest ${longest.ms.toFixed(0)} ms (${nameless(longest.what)}), above a second ` +
      `${answers.filter(({ ms }) => ms > LONGEST_MS).length}`,
  );
}

const nameless = (what: string): string => what.replace(/\?.*/, "").replace(/[0-9a-f]{8}-[0-9a-f-]+/, "…");

const inLines = (all: readonly string[]): string => all.map((each) => `\n  - ${each}`).join("");
