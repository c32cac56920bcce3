/** Invented citizens with codes of the government (TAXISnet). Their tax numbers, too, lie where none was ever given out. */

export interface StandInCitizen {
  readonly id: string;
  readonly afm: string;
  readonly lastName: string;
  /** A company has none */
  readonly firstName: string;
  readonly kind: "citizen" | "business" | "denied";
}

export const CITIZENS: readonly StandInCitizen[] = [
  { id: "fani", afm: "000002017", lastName: "Γιασεμίδου", firstName: "Φανή", kind: "citizen" },
  { id: "menelaos", afm: "000002029", lastName: "Θαλασσινός", firstName: "Μενέλαος", kind: "citizen" },
  { id: "polyxeni", afm: "000002030", lastName: "Κυπαρίσση-Δροσιά", firstName: "Πολυξένη", kind: "citizen" },
  { id: "anna", afm: "000002042", lastName: "Nowiczek", firstName: "Anna", kind: "citizen" },
  { id: "anemoni", afm: "000002054", lastName: "Ανεμώνη Εμπορική ΙΚΕ", firstName: "", kind: "business" },
  { id: "sotiris", afm: "000002066", lastName: "Αρνητίδης", firstName: "Σωτήρης", kind: "denied" },
];
