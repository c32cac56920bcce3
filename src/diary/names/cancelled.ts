import { fold } from "../../platform/text/fold.ts";

/** The words that are written over a visit that will not take place. Pure. */

/** «ακυρ» in Greek or Latin letters and as it is misspelt */
const VOID = "[ΑA][ΚKC](?:ΕΙ|ΟΙ|[ΥΙΗYIUH])[ΡR]";
/** Crossed out with a letter of its own; «Χ.» is an initial, and «Χ΄΄Πέτρου» a surname. */
const CROSS = "(?<![\\p{L}.])(?:[XΧ](?![\\p{L}.'’΄´\"′])|[×✗✘✖])";
/** Another day was given: «μεταφορά άδειας» is what people come for. */
const MOVED =
  "(?<!\\p{L})(?:ΜΕΤΑΦΕΡΘ\\p{L}*|(?:ΜΕΤΑΦΟΡΑ|ΑΛΛΑΞ[ΕΑ]\\p{L}*|ΑΛΛΑΓΗ|ΠΗΓΕ|ΕΡΧΕΤΑΙ|ΠΕΡΑΣΕ) (?:ΓΙΑ|ΣΕ|ΣΤΙΣ|ΣΤΗΝ?|ΗΜΕΡΑ|ΩΡΑ|ΡΑΝΤΕΒΟΥ)(?!\\p{L}))";
const VOIDED = `(?<!\\p{L})${VOID}[\\p{L}.]* (?:ΑΠΟ (?:ΤΟΝ|ΤΗΝ?|ΤΟΥΣ) (?:ΙΔΙ|ΠΟΛΙΤ|ΕΝΔΙΑΦ)|ΤΗΛΕΦ|ΛΟΓΩ|ΡΑΝΤΕΒΟΥ)\\p{L}*`;
const WORDS = `(?<!\\p{L})(?:${VOID}|ΜΑΤΑΙΩ|ΜΑΤΕΩ|ΑΝΑΒΛΗΘ|ΑΝΑΒΟΛΗ|ΔΙΑΓΡΑΦ|ΔΙΕΓΡΑΦ|ΑΠΟΣΥΡΘ|CANCEL|ΚΑΝΣΕΛ)[\\p{L}.]*`;
const SENTENCES = "(?<!\\p{L})ΔΕΝ? (?:ΘΑ )?(?:ΕΡΘ|ΗΡΘ|ΗΛΘ|ΕΡΧ|ΠΡΟΣΗΛΘ|ΙΣΧΥ|ΕΜΦΑΝ|ΘΕΛΕΙ ΠΙΑ)\\p{L}*";
const CANCELS = new RegExp(`${SENTENCES}|${MOVED}|${WORDS}|${CROSS}`, "u");
/** In a remark, only what has happened: «ακύρωση συμβολαίου» and «αναβολή στράτευσης» are what people come for. */
const HAPPENED = new RegExp(
  `${SENTENCES}|${MOVED}|${VOIDED}|(?<!\\p{L})(?:${VOID}[ΩΟOW](?:Θ|TH|8|ΣΕ(?![ΩΙ]))|ΜΑΤΑΙΩΘ|ΑΝΑΒΛΗΘ|ΔΙΑΓΡΑΦΗΚ|ΔΙΕΓΡΑΦ|CANCELL?ED)\\p{L}*`,
  "u",
);
/** A longer cell is refused as it is. */
const LONGEST = 300;

/** The words that cancel, or null. Of a cell with a name, a time or nothing of use. */
export const cancelledBy = (cell: string): string | null => wordIn(foldedOf(cell));

const wordIn = (text: string): string | null => CANCELS.exec(text)?.[0] ?? null;

/** Most cells are numbers, which cancel nothing. */
const foldedOf = (cell: string): string => (/[^\d\s/.:-]/.test(cell) ? fold(cell.slice(0, LONGEST)) : "");

/** The same of a service or a note: alone in its cell, or said as something that has happened. */
export function cancelledByRemark(cell: string): string | null {
  const text = foldedOf(cell);
  const word = wordIn(text);
  if (word !== null && lettersOf(word) === lettersOf(text)) return word;
  return HAPPENED.exec(text)?.[0] ?? null;
}

const lettersOf = (text: string): string => text.replace(/\P{L}/gu, "");

/** The name beside them, so that a citizen who comes after all is booked under it. */
export function withoutCancellation(name: string): string {
  if (name.length > LONGEST || cancelledBy(name) === null) return name;
  const words = name.split(/\s+/);
  for (;;) {
    const found = CANCELS.exec(words.map(fold).join(" "));
    if (!found) return words.join(" ").replace(/^[\s,;:/|–-]+|[\s,;:/|–-]+$/g, "");
    const first = found.input.slice(0, found.index).split(" ").length - 1;
    words.splice(first, found[0].split(" ").length);
  }
}
