import type { Site } from "../open-data.ts";
import { fileAddress, LICENCE, OPEN_DATA_PATH, STATISTICS_PATH } from "./addresses.ts";
import type { OpenMonths, OpenVersion } from "./contract.ts";
import { inLanguages, ORGANISATION, organisation } from "./organisation.ts";

/** All open data as a catalogue by DCAT-AP 3, for portals that harvest it. Pure. */

const CONTEXT = {
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  adms: "http://www.w3.org/ns/adms#",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
};
const AUTHORITY = "http://publications.europa.eu/resource/authority";
const GREECE = { "@id": `${AUTHORITY}/country/GRC` };

const SERIES_TITLE = inLanguages("Επισκέψεις στα ΚΕΠ ανά μήνα", "Visits at Citizen Service Centres (KEP) by month");
const SERIES_TEXT = inLanguages(
  "Επισκέψεις, αναμονή και μη προσέλευση ανά ΚΕΠ, μήνα και ομάδα υπηρεσιών.",
  "Visits, waiting and no-shows by office, month and group of services.",
);

export function catalogueJsonLd(published: OpenMonths, site: Site): object {
  const series = site(`${STATISTICS_PATH}#series`);
  const months = published.months.flatMap(({ month, versions }) =>
    versions.map((version, index) => monthDataset(month, version, { isNewest: index === 0, series, site })),
  );
  const lists = [listDataset("offices", OFFICES, site), listDataset("services", SERVICES, site)];
  return {
    "@context": CONTEXT,
    "@id": site(`${OPEN_DATA_PATH}/catalogue.jsonld`),
    "@type": "dcat:Catalog",
    "dct:title": inLanguages("Ανοιχτά δεδομένα των ραντεβού στα ΚΕΠ", "Open data of appointments at KEP"),
    "dct:description": inLanguages(
      "Τα ΚΕΠ, οι υπηρεσίες τους και μετρήσεις ανά μήνα, χωρίς στοιχεία προσώπων.",
      "The offices, their services and figures by month; nothing of persons.",
    ),
    "dct:publisher": organisation(site, "foaf:Agent"),
    "dct:license": licence,
    "dct:spatial": GREECE,
    "dct:language": [{ "@id": `${AUTHORITY}/language/ELL` }, { "@id": `${AUTHORITY}/language/ENG` }],
    "dcat:dataset": [
      {
        "@id": series,
        "@type": "dcat:DatasetSeries",
        "dct:title": SERIES_TITLE,
        "dct:description": SERIES_TEXT,
        "dct:publisher": { "@id": site(ORGANISATION) },
        "dct:accrualPeriodicity": { "@id": `${AUTHORITY}/frequency/MONTHLY` },
        "dct:spatial": GREECE,
      },
      ...months,
      ...lists,
    ],
  };
}

const licence = { "@id": LICENCE, "@type": "dct:LicenseDocument" };
const common = (site: Site) => ({
  "dct:publisher": { "@id": site(ORGANISATION) },
  "dcat:theme": { "@id": `${AUTHORITY}/data-theme/GOVE` },
  "dct:spatial": GREECE,
  "dct:accessRights": { "@id": `${AUTHORITY}/access-right/PUBLIC` },
});

interface Place {
  readonly isNewest: boolean;
  readonly series: string;
  readonly site: Site;
}

function monthDataset(month: string, version: OpenVersion, { isNewest, series, site }: Place): object {
  const id = (of: number) => `${site(STATISTICS_PATH)}#${month}-v${of}`;
  const days = Temporal.PlainYearMonth.from(month);
  return {
    "@id": id(version.version),
    "@type": "dcat:Dataset",
    "dct:title": inLanguages(`Επισκέψεις στα ΚΕΠ, ${month}`, `Visits at KEP, ${month}`),
    "dct:description": SERIES_TEXT,
    ...common(site),
    "dcat:inSeries": { "@id": series },
    "dcat:version": String(version.version),
    "dct:issued": { "@type": "xsd:dateTime", "@value": version.publishedAt },
    "dct:temporal": {
      "@type": "dct:PeriodOfTime",
      "dcat:startDate": day(days.toPlainDate({ day: 1 })),
      "dcat:endDate": day(days.toPlainDate({ day: days.daysInMonth })),
    },
    ...(version.correction && { "adms:versionNotes": versionNotes(version.correction, version.note) }),
    ...(version.version > 1 && { "dcat:previousVersion": { "@id": id(version.version - 1) } }),
    "adms:status": { "@id": `${AUTHORITY}/dataset-status/${isNewest ? "COMPLETED" : "DEPRECATED"}` },
    "dcat:distribution": (["csv", "json"] as const).map((format) =>
      distribution({ url: site(fileAddress(month, format, version.version)), format, site, file: version[format] }),
    ),
  };
}

const day = (date: Temporal.PlainDate) => ({ "@type": "xsd:date", "@value": date.toString() });

const versionNotes = (correction: NonNullable<OpenVersion["correction"]>, note: OpenVersion["note"]) =>
  note ? inLanguages(`Διόρθωση: ${note.greek}`, `Correction: ${note.english}`) : OWN_WORDS[correction];

const OWN_WORDS = {
  "late-counts": inLanguages(
    "Διόρθωση: μετρήθηκαν ημέρες μετά τη δημοσίευση.",
    "Correction: days were counted after it was published.",
  ),
  method: inLanguages("Διόρθωση: άλλαξε ο τρόπος μέτρησης.", "Correction: the method has changed."),
  operator: inLanguages("Διόρθωση.", "Correction."),
};

interface DistributedFile {
  readonly url: string;
  readonly format: "csv" | "json" | "jsonld";
  readonly site: Site;
  readonly file?: OpenVersion["csv"];
}

const FORMATS = {
  csv: ["CSV", "text/csv"],
  json: ["JSON", "application/json"],
  jsonld: ["JSON_LD", "application/ld+json"],
} as const;

function distribution({ url, format, site, file }: DistributedFile): object {
  const [type, media] = FORMATS[format];
  return {
    "@id": `${url}#distribution`,
    "@type": "dcat:Distribution",
    "dcat:accessURL": { "@id": url },
    "dcat:downloadURL": { "@id": url },
    "dct:license": licence,
    "dct:format": { "@id": `${AUTHORITY}/file-type/${type}` },
    "dcat:mediaType": { "@id": `https://www.iana.org/assignments/media-types/${media}` },
    ...(file && {
      "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(file.bytes) },
      "spdx:checksum": {
        "@type": "spdx:Checksum",
        "spdx:algorithm": { "@id": "spdx:checksumAlgorithm_sha256" },
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
      },
      ...(format === "csv" && { "dct:conformsTo": { "@id": site(`${STATISTICS_PATH}/schema.json`) } }),
    }),
  };
}

interface ListTexts {
  readonly title: object;
  readonly text: object;
  readonly linked: string;
}

const OFFICES: ListTexts = {
  title: inLanguages("Τα ΚΕΠ", "The Citizen Service Centres (KEP)"),
  text: inLanguages("Διεύθυνση, ώρες και προσβασιμότητα κάθε ΚΕΠ.", "Address, hours and accessibility of each office."),
  linked: "offices.jsonld",
};
const SERVICES: ListTexts = {
  title: inLanguages("Οι υπηρεσίες των ΚΕΠ", "The services of KEP"),
  text: inLanguages("Διάρκεια και τι χρειάζεται για κάθε υπηρεσία.", "How long each takes, and what to bring."),
  linked: "public-services.jsonld",
};

function listDataset(name: "offices" | "services", { title, text, linked }: ListTexts, site: Site): object {
  const url = (file: string) => site(`${OPEN_DATA_PATH}/${file}`);
  return {
    "@id": `${url(name)}#dataset`,
    "@type": "dcat:Dataset",
    "dct:title": title,
    "dct:description": text,
    ...common(site),
    "dcat:distribution": [
      distribution({ url: url(`${name}.csv`), format: "csv", site }),
      distribution({ url: url(name), format: "json", site }),
      distribution({ url: url(linked), format: "jsonld", site }),
    ],
  };
}
