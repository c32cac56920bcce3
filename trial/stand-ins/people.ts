/** Invented people of the invented offices. The tax numbers pass the check and lie where none was ever given out. */

export interface StandInPerson {
  readonly id: string;
  readonly afm: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly gates: readonly StandInGate[];
}

export interface StandInGate {
  readonly gateId: string;
  readonly role: "clerk" | "head";
}

export const MINISTRY_GATE = "ΥΨΗΔ/ΚΕΠ";

export const GATE_NAMES: Readonly<Record<string, string>> = {
  "ΚΕΠ/9901": "ΚΕΠ ΝΕΑΣ ΑΥΓΗΣ",
  "ΚΕΠ/9902": "ΚΕΠ ΠΕΤΡΙΝΟΥ ΓΙΑΛΟΥ",
  "ΚΕΠ/9903": "ΚΕΠ ΜΙΚΡΗΣ ΒΡΥΣΗΣ",
  "ΚΕΠ/9904": "ΚΕΠ ΝΕΟΚΤΙΣΤΟΥ",
  [MINISTRY_GATE]: "ΥΠΟΥΡΓΕΙΟ, ΥΠΟΣΤΗΡΙΞΗ ΚΕΠ",
};

const head = (office: string): StandInGate => ({ gateId: `ΚΕΠ/${office}`, role: "head" });
const clerk = (office: string): StandInGate => ({ gateId: `ΚΕΠ/${office}`, role: "clerk" });

export const PEOPLE: readonly StandInPerson[] = [
  { id: "nefeli", afm: "000001010", lastName: "Λιμνιώτη", firstName: "Νεφέλη", gates: [head("9901")] },
  { id: "aris", afm: "000001021", lastName: "Καστανάς", firstName: "Άρης", gates: [clerk("9901")] },
  { id: "danai", afm: "000001033", lastName: "Πευκιανού", firstName: "Δανάη", gates: [clerk("9901")] },
  { id: "filippos", afm: "000001045", lastName: "Αμυγδαλίτης", firstName: "Φίλιππος", gates: [clerk("9901")] },
  { id: "myrto", afm: "000001057", lastName: "Κυδωνιάτη", firstName: "Μυρτώ", gates: [clerk("9901")] },
  { id: "orestis", afm: "000001069", lastName: "Βραχιώτης", firstName: "Ορέστης", gates: [head("9902")] },
  { id: "ismini", afm: "000001070", lastName: "Θυμαρά", firstName: "Ισμήνη", gates: [clerk("9902")] },
  { id: "loukas", afm: "000001082", lastName: "Αλμυριώτης", firstName: "Λουκάς", gates: [clerk("9902")] },
  { id: "kleio", afm: "000001094", lastName: "Πηγαδιώτη", firstName: "Κλειώ", gates: [head("9903"), clerk("9903")] },
  { id: "stratos", afm: "000001101", lastName: "Καλαμιώτης", firstName: "Στράτος", gates: [clerk("9903")] },
  { id: "rea", afm: "000001113", lastName: "Νεοχωρίτη", firstName: "Ρέα", gates: [head("9904")] },
  { id: "ilias", afm: "000001125", lastName: "Θεμελιώτης", firstName: "Ηλίας", gates: [clerk("9904")] },
  {
    id: "thaleia",
    afm: "000001137",
    lastName: "Διπλαρίδου",
    firstName: "Θάλεια",
    gates: [clerk("9901"), clerk("9902")],
  },
  { id: "petros", afm: "000001149", lastName: "Αθυρίδης", firstName: "Πέτρος", gates: [] },
  {
    id: "athina",
    afm: "000001150",
    lastName: "Κεντρίδου",
    firstName: "Αθηνά",
    gates: [{ gateId: MINISTRY_GATE, role: "clerk" }],
  },
];

/** Whom no office's directory names as they are spoken */
export const MINISTRY_PEOPLE: readonly StandInPerson[] = PEOPLE.filter(({ gates }) =>
  gates.some(({ gateId }) => gateId === MINISTRY_GATE),
);

export const personById = (id: string): StandInPerson | undefined => PEOPLE.find((person) => person.id === id);
