import { joinedWords } from "../../appointments/names/joined-words.ts";
import { normalizeAfm } from "../../platform/text/afm.ts";
import { normalizeEmail } from "../../platform/text/email.ts";
import { normalizePhone } from "../../platform/text/phone.ts";
import { soundKeys, soundWords } from "../../platform/text/sound.ts";

/** By what a person is looked for, as it was typed. */
export const SUBJECT_FIELDS = ["name", "phone", "email", "afm"] as const;
type SubjectField = (typeof SUBJECT_FIELDS)[number];
type TypedSubject = Readonly<Record<string, string | undefined>>;

/** What all of it must be, in an appointment of that person. */
export interface SubjectWish {
  /** The readings by sound of each word; none: whatever the name */
  readonly words: readonly (readonly string[])[];
  /** Of words that may be one, in place of those from `from` to `to`, half-open */
  readonly joined: readonly { readonly readings: readonly string[]; readonly from: number; readonly to: number }[];
  readonly phone: string | null;
  readonly email: string | null;
  readonly afm: string | null;
}

const MOST_READINGS = 3;

/** Or the fields of which nothing can be made; all of them where nothing was typed. Pure. */
export function subjectWish(typed: TypedSubject): SubjectWish | { readonly faults: readonly SubjectField[] } {
  const { name, phone, email, afm } = typed;
  const typedWords = soundWords(name ?? "");
  const words = typedWords.map(readingsOf);
  const joined = joinedWords(typedWords, words.length).map(({ text, ...place }) => ({
    readings: readingsOf(text),
    ...place,
  }));
  const wish = {
    words,
    joined,
    phone: known(phone, phoneOf),
    email: known(email, emailOf),
    afm: known(afm, normalizeAfm),
  };
  const faults = SUBJECT_FIELDS.filter((field) => {
    const isRead = field === "name" ? words.length > 0 : wish[field] !== null;
    return typed[field] !== undefined && !isRead;
  });
  if (faults.length > 0) return { faults };
  return SUBJECT_FIELDS.some((field) => typed[field] !== undefined) ? wish : { faults: SUBJECT_FIELDS };
}

const readingsOf = (word: string): readonly string[] => soundKeys(word, MOST_READINGS);

const known = (text: string | undefined, read: (text: string) => string | null): string | null =>
  text === undefined ? null : read(text);

function phoneOf(text: string): string | null {
  const read = normalizePhone(text);
  return "e164" in read ? read.e164 : null;
}

function emailOf(text: string): string | null {
  const read = normalizeEmail(text);
  return "email" in read ? read.email : null;
}
