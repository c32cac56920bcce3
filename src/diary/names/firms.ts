import { fold } from "../../platform/text/fold.ts";

/** «Αφοι Παππά ΟΕ» comes as a business, of which somebody has to say who comes. Pure. */
export const isFirm = (name: string): boolean => FIRM.test(fold(name).replace(/\./g, "").trim());

const FORMS = "ΟΕ|ΕΕ|ΑΕ|ΑΒΕΕ|ΑΕΒΕ|ΑΤΕ|ΕΠΕ|ΙΚΕ|ΣΙΑ|ΚΟΙΝΣΕΠ|LTD|INC|GMBH|SA|IKE|OE|EE|AE";
const KINDS =
  "ΑΦΟΙ|ΥΙΟΙ|ΕΤΑΙΡ[ΕΙ]\\p{L}*|ΕΠΙΧΕΙΡΗΣ\\p{L}*|ΣΥΛΛΟΓΟΣ|ΣΩΜΑΤΕΙΟ|ΣΥΝΕΤΑΙΡΙΣΜΟΣ|ΜΟΝΟΠΡΟΣΩΠΗ|ΞΕΝΟΔΟΧΕΙΟ|ΕΝΟΡΙΑ|ΣΧΟΛΕΙΟ|ΓΥΜΝΑΣΙΟ|ΛΥΚΕΙΟ";
const FIRM = new RegExp(`(?<!\\p{L})(?:(?:${FORMS})$|(?:${KINDS})(?!\\p{L}))`, "u");

const PROFESSIONS =
  /^(?:ΔΙΚΗΓ(?:ΟΡΟΣ)?|ΣΥΜΒ(?:ΟΛ(?:ΑΙΟΓΡΑΦΟΣ)?)?|ΛΟΓΙΣΤ(?:ΗΣ|ΡΙΑ)|ΜΗΧΑΝΙΚΟΣ|ΠΟΛ ?ΜΗΧ|ΙΑΤΡΟΣ|ΓΙΑΤΡΟΣ|ΦΑΡΜΑΚΟΠΟΙΟΣ|ΑΡΧΙΤΕΚΤΟΝΑΣ|ΤΟΠΟΓΡΑΦΟΣ|ΕΡΓΟΛΑΒΟΣ|ΜΕΣΙΤΗΣ)$/;

/** «δικηγόρος Ξενάκης Όμηρος»: the word is no surname. */
export const isProfession = (word: string): boolean => PROFESSIONS.test(fold(word).replace(/[.,:]+$/, ""));

/** «γραφείο Βρανά»: whose, and who comes, is not said. */
export const isOfAnOffice = (name: string): boolean =>
  /^(?:ΓΡΑΦΕΙΟ|ΛΟΓΙΣΤΙΚΟ|ΟΙΚ(?:ΟΓΕΝΕΙΑ)?\.?) /.test(fold(name).trim());
