/** What DCAT-AP 3 and CPSV-AP 3 demand, as shapes of SHACL: written from their specifications, only of the classes that we use. */

const CONTEXT = {
  sh: "http://www.w3.org/ns/shacl#",
  dcat: "http://www.w3.org/ns/dcat#",
  dct: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  spdx: "http://spdx.org/rdf/terms#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  skos: "http://www.w3.org/2004/02/skos/core#",
  cpsv: "http://purl.org/vocab/cpsv#",
  cv: "http://data.europa.eu/m8g/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
};

interface Demand {
  readonly min?: number;
  readonly max?: number;
  readonly kind?: "IRI" | "Literal" | "BlankNodeOrIRI";
  readonly datatype?: string;
  readonly class?: string;
  readonly onePerLanguage?: boolean;
}

const shape = (targetClass: string, demands: Readonly<Record<string, Demand>>): object => ({
  "@type": "sh:NodeShape",
  "sh:targetClass": { "@id": targetClass },
  "sh:property": Object.entries(demands).map(([path, { min, max, kind, datatype, class: of, onePerLanguage }]) => ({
    "sh:path": { "@id": path },
    ...(min !== undefined && { "sh:minCount": min }),
    ...(max !== undefined && { "sh:maxCount": max }),
    ...(kind && { "sh:nodeKind": { "@id": `sh:${kind}` } }),
    ...(datatype && { "sh:datatype": { "@id": datatype } }),
    ...(of && { "sh:class": { "@id": of } }),
    ...(onePerLanguage && { "sh:uniqueLang": true }),
  })),
});

const TEXT: Demand = { min: 1, kind: "Literal", datatype: "rdf:langString", onePerLanguage: true };
const AGENT: Demand = { max: 1, class: "foaf:Agent" };

export const DCAT_AP = {
  "@context": CONTEXT,
  "@graph": [
    shape("dcat:Catalog", {
      "dct:title": TEXT,
      "dct:description": TEXT,
      "dct:publisher": { ...AGENT, min: 1 },
      "dct:license": { max: 1, class: "dct:LicenseDocument" },
      "dct:spatial": { kind: "IRI" },
      "dct:language": { kind: "IRI" },
      "dcat:dataset": { min: 1 },
    }),
    shape("dcat:Dataset", {
      "dct:title": TEXT,
      "dct:description": TEXT,
      "dct:publisher": AGENT,
      "dct:accessRights": { max: 1, kind: "IRI" },
      "dcat:theme": { kind: "IRI" },
      "dct:issued": { max: 1, datatype: "xsd:dateTime" },
      "dct:temporal": { class: "dct:PeriodOfTime" },
      "dcat:version": { max: 1, kind: "Literal" },
      "dcat:inSeries": { class: "dcat:DatasetSeries" },
      "dcat:previousVersion": { class: "dcat:Dataset" },
      "dcat:distribution": { min: 1, class: "dcat:Distribution" },
    }),
    shape("dcat:DatasetSeries", {
      "dct:title": TEXT,
      "dct:description": TEXT,
      "dct:accrualPeriodicity": { max: 1, kind: "IRI" },
    }),
    shape("dcat:Distribution", {
      "dcat:accessURL": { min: 1, kind: "IRI" },
      "dcat:downloadURL": { kind: "IRI" },
      "dct:license": { min: 1, max: 1, class: "dct:LicenseDocument" },
      "dct:format": { max: 1, kind: "IRI" },
      "dcat:mediaType": { max: 1, kind: "IRI" },
      "dcat:byteSize": { max: 1, datatype: "xsd:nonNegativeInteger" },
      "spdx:checksum": { max: 1, class: "spdx:Checksum" },
    }),
    shape("spdx:Checksum", {
      "spdx:algorithm": { min: 1, max: 1, kind: "IRI" },
      "spdx:checksumValue": { min: 1, max: 1, datatype: "xsd:hexBinary" },
    }),
    shape("dct:PeriodOfTime", {
      "dcat:startDate": { max: 1, datatype: "xsd:date" },
      "dcat:endDate": { max: 1, datatype: "xsd:date" },
    }),
    shape("foaf:Agent", { "foaf:name": TEXT }),
  ],
};

export const CPSV_AP = {
  "@context": CONTEXT,
  "@graph": [
    shape("cpsv:PublicService", {
      "dct:identifier": { min: 1, kind: "Literal" },
      "dct:title": TEXT,
      "dct:description": TEXT,
      "cv:hasCompetentAuthority": { min: 1, class: "cv:PublicOrganisation" },
      "cv:processingTime": { max: 1, datatype: "xsd:duration" },
      "cpsv:hasInput": { class: "cv:Evidence" },
      "cv:hasChannel": { class: "cv:Channel" },
    }),
    shape("cv:PublicOrganisation", { "skos:prefLabel": TEXT, "dct:spatial": { min: 1, kind: "BlankNodeOrIRI" } }),
    shape("cv:Evidence", { "dct:identifier": { min: 1, kind: "Literal" }, "dct:title": TEXT }),
    shape("cv:Channel", { "dct:identifier": { min: 1, kind: "Literal" } }),
  ],
};
