import { fold } from "../../src/platform/text/fold.ts";
import type { GsisPerson } from "./gsis-doors.ts";

/** As the real one answers: attributes padded with spaces, capitals without accents, entities amid raw letters. */
export function userinfoXml(person: GsisPerson): string {
  const attributes = {
    userid: person.id,
    taxid: person.afm,
    lastname: fold(person.lastName),
    firstname: fold(person.firstName),
    fathername: "ΕΠΙΝΟΗΜΕΝΟΣ",
    mothername: "ΕΠΙΝΟΗΜΕΝΗ",
    birthyear: "1980",
  };
  const pairs = Object.entries(attributes).map(([name, value]) => `${name}="${mixed(value)}   "`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<root>\n  <userinfo ${pairs.join(" ")}/>\n</root>\n`;
}

/** Every third letter as a numeric entity, decimal and hexadecimal in turn. */
const mixed = (text: string): string =>
  [...text].map((letter, index) => (/[Α-Ω]/.test(letter) && index % 3 === 0 ? entity(letter, index) : letter)).join("");

function entity(letter: string, index: number): string {
  const point = letter.codePointAt(0) ?? 0;
  return index % 2 === 0 ? `&#${point};` : `&#x${point.toString(16)};`;
}
