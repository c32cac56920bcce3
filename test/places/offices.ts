import type { FinderOffice } from "../../src/offices/places/finder-office.ts";
import { COUNTRY } from "./country.ts";

/** Invented offices, 1,200 of them, in the municipalities of the country. Agios Nikolaos has none. */

interface Municipality {
  readonly name: string;
  readonly popular: readonly string[];
  readonly towns: readonly string[];
}

interface Unit {
  readonly region: string;
  readonly unit: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly postcode: string;
  readonly municipalities: readonly Municipality[];
}

function municipalityOf(text: string): Municipality {
  const [head = "", ...towns] = text.split("+").map((part) => part.trim());
  const [name = "", popular = ""] = head.split("=").map((part) => part.trim());
  return { name, popular: popular ? popular.split(",") : [], towns };
}

function unitOf(head: string, names: string): Unit {
  const [region = "", unit = "", point = "", postcode = ""] = head.split("/").map((part) => part.trim());
  const [latitude = 0, longitude = 0] = point.split(" ").map(Number);
  const municipalities = names.split(/, (?=\p{Lu})/u).map(municipalityOf);
  return { region, unit, latitude, longitude, postcode, municipalities };
}

const lines = COUNTRY.trim().split("\n");
const heads = lines.flatMap((line, at) => (line.includes(" / ") ? [at] : []));
const UNITS: readonly Unit[] = heads.map((at, index) =>
  unitOf(lines[at] as string, lines.slice(at + 1, heads[index + 1]).join(", ")),
);

/** Of the trees and flowers; and some that are called as places are, so that a street is no town. */
const STREETS =
  `Πλατάνου, Μυγδαλιάς, Γιασεμιών, Κρίνων, Αμαρυλλίδος, Καμέλιας, Ερμού, Νικολάου Πλαστήρα, Αγίου Γεωργίου, Αθηνών,
Πελοποννήσου, Κύπρου, Σμύρνης, 25ης Μαρτίου, Δημοκρατίας, Ελευθερίου Βενιζέλου, Κρήτης, Θεσσαλονίκης, Αρτέμιδος, Μακεδονίας`.split(
    /,\s+/,
  );

/** How many each has until there are 1,200: the first of a unit, and those with towns, are large. */
const OFFICES = 1_200;

interface NamedPlace {
  readonly unit: Unit;
  readonly of: Municipality;
  readonly name: string;
  readonly round: number;
}

function* names(): Generator<NamedPlace> {
  for (let round = 0; ; round++)
    for (const unit of UNITS)
      for (const [index, of] of unit.municipalities.entries()) {
        const name = nameIn(round, index, of);
        if (name) yield { unit, of, name, round };
      }
}

/** Null: there is none so often */
function nameIn(round: number, index: number, { name, towns }: Municipality): string | null {
  if (round === 0) return `ΚΕΠ Δήμου ${name}`;
  if (round <= towns.length) return `ΚΕΠ ${towns[round - 1]}`;
  return index === 0 || towns.length > 1 || round < 3 ? `ΚΕΠ ${round + 1}ο Δήμου ${name}` : null;
}

function madeOffices(): FinderOffice[] {
  const offices: FinderOffice[] = [];
  for (const { unit, of, name, round } of names()) {
    if (offices.length === OFFICES) break;
    const at = offices.length;
    const near = (step: number) => (((at * step) % 97) - 48) / 600;
    offices.push({
      id: at + 1,
      code: `${String(at + 1).padStart(4, "0")}${at % 9 === 8 ? "Π" : ""}`,
      name,
      nameEn: null,
      knownAs: round === 0 || !of.towns[round - 1] ? of.popular.join(", ") || null : null,
      address: `${STREETS[(at * 7) % STREETS.length]} ${(at % 120) + 1}`,
      municipality: `Δήμος ${of.name}`,
      regionalUnit: unit.unit,
      region: unit.region,
      postcode: `${unit.postcode}${String((at * 37) % 1_000).padStart(3, "0")}`,
      phone: `+302${String(100_000_000 + at * 104_729).slice(-9)}`,
      latitude: unit.latitude + near(31),
      longitude: unit.longitude + near(53),
      stepFreeEntrance: null,
    });
  }
  return offices;
}

/** In the order of Greek, as the database answers. */
export const COUNTRY_OFFICES: readonly FinderOffice[] = madeOffices().sort((a, b) =>
  a.name.localeCompare(b.name, "el"),
);
