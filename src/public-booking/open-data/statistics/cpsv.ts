import { ADDRESS } from "../../frame/address.ts";
import type { OpenService } from "../contract.ts";
import type { Site } from "../open-data.ts";
import type { OfficeFacts } from "../open-data-sql.ts";
import { inLanguages, ORGANISATION, organisation } from "./organisation.ts";

/** Services, and the offices that do them, as public services by CPSV-AP 3. Pure. */

const CONTEXT = {
  cpsv: "http://purl.org/vocab/cpsv#",
  cv: "http://data.europa.eu/m8g/",
  dct: "http://purl.org/dc/terms/",
  org: "http://www.w3.org/ns/org#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  foaf: "http://xmlns.com/foaf/0.1/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

interface ToDescribe {
  readonly services: readonly OpenService[];
  readonly offices: readonly Pick<OfficeFacts, "code" | "name" | "nameEn" | "municipality" | "phone">[];
}

export const publicServicesJsonLd = ({ services, offices }: ToDescribe, site: Site): object => ({
  "@context": CONTEXT,
  "@graph": [
    organisation(site, "cv:PublicOrganisation"),
    ...services.map((service) => publicService(service, site)),
    ...offices.map((office) => unit(office, site)),
  ],
});

function publicService(service: OpenService, site: Site): object {
  const { code, name, nameEn, minutes, url, onlineUrl } = service;
  return {
    "@id": `${url}#service`,
    "@type": "cpsv:PublicService",
    "dct:identifier": code,
    "dct:title": inLanguages(name, nameEn),
    "dct:description": inLanguages(
      `Στα ΚΕΠ, με ραντεβού: ${name}. Διαρκεί περίπου ${minutes} λεπτά.`,
      `At KEP, by appointment: ${nameEn}. It takes about ${minutes} minutes.`,
    ),
    "cv:hasCompetentAuthority": { "@id": site(ORGANISATION) },
    "cv:processingTime": { "@type": "xsd:duration", "@value": `PT${minutes}M` },
    "cpsv:hasInput": service.toBring.map(({ greek, english }, index) => ({
      "@id": `${url}#bring-${index + 1}`,
      "@type": "cv:Evidence",
      "dct:identifier": `${code}-${index + 1}`,
      "dct:title": english ? inLanguages(greek, english) : [{ "@language": "el", "@value": greek }],
    })),
    "cv:hasChannel": [
      channel(`${code}-appointment`, url),
      ...(onlineUrl === null ? [] : [channel(`${code}-online`, onlineUrl)]),
    ],
  };
}

const channel = (identifier: string, page: string): object => ({
  "@type": "cv:Channel",
  "dct:identifier": identifier,
  "foaf:page": { "@id": page },
});

function unit({ code, name, nameEn, municipality, phone }: ToDescribe["offices"][number], site: Site): object {
  return {
    "@id": site(ADDRESS.office(code)),
    "@type": "cv:PublicOrganisation",
    "dct:identifier": code,
    "skos:prefLabel": nameEn === null ? [{ "@language": "el", "@value": name }] : inLanguages(name, nameEn),
    "dct:spatial": { "@type": "dct:Location", "skos:prefLabel": { "@language": "el", "@value": municipality } },
    "org:unitOf": { "@id": site(ORGANISATION) },
    ...(phone !== null && { "cv:contactPoint": { "@type": "cv:ContactPoint", "cv:telephone": phone } }),
  };
}
