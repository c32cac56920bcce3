import { LANGUAGES } from "../../src/text/languages.ts";
import type { ArrivedMessage } from "../../trial/stand-ins/smtp/arrived.ts";
import "../../src/text/server.ts";
import words from "../../src/text/en/letter.json" with { type: "json" };
import { textIn } from "../../src/text/text.ts";
import type { Stage } from "./stage.ts";

/** What has come to a citizen, in a few words. */

type Subject = Extract<keyof typeof words.letter, `subject-${string}`>;
/** Every kind of letter that has words, but for that which only the release before plans (`src/mail/transfer.test.ts`) */
export const LETTERS = Object.keys(words.letter)
  .filter((key): key is Subject => key.startsWith("subject-"))
  .map((key) => key.slice("subject-".length))
  .filter((kind) => kind !== "transfer");

/** Each letter as it can be read, and the call list; «nothing» where nobody hears of it. */
export async function inboxOf(stage: Stage, seen: number): Promise<string> {
  const told = [...stage.letters().slice(seen).map(inWords(stage)), ...(await calls(stage))];
  return told.toSorted().join("; ") || "nothing";
}

const inWords =
  ({ newEmail }: Stage) =>
  (message: ArrivedMessage): string => {
    const { kind, language } = kindOf(message);
    const time = /\d\d:\d\d$/.exec(message.subject)?.[0];
    if (time && !message.text?.includes(time)) throw new Error(`The text says nothing of ${time}:\n${message.text}`);
    const words = [kind, time, entryIn(message, time), language === "en" ? undefined : `in ${language}`];
    const to = message.to.includes(newEmail) ? "to the new e-mail: " : "";
    return to + words.filter(Boolean).join(" ");
  };

/** By its subject; the apology for a new time has that of any new time, and an apology. */
function kindOf({ subject, text }: ArrivedMessage): { readonly kind: string; readonly language: string } {
  const says = (words: string) => (text ?? "").replace(/\s+/g, " ").includes(words);
  for (const language of LANGUAGES) {
    const t = textIn(language);
    const kinds = LETTERS.filter((kind) =>
      patternOf(t(`letter.subject-${kind}` as never, { office: ANY, when: ANY })).test(subject),
    );
    const kind = kinds.find((each) => (each === "apology") === says(t("letter.sorry")));
    if (kind) return { kind, language };
  }
  throw new Error(`No letter has the subject «${subject}».`);
}

const ANY = "⁂";
const patternOf = (subject: string): RegExp => new RegExp(`^${subject.split(ANY).map(RegExp.escape).join(".+")}$`);

/** What it does to the citizen's calendar. */
function entryIn({ calendar }: ArrivedMessage, time: string | undefined): string | undefined {
  if (!calendar) return undefined;
  if (calendar.includes("METHOD:CANCEL")) return "− entry";
  const starts = /^DTSTART;TZID=Europe\/Athens:\d{8}T(\d\d)(\d\d)/m.exec(calendar)?.slice(1).join(":");
  if (starts !== time) throw new Error(`The entry begins at ${starts}, not at ${time}.`);
  return "+ entry";
}

/** Those that are still to be made. */
async function calls({ head, office, world }: Stage): Promise<string[]> {
  const dates = (await world.owner.query("select distinct date::text from call where office_id = $1", [office.id]))
    .rows;
  const lists = dates.map(({ date }) => head.ask("GET", `${office.code}/call-lists/${date}`));
  return (await Promise.all(lists)).flatMap(({ body }) =>
    body.calls.map(({ why }: { why: string }) => `call (${why})`),
  );
}
