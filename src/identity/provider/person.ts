import { normalizeAfm } from "../../platform/text/afm.ts";
import { hasLetters, hasUnseenCharacters, tidy } from "../../platform/text/names.ts";
import type { SignedInPerson } from "./provider.ts";

const LONGEST = 200;

/** What a sign-in server said, trimmed and checked. @throws Error that names the field, never its value */
export function personFrom(said: SignedInPerson): SignedInPerson {
  const afm = normalizeAfm(said.afm);
  if (!afm) throw new Error("the tax number is not valid");
  const [lastName, firstName, userId] = [tidy(said.lastName), tidy(said.firstName), tidy(said.userId)];
  if (!isName(lastName)) throw new Error("the surname is not valid");
  if (firstName !== "" && !isName(firstName)) throw new Error("the first name is not valid");
  return { afm, lastName, firstName, userId };
}

const isName = (text: string): boolean => hasLetters(text) && !hasUnseenCharacters(text) && text.length <= LONGEST;
