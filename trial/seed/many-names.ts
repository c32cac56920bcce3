import { BUSINESSES, FOREIGNERS } from "./names.ts";
import type { NameSource } from "./people.ts";
import { randomOf } from "./random.ts";

/** As many invented surnames as a nation has, a few of them very common, most of them rare. */
export const MANY_NAMES: NameSource = {
  surname: (random) => SURNAMES[rankAt(random.share())] as (typeof SURNAMES)[number],
  foreigner: (random) => [random.pick(FOREIGNERS)[0], random.pick(FOREIGNERS)[1]],
  business: (random) =>
    random.chance(0.1)
      ? random.pick(BUSINESSES)
      : `${random.pick(STEMS)}ία ${random.pick(TRADES)} ${random.pick(FORMS)}`,
};

const STEMS = `Αλμυρ Ανεμ Ασημ Αυγεριν Βοσκ Βρυσ Γαϊταν Γαρυφαλλ Γλαρ Δαφν Δροσ Ελαιων Ζαφειρ Ζυμαρ Ηλιαχτ Θαλασσ Θυμαρ
  Καλαμ Καμαρ Καμπαν Καραβ Καρυδ Κασταν Κερασ Κηπουρ Κισσ Κλαδ Κορακ Κουκουν Κρασ Κρυσταλλ Κυδων Κυματ Κυπαρισσ Λαγ
  Λεβαντ Λεμον Λευκ Λιθαρ Λιμν Λιναρ Λουλουδ Λυγαρ Μαντολ Μαργαρ Μαστορ Μελισσ Μηλ Μουρ Μυγδαλ Μυλων Μυρτ Νεραντζ Νησ
  Ξυλ Ομπρελ Ουραν Παξιμαδ Παραμυθ Πελαγ Περδικ Περιβολ Πετρ Πευκ Πηγαδ Πλαταν Ποταμ Πορτοκαλ Πυργ Ραχ Ρεματ Ροδ
  Ροδακιν Ρυακ Σαλιγκαρ Σεληνιτ Σιταρ Σκαλ Σπουργιτ Σταφυλ Σταχυ Συκ Συννεφ Σφενδαμ Τζιτζικ Τριανταφυλλ Τσαμπουν
  Τσιπουρ Φαναρ Φεγγαρ Φλαμουρ Φουντουκ Φρυγαν Χαλικ Χαμομηλ Χελιδον Χιον Χορταρ Χρυσαφ Ψαρ Ψιχαλ Ψωμ`.split(/\s+/);
const BEGINNINGS = ["Παπα", "Χατζη", "Καρα", "Μαυρο", "Κοντο"];
const ENDINGS: readonly (readonly [man: string, woman: string])[] = [
  ["όπουλος", "οπούλου"],
  ["άκης", "άκη"],
  ["ίδης", "ίδου"],
  ["άτος", "άτου"],
  ["ούδης", "ούδη"],
  ["έλης", "έλη"],
  ["άς", "ά"],
  ["ίτης", "ίτη"],
  ["ιώτης", "ιώτη"],
  ["άρης", "άρη"],
  ["έας", "έα"],
  ["ιάδης", "ιάδου"],
  ["ίνος", "ίνου"],
  ["ουλάκης", "ουλάκη"],
  ["ιανός", "ιανού"],
];
const TRADES = ["Τεχνική", "Μεταφορές", "Λογιστική", "Τρόφιμα", "Εκδόσεις", "Κατασκευές", "Ταξίδια", "Υφάσματα"];
const FORMS = ["Α.Ε.", "Ο.Ε.", "Ε.Ε.", "Ι.Κ.Ε.", "Ε.Π.Ε."];

/** In the order of how common they are. */
const SURNAMES = shuffled(
  [...STEMS, ...compounds()].flatMap((stem) => ENDINGS.map(([man, woman]) => [stem + man, stem + woman] as const)),
);

/** A beginning that ends in a vowel before one that begins with one would be no name. */
function compounds(): string[] {
  const plain = STEMS.filter((stem) => !/^[ΑΕΗΙΟΥΩ]/.test(stem)).map((stem) => stem.toLowerCase());
  return BEGINNINGS.flatMap((beginning) => plain.map((stem) => beginning + stem));
}

function shuffled<T>(list: readonly T[]): readonly T[] {
  const random = randomOf("surnames");
  return list
    .map((value) => [random.share(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

/** Zipf's law, a little flattened at the top: the commonest is one person in 150, as among the nation's own names. */
function rankAt(share: number): number {
  const [top, steepness] = [20, 0.05];
  const [low, high] = [top ** steepness, (SURNAMES.length + top) ** steepness];
  return Math.floor((low + share * (high - low)) ** (1 / steepness) - top);
}
