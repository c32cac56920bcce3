import { ASKS, CANCELLED, cells, type Planted, type Shape, who } from "./shape.ts";

const HEAD = ["Ημερομηνία", "Ώρα", "Ονοματεπώνυμο", "Παρατηρήσεις"];
const TIMES = ["09:00", "09:15", "09:30", "09:45", "10:00", "10:15"];

type Named = readonly [written: string, name: string, more?: Parameters<typeof who>[2], remark?: string];

const names = (name: string, ...rows: readonly Named[]): Shape => ({
  name,
  text: cells(HEAD, ...rows.map(([written, , , remark = ""], at) => ["7/12/2026", TIMES[at] ?? "", written, remark])),
  people: rows.map(([, person, more], at): Planted => who(`07 ${TIMES[at]}`, person, more)),
});

export const FIRMS: readonly Shape[] = [
  names(
    "firms by their form",
    ["Αφοι Παππά ΟΕ", "Αφοι Παππά ΟΕ", ASKS],
    ["Ζάβρας & ΣΙΑ Ε.Ε.", "Ζάβρας", ASKS],
    ["ΚΡΙΝΟΣ ΜΟΝΟΠΡΟΣΩΠΗ ΙΚΕ", "ΚΡΙΝΟΣ", ASKS],
    ["Σύλλογος Γονέων Μυρτιάς", "Μυρτιάς", ASKS],
  ),
  names(
    "offices of persons",
    ["δικηγόρος Ξενάκης Όμηρος", "Ξενάκης Όμηρος"],
    ["Δικηγ. Κρινάς Άλκης", "Κρινάς Άλκης"],
    ["Ζάβρας Ρήγας (λογιστής)", "Ζάβρας Ρήγας", ASKS],
    ["γραφείο Βρανά", "Βρανά", ASKS],
  ),
];

export const SHAPES_OF_NAMES: readonly Shape[] = [
  names(
    "«Χ΄΄Πέτρου» and its like",
    ["Χ΄΄Πέτρου Ελένη", "Χατζηπέτρου Ελένη", ASKS],
    ["Χ''Πέτρου Άννα", "Χατζηπέτρου Άννα", ASKS],
    ["Χ΄΄Πέτρου Ελ.", "Χατζηπέτρου Ελ.", ASKS],
  ),
  names(
    "a service before the name, or behind it",
    ["ΓΝΗΣΙΟ ΕΛΕΥΘΕΡΙΟΥ ΚΩΝ", "ΕΛΕΥΘΕΡΙΟΥ ΚΩΝ", { service: "signature" }],
    ["ΖΑΒΡΑΣ ΡΗΓΑΣ ΓΝΗΣΙΟ", "ΖΑΒΡΑΣ ΡΗΓΑΣ", { service: "signature" }],
    ["Αντίγραφα Κρινάς Άλκης", "Κρινάς Άλκης", { service: "copies" }],
    ["ΤΑΥΤΟΤΗΤΑ ΒΡΑΝΑ ΖΩΗ", "ΒΡΑΝΑ ΖΩΗ", ASKS],
  ),
  names(
    "the first name first",
    ["Ειρήνη Βρανά", "Βρανά Ειρήνη", ASKS],
    ["Άλκης Κρινάς", "Κρινάς Άλκης", ASKS],
    ["Ζάβρας Πέτρος", "Ζάβρας Πέτρος"],
  ),
  names(
    "titles, particles and two surnames",
    ["κα Βρανά Ζωή", "Βρανά Ζωή"],
    ["Ζάβρα-Κρινά Άννα", "Ζάβρα-Κρινά Άννα"],
    ["ντε Κρινάς Άλκης", "ντε Κρινάς Άλκης"],
    ["Ζάβρας", "Ζάβρας", ASKS],
  ),
  names(
    "a telephone beside the name, and one that is too short",
    ["Ζάβρας Ρήγας 694 412 3401", "Ζάβρας Ρήγας", { phone: "6944123401" }],
    ["Κρινάς Άλκης τηλ. 6944123402", "Κρινάς Άλκης", { phone: "6944123402" }],
    ["Βρανά Ζωή 69441", "Βρανά Ζωή", ASKS],
  ),
];

export const CANCELLATIONS: readonly Shape[] = [
  names(
    "in other words, in the remarks",
    ["Ζάβρας Ρήγας", "Ζάβρας Ρήγας", CANCELLED, "ακύρωση από την ίδια"],
    ["Κρινάς Άλκης", "Κρινάς Άλκης", CANCELLED, "μεταφέρθηκε για 14/12"],
    ["Μυρτιά Εύα", "Μυρτιά Εύα", CANCELLED, "δεν θα έρθει"],
    ["Βρανά Ζωή", "Βρανά Ζωή", CANCELLED, "άλλαξε για Πέμπτη"],
    ["Δαφνίδης Ίων", "Δαφνίδης Ίων", CANCELLED, "το ακύρωσε τηλεφωνικά"],
    ["Ροδινού Ανθή", "Ροδινού Ανθή", CANCELLED, "ΑΚΥΡΟ"],
  ),
  names(
    "an X before or behind the name",
    ["X Ζάβρας Ρήγας", "Ζάβρας Ρήγας", CANCELLED],
    ["Κρινάς Άλκης Χ", "Κρινάς Άλκης", CANCELLED],
    ["✗ Μυρτιά Εύα", "Μυρτιά Εύα", CANCELLED],
    ["Βρανά Ζωή", "Βρανά Ζωή", CANCELLED, "Χ"],
    ["ΑΚΥΡΟ Δαφνίδης Ίων", "Δαφνίδης Ίων", CANCELLED],
  ),
  names(
    "what people come for cancels nothing",
    ["Ζάβρας Ρήγας", "Ζάβρας Ρήγας", {}, "ακύρωση συμβολαίου"],
    ["Κρινάς Άλκης", "Κρινάς Άλκης", {}, "αναβολή στράτευσης"],
    ["Χ. Μυρτιάς", "Μυρτιάς Χ."],
    ["Βρανά Ζωή", "Βρανά Ζωή", {}, "μεταφορά άδειας"],
  ),
  {
    name: "in the column of the service or of the telephone",
    text: cells(
      ["Ημερομηνία", "Ώρα", "Ονοματεπώνυμο", "Τηλ", "Υπηρεσία"],
      ["7/12/2026", "9:00", "Ζάβρας Ρήγας", "ακυρώθηκε", "Γνήσιο"],
      ["7/12/2026", "9:15", "Κρινάς Άλκης", "6944123402", "ακύρωση"],
    ),
    people: [who("07 09:00", "Ζάβρας Ρήγας", CANCELLED), who("07 09:15", "Κρινάς Άλκης", CANCELLED)],
  },
];
