import type { Site } from "../open-data.ts";

/** Who publishes it and does the services, in the words of European profiles. Pure. */

export const ORGANISATION = "/book#kep";

export const inLanguages = (greek: string, english: string): readonly object[] => [
  { "@language": "el", "@value": greek },
  { "@language": "en", "@value": english },
];

const NAME = inLanguages("Κέντρα Εξυπηρέτησης Πολιτών (ΚΕΠ)", "Citizen Service Centres (KEP)");

export const organisation = (site: Site, type: "foaf:Agent" | "cv:PublicOrganisation"): object => ({
  "@id": site(ORGANISATION),
  "@type": type,
  [type === "foaf:Agent" ? "foaf:name" : "skos:prefLabel"]: NAME,
  ...(type === "cv:PublicOrganisation" && { "dct:spatial": { "@id": GREECE } }),
});

const GREECE = "http://publications.europa.eu/resource/authority/country/GRC";
