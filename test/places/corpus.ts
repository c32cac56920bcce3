import { formatPhone } from "../../src/kit/dates.ts";
import type { FinderOffice } from "../../src/offices/places/finder-office.ts";
import { COUNTRY_OFFICES } from "./offices.ts";

/** What people type where an office is looked for, by class, and what must come first. */

export interface PlaceQuery {
  readonly kind: string;
  readonly typed: string;
  /** Of the office that comes first; null: that nothing is called so must be said */
  readonly isRight: ((office: FinderOffice) => boolean) | null;
  /** Kept aside while the search is being written */
  readonly isHeldOut: boolean;
}

/** typed > what it is: m municipality, n own name, u regional unit, r region, ? unknown */
const WRITTEN: Readonly<Record<string, string>> = {
  "own name": `
    ΚΕΠ Δήμου Χαλανδρίου > m Χαλανδρίου | ΚΕΠ Παγκρατίου > n ΚΕΠ Παγκρατίου | Παγκράτι > n ΚΕΠ Παγκρατίου
    Κυψέλη > n ΚΕΠ Κυψέλης | Ρίο > n ΚΕΠ Ρίου | κεπ ριου > n ΚΕΠ Ρίου | Τούμπα > n ΚΕΠ Τούμπας
    Νέα Μάκρη > n ΚΕΠ Νέας Μάκρης | Λίνδος > n ΚΕΠ Λίνδου | Γέρακας > n ΚΕΠ Γέρακα | Βούλα > m Βάρης-Βούλας-Βουλιαγμένης
    Βουλιαγμένη > n ΚΕΠ Βουλιαγμένης | Άνω Λιόσια > n ΚΕΠ Άνω Λιοσίων | Αράχωβα > n ΚΕΠ Αράχοβας
    Επανομή > n ΚΕΠ Επανομής | Σίνδος > n ΚΕΠ Σίνδου | Γαλατάκι > ? | Νέα Ερυθραία > n ΚΕΠ Νέας Ερυθραίας
    3ο Δήμου Αθηναίων > m Αθηναίων | Καμίνια > n ΚΕΠ Καμινίων | Τούμπα Θεσσαλονίκης > n ΚΕΠ Τούμπας`,
  municipality: `
    Χαλάνδρι > m Χαλανδρίου | Αθήνα > m Αθηναίων | Πειραιάς > m Πειραιώς | Θεσσαλονίκη > m Θεσσαλονίκης | Πάτρα > m Πατρέων
    Λάρισα > m Λαρισαίων | Βόλος > m Βόλου | Ηράκλειο > m Ηρακλείου | Χανιά > m Χανίων | Ρόδος > m Ρόδου | Κως > m Κω
    Χίος > m Χίου | Καβάλα > m Καβάλας | Σέρρες > m Σερρών | Τρίπολη > m Τρίπολης | Καλαμάτα > m Καλαμάτας
    Δήμος Αιγάλεω > m Αιγάλεω | αιγαλεω > m Αιγάλεω | ΠΕΡΙΣΤΕΡΙ > m Περιστερίου | Νέα Σμύρνη > m Νέας Σμύρνης
    Ν. Σμύρνη > m Νέας Σμύρνης | Αγία Παρασκευή > m Αγίας Παρασκευής | Αγ. Παρασκευή > m Αγίας Παρασκευής
    Άγιος Δημήτριος > m Αγίου Δημητρίου | Παλαιό Φάληρο > m Παλαιού Φαλήρου | Π. Φάληρο > m Παλαιού Φαλήρου
    Ψυχικό > m Φιλοθέης-Ψυχικού | Άργος > m Άργους-Μυκηνών | Κόρινθος > m Κορινθίων | Θήβα > m Θηβαίων | Άρτα > m Αρταίων
    Χαλκίδα > m Χαλκιδέων | Λαμία > m Λαμιέων | Κομοτηνή > m Κομοτηνής | Σπάρτη > m Σπάρτης | Κέρκυρα > m Κεντρικής Κέρκυρας και Διαποντίων Νήσων
    Ήλιδα > m Ήλιδας | Δελφοί > m Δελφών | Ζωγράφου > m Ζωγράφου | Καλλιθέα > m Καλλιθέας | Ηλιούπολη > m Ηλιουπόλεως
    Μεταμόρφωση > m Μεταμορφώσεως | Πετρούπολη > m Πετρουπόλεως | Σαλαμίνα > m Σαλαμίνος | Νέα Ιωνία > m Νέας Ιωνίας
    στην Κηφισιά > m Κηφισιάς | Δήμος Νίκαιας > m Νίκαιας-Αγίου Ιωάννη Ρέντη | Κύμη > m Κύμης-Αλιβερίου
    Σμύρνη > m Νέας Σμύρνης | Άρτεμις > n ΚΕΠ Αρτέμιδος | Ολυμπία > m Αρχαίας Ολυμπίας | Αρτέμιδα > n ΚΕΠ Αρτέμιδος`,
  "unit and region": `
    Κρήτη > r Κρήτης | Θεσσαλία > r Θεσσαλίας | Ήπειρος > r Ηπείρου | Λέσβος > u Λέσβου | Εύβοια > u Εύβοιας | Αχαΐα > u Αχαΐας
    νομός Σερρών > u Σερρών | Πελοπόννησος > r Πελοποννήσου | Αττική > r Αττικής | Λακωνία > u Λακωνίας | Μεσσηνία > u Μεσσηνίας
    Βοιωτία > u Βοιωτίας | Θεσπρωτία > u Θεσπρωτίας | Δυτική Αττική > u Δυτικής Αττικής | Χαλκιδική > u Χαλκιδικής
    Έβρος > u Έβρου | Φωκίδα > u Φωκίδας | Αιτωλοακαρνανία > u Αιτωλοακαρνανίας | Στερεά Ελλάδα > r Στερεάς Ελλάδας
    Ιόνια Νησιά > r Ιονίων Νήσων | Ανατολική Αττική > u Ανατολικής Αττικής`,
  "popular name": `
    Γιάννενα > m Ιωαννιτών | Σαντορίνη > m Θήρας | Μενίδι > m Αχαρνών | Ιωάννινα > m Ιωαννιτών | Κορωπί > m Κρωπίας
    Μαρούσι > m Αμαρουσίου | Ζάντε > m Ζακύνθου | Πτολεμαΐδα > m Εορδαίας | Καλαμπάκα > m Μετεώρων | Τρίκαλα > m Τρικκαίων
    Γιαννιτσά > m Πέλλας | Αίγιο > m Αιγιαλείας | Έπαχτος > m Ναυπακτίας | Ναύπακτος > m Ναυπακτίας | Κοκκινιά > m Νίκαιας-Αγίου Ιωάννη Ρέντη
    Κούλουρη > m Σαλαμίνος | Άμφισσα > m Δελφών | Τζια > m Κέας | Ίος > m Ιητών | Αμαλιάδα > m Ήλιδας | Κιάτο > m Σικυωνίων
    Γύθειο > m Ανατολικής Μάνης | Άη Στράτης > m Αγίου Ευστρατίου | Λαύριο > m Λαυρεωτικής | Κεφαλονιά > m Αργοστολίου
    Ρέθυμνο > m Ρεθύμνης | Μολάοι > m Μονεμβασίας | Νέα Λιόσια > m Ιλίου | Εύοσμος > m Κορδελιού-Ευόσμου | Μύρινα > m Λήμνου`,
  "Latin letters": `
    irakleio > m Ηρακλείου | rodos > m Ρόδου | athina > m Αθηναίων | patra > m Πατρέων | thessaloniki > m Θεσσαλονίκης
    xalandri > m Χαλανδρίου | halandri > m Χαλανδρίου | chalandri > m Χαλανδρίου | peiraias > m Πειραιώς | pireas > m Πειραιώς
    larisa > m Λαρισαίων | volos > m Βόλου | xania > m Χανίων | chania > m Χανίων | hania > m Χανίων | giannena > m Ιωαννιτών
    ioannina > m Ιωαννιτών | santorini > m Θήρας | nea smirni > m Νέας Σμύρνης | nea smyrni > m Νέας Σμύρνης
    agia paraskevi > m Αγίας Παρασκευής | ag. dimitrios > m Αγίου Δημητρίου | kifisia > m Κηφισιάς | khfisia > m Κηφισιάς
    glyfada > m Γλυφάδας | glifada > m Γλυφάδας | peristeri > m Περιστερίου | marousi > m Αμαρουσίου | serres > m Σερρών
    kalamata > m Καλαμάτας | mykonos > m Μυκόνου | mikonos > m Μυκόνου | corfu > m Κεντρικής Κέρκυρας και Διαποντίων Νήσων
    kerkira > m Κεντρικής Κέρκυρας και Διαποντίων Νήσων | rhodes > m Ρόδου | Piraeus > m Πειραιώς | Athens > m Αθηναίων
    ksanthi > m Ξάνθης | xanthi > m Ξάνθης | 8hba > m Θηβαίων | kriti > r Κρήτης | menidi > m Αχαρνών | hraklio > m Ηρακλείου
    alexandroupoli > m Αλεξανδρούπολης | dimos volou > m Βόλου | kos > m Κω | evia > u Εύβοιας | evosmos > m Κορδελιού-Ευόσμου`,
  "place of a place": `
    Χαλάνδρι Αττικής > m Χαλανδρίου | Ηράκλειο Κρήτης > m Ηρακλείου | Ηράκλειο Αττικής > m Ηρακλείου Αττικής
    Άργος Ορεστικό > m Άργους Ορεστικού | Νέα Ιωνία Βόλου > n ΚΕΠ Νέας Ιωνίας Μαγνησίας | irakleio kritis > m Ηρακλείου
    Νίκαια Πειραιά > m Νίκαιας-Αγίου Ιωάννη Ρέντη | Νίκαια Λάρισας > m Κιλελέρ | Καλλιθέα Αττικής > m Καλλιθέας
    Άγιος Παύλος Θεσσαλονίκης > n ΚΕΠ Αγίου Παύλου | Δήμος Πύργου Ηλείας > m Πύργου | Σταυρός Θεσσαλονίκης > m Βόλβης
    Αμπελόκηποι Θεσσαλονίκης > m Αμπελοκήπων-Μενεμένης | Αμπελόκηποι Αθήνα > n ΚΕΠ Αμπελοκήπων | Χαλάνδρι, Αθήνα > m Χαλανδρίου
    Άγιος Στέφανος Αττικής > n ΚΕΠ Αγίου Στεφάνου | Κορωπί Αττικής > m Κρωπίας | Μύρινα Λήμνου > m Λήμνου`,
  "a slip": `
    Χαλανδρη > m Χαλανδρίου | Θεσαλονικη > m Θεσσαλονίκης | Περιστερρι > m Περιστερίου | Γλιφαδα > m Γλυφάδας
    Ηρακλιο > m Ηρακλείου | Αλεξανδρουπουλη > m Αλεξανδρούπολης | Καλαματτα > m Καλαμάτας | Κυφησια > m Κηφισιάς
    Λαρησα > m Λαρισαίων | Μυτηλινη > m Μυτιλήνης | Κατερηνι > m Κατερίνης | Ναυπλειο > m Ναυπλιέων | Θεσσαλονικι > m Θεσσαλονίκης
    Περστέρι > m Περιστερίου | Γαλάτσυ > m Γαλατσίου | Ορεστιαδα > m Ορεστιάδας | Κοριδαλός > m Κορυδαλλού | Καστρορια > m Καστοριάς`,
  unknown: `
    Άγιος Νικόλαος > ? | Άγιος Πουθενάς > ? | Νέα Υόρκη > ? | Κωνσταντινούπολη > ? | qqqq > ? | Αγ. Νικόλαος Λασιθίου > ?
    agios nikolaos > ? | Λονδίνο > ? | Νέα Χαλκηδόνα Άρεως > ? | Βαρθολομιό > ? | Ουζμπεκιστάν > ? | zzz zzz > ?`,
};

/** From the offices themselves: every so many, the same each time. */
const OF_OFFICE: Readonly<Record<string, readonly ((office: FinderOffice) => string)[]>> = {
  postcode: [
    ({ postcode }) => `Τ.Κ. ${postcode}`,
    ({ postcode }) => String(postcode).replace(/^(...)/, "$1 "),
    ({ postcode }) => String(postcode).replace(/^(..)/, "$1 "),
    ({ postcode }) => `ΤΚ${postcode}`,
    ({ postcode }) => String(postcode),
    ({ postcode }) => `T.K. ${String(postcode).replace(/^(...)/, "$1-")}`,
    ({ postcode }) => `ταχ. κώδικας: ${postcode}`,
    ({ postcode, regionalUnit }) => `${postcode} ${regionalUnit}`,
  ],
  code: [
    ({ code }) => code,
    ({ code }) => `ΚΕΠ ${code}`,
    ({ code }) => `κεπ ${code.toLowerCase()}`,
    ({ code }) => code.replace("Π", "P"),
    ({ code }) => `κωδικός ${code}`,
    ({ code }) => `kep ${code.replace("Π", " π")}`,
  ],
  telephone: [
    ({ phone }) => String(phone),
    ({ phone }) => formatPhone(String(phone)),
    ({ phone }) => String(phone).slice(3),
    ({ phone }) => `00${String(phone).slice(1)}`,
    ({ phone }) => `τηλ. ${String(phone).slice(3, 7)}-${String(phone).slice(7)}`,
    ({ phone }) => String(phone).slice(3).replaceAll(/(..)/g, "$1 "),
    ({ phone }) => `(${String(phone).slice(3, 6)}) ${String(phone).slice(6)}`,
  ],
  street: [
    ({ address, municipality }) => `${address}, ${municipality}`,
    ({ address, municipality }) => `${String(address).replace(/ \d+$/, "")} ${municipality.replace("Δήμος ", "")}`,
    ({ address, postcode }) => `${address} ${postcode}`,
    ({ address, municipality }) => `οδός ${address} ${municipality.replace("Δήμος ", "")}`.toUpperCase(),
  ],
};
const OF_EACH = { postcode: 16, code: 12, telephone: 14, street: 12 } as const;

const right = {
  m: (name: string) => (office: FinderOffice) => office.municipality === `Δήμος ${name}`,
  n: (name: string) => (office: FinderOffice) => office.name === name,
  u: (name: string) => (office: FinderOffice) => office.regionalUnit === name,
  r: (name: string) => (office: FinderOffice) => office.region === name,
};

function written(kind: string, text: string): Omit<PlaceQuery, "isHeldOut">[] {
  return text
    .split(/\||\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [typed = "", expected = ""] = part.split(" > ");
      const [way, ...name] = expected.split(" ");
      return { kind, typed, isRight: way === "?" ? null : right[way as keyof typeof right](name.join(" ")) };
    });
}

function ofOffices(kind: keyof typeof OF_EACH): Omit<PlaceQuery, "isHeldOut">[] {
  const ways = OF_OFFICE[kind] as readonly ((office: FinderOffice) => string)[];
  return Array.from({ length: OF_EACH[kind] }, (_, at) => {
    const office = COUNTRY_OFFICES[(at * 83 + kind.length * 29) % COUNTRY_OFFICES.length] as FinderOffice;
    const isSame = (other: FinderOffice) => sameBy(kind, office, other);
    return { kind, typed: (ways[at % ways.length] as (typeof ways)[number])(office), isRight: isSame };
  });
}

/** Of a street the municipality is meant, of a postcode whichever office has it. */
const sameBy = (kind: keyof typeof OF_EACH, office: FinderOffice, other: FinderOffice): boolean =>
  ({
    postcode: office.postcode === other.postcode,
    code: office.code === other.code,
    telephone: office.phone === other.phone,
    street: office.address === other.address && office.municipality === other.municipality,
  })[kind];

const HELD_OUT = 3;

export const PLACE_QUERIES: readonly PlaceQuery[] = [
  ...Object.entries(WRITTEN).map(([kind, text]) => written(kind, text)),
  ...(Object.keys(OF_EACH) as (keyof typeof OF_EACH)[]).map(ofOffices),
].flatMap((ofKind) => ofKind.map((query, at) => ({ ...query, isHeldOut: at % HELD_OUT === HELD_OUT - 1 })));
