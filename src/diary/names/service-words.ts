import { fold } from "../../platform/text/fold.ts";
import { type FoldedService, serviceOfCell } from "./service-of-cell.ts";

/** «ΓΝΗΣΙΟ ΕΛΕΥΘΕΡΙΟΥ ΚΩΝ»: what somebody comes for, before or behind the name. Pure. */

interface NameAndService {
  readonly name: string;
  /** As it is written; empty: nothing of the kind */
  readonly service: string;
}

const WORDS =
  /^(?:ΓΝΗΣΙ[ΟΑ]|ΥΠΟΓΡΑΦΗΣ?|ΥΠΟΓΡΑΦΩΝ|ΑΝΤΙΓΡΑΦ(?:Ο|Α|ΟΥ|ΩΝ)|ΕΠΙΚΥΡΩΣ(?:Η|ΕΙΣ)|ΤΑΥΤΟΤΗΤΑΣ?|ΔΙΑΒΑΤΗΡΙΟ|ΒΕΒΑΙΩΣ(?:Η|ΕΙΣ)|ΠΙΣΤΟΠΟΙΗΤΙΚ(?:Ο|Α)|ΑΙΤΗΣ(?:Η|ΕΙΣ)|ΔΗΛΩΣ(?:Η|ΕΙΣ)|ΕΞΟΥΣΙΟΔΟΤΗΣ(?:Η|ΕΙΣ)|ΦΩΤΟΤΥΠΙ(?:Α|ΕΣ)|ΕΠΙΔΟΜΑ|ΑΔΕΙΑ|ΔΙΠΛΩΜΑ|ΑΜΚΑ|ΑΦΜ|TAXIS|TAXISNET|ΚΛΕΙΔΑΡΙΘΜΟΣ|ΜΕΤΑΒΙΒΑΣΗ|ΠΑΡΑΒΟΛΟ|ΠΟΙΝΙΚΟΥ?|ΜΗΤΡΩΟ|ΟΠΕΚΑ|ΚΕΑ|ΥΔ|ΥΠΕΥΘΥΝΗ)\.?$/;

const isServiceWord = (word: string): boolean => WORDS.test(fold(word).replace(/[,:;()-]+/g, ""));

/** At least one word stays a name. */
export function withoutService(text: string): NameAndService {
  const words = text.split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !isServiceWord(word));
  const last = words.findLastIndex((word) => !isServiceWord(word));
  if (first === -1 || (first === 0 && last === words.length - 1)) return { name: text, service: "" };
  const name = words.slice(first, last + 1).join(" ");
  return {
    name: name.replace(/[\s,:;–-]+$/, ""),
    service: [...words.slice(0, first), ...words.slice(last + 1)].join(" "),
  };
}

export const beginsAsService = (text: string, services: readonly FoldedService[]): boolean =>
  isServiceWord(text.split(/\s+/)[0] ?? "") || serviceOfCell(text, services) !== null;
