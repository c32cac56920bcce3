import { officialPhrases } from "../../src/catalogue/people-words.ts";
import type { Searchable } from "../../src/catalogue/search/word-index.ts";

/** As many procedures as the ministry's own register has. */
export const PROCEDURES = 1_057;

const KINDS = [
  ["Βεβαίωση", "Certificate of"],
  ["Αίτηση για", "Application for"],
  ["Άδεια", "Licence of"],
  ["Αντίγραφο", "Copy of"],
  ["Έγκριση", "Approval of"],
  ["Εγγραφή σε", "Registration of"],
  ["Ανανέωση", "Renewal of"],
  ["Διαγραφή από", "Removal of"],
  ["Γνωστοποίηση", "Notification of"],
] as const;

const ABOUT = [
  ["μελισσοκομίας", "beekeeping"],
  ["αλιευτικού σκάφους", "a fishing boat"],
  ["λαϊκής αγοράς", "a street market"],
  ["υδρογεώτρησης", "a water well"],
  ["θερμοκηπίου", "a greenhouse"],
  ["αμπελώνα", "a vineyard"],
  ["ελαιοτριβείου", "an olive press"],
  ["ξενοδοχείου", "a hotel"],
  ["κατασκήνωσης", "a camp"],
  ["παιδικού σταθμού", "a nursery"],
  ["φαρμακείου", "a pharmacy"],
  ["οδοντιατρείου", "a dental surgery"],
  ["κομμωτηρίου", "a hairdresser's"],
  ["ζαχαροπλαστείου", "a pastry shop"],
  ["αρτοποιείου", "a bakery"],
  ["θεάτρου", "a theatre"],
  ["κινηματογράφου", "a cinema"],
  ["γυμναστηρίου", "a gym"],
  ["κολυμβητηρίου", "a swimming pool"],
  ["πυροτεχνημάτων", "fireworks"],
  ["κυνηγιού", "hunting"],
  ["όπλου σκοποβολής", "a sporting gun"],
  ["ταξί", "a taxi"],
  ["σχολής χορού", "a dancing school"],
  ["φροντιστηρίου", "a coaching school"],
  ["συνεργείου", "a garage"],
  ["πλυντηρίου", "a laundry"],
  ["πρατηρίου καυσίμων", "a petrol station"],
  ["φωτοβολταϊκών", "solar panels"],
  ["ανελκυστήρα", "a lift"],
  ["λέβητα", "a boiler"],
  ["τουριστικού καταλύματος", "tourist lodging"],
  ["ενοικίασης ποδηλάτων", "bicycle hire"],
  ["ομπρελών παραλίας", "beach umbrellas"],
  ["τραπεζοκαθισμάτων", "tables and chairs"],
  ["περιπτέρου", "a kiosk"],
  ["υπαίθριου εμπορίου", "outdoor trade"],
  ["βιολογικής καλλιέργειας", "organic farming"],
  ["κτηνοτροφίας", "stock farming"],
  ["ιχθυοκαλλιέργειας", "fish farming"],
  ["τυροκομείου", "a dairy"],
  ["σφαγείου", "a slaughterhouse"],
  ["λατομείου", "a quarry"],
  ["ξυλουργείου", "a joinery"],
  ["τυπογραφείου", "a printing house"],
  ["ραδιοφωνικού σταθμού", "a radio station"],
  ["μουσείου", "a museum"],
  ["βιβλιοθήκης", "a library"],
  ["αθλητικού σωματείου", "a sports club"],
  ["πολιτιστικού συλλόγου", "a cultural society"],
] as const;

const WHERE = ["", "σε νησί", "σε ορεινή κοινότητα"] as const;

/** Invented; each has a name of its own. */
export function generatedProcedures(count: number): Searchable[] {
  return Array.from({ length: count }, (_, at) => {
    const [kind, kindEn] = KINDS[at % KINDS.length] as (typeof KINDS)[number];
    const [about, aboutEn] = ABOUT[Math.floor(at / KINDS.length) % ABOUT.length] as (typeof ABOUT)[number];
    const where = WHERE[Math.floor(at / (KINDS.length * ABOUT.length))] ?? "";
    const name = `${kind} ${about} ${where}`.trim();
    return {
      code: `procedure-${at}`,
      phrases: officialPhrases([name, name.slice(0, 40), `${kindEn} ${aboutEn}`]),
      besides: ["Ταυτότητα, τα παράβολα και την αίτηση.", "Identity card, the fees and the application."],
    };
  });
}
