/** Invented people whose names break systems. */
export interface HardName {
  readonly lastName: string;
  readonly firstName: string;
  readonly business?: { readonly name: string; readonly afm?: string };
}

export const HARD_NAMES: readonly HardName[] = [
  { lastName: "Αϊβαλιώτη", firstName: "Φροσύνη" },
  { lastName: "Ταΰγετος", firstName: "Προΐστορας" },
  { lastName: "Παπαδοπούλου-Χατζηϊωάννου", firstName: "Μαρία-Ελένη" },
  { lastName: "ΚΑΡΑΓΙΑΝΝΗΣ", firstName: "ΑΝΔΡΕΑΣ" },
  // The capitals of the surname are Latin, as typed on the wrong keyboard.
  { lastName: "ZABOKΑΣ", firstName: "Νίκος" },
  { lastName: "O'Brien", firstName: "Seán" },
  { lastName: "Müller-Şahin", firstName: "Zoë" },
  { lastName: "Ντε λα Κρουζ", firstName: "Χοσέ" },
  { lastName: "Γιωτόπουλος ο Πρεσβύτερος", firstName: "Άγγελος" },
  { lastName: "Ἀρχαιόπουλος", firstName: "Ὀδυσσεύς" },
  { lastName: "Γλαρουδάκης", firstName: "Ορέστης", business: { name: "ΑΛΚΥΟΝΗ ΜΕΤΑΦΟΡΙΚΗ Ι.Κ.Ε.", afm: "123456783" } },
  { lastName: "<b>Έντονος</b>", firstName: "100%_" },
  { lastName: "Σς", firstName: "Ω" },
  { lastName: "Ευθυμιάδου", firstName: "Ευτυχία", business: { name: "«Ο Φούρνος» & Υιοί Ο.Ε." } },
];

/** The n-th person: as many as needed, none twice. */
export function personNumber(index: number): HardName {
  const name = HARD_NAMES[index % HARD_NAMES.length] as HardName;
  return { ...name, firstName: `${name.firstName} ${greek(index)}` };
}

const greek = (index: number): string => [...String(index)].map((digit) => "ΑΒΓΔΕΖΗΘΙΚ"[Number(digit)]).join("");
