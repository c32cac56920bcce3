import { dayHoursText } from "../../offices/hours/day-hours.ts";
import { type OfficeHours, officeHours } from "../../offices/hours/office-hours.ts";
import type { WeekHours } from "../../offices/hours/week-hours.ts";
import { runsOf } from "../../platform/text/runs.ts";
import { clockText, type Interval } from "../../platform/time.ts";
import { spokenLanguages } from "../../text/spoken-languages.ts";
import type { OfficeFacts } from "./open-data-sql.ts";

/** Offices in the words of schema.org, for search engines and maps. Pure. */

const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** Where it is known, with its region. */
type LinkedFacts = Omit<OfficeFacts, "id" | "regionalUnit" | "region"> & { readonly region?: string | null };

/** An office at an address of its own. */
export interface OfficeToPublish {
  readonly facts: LinkedFacts;
  readonly url: string;
}

const CONTEXT = "https://schema.org";

/** Of one office, for its own page. */
export const officeJsonLd = (office: OfficeToPublish): object => ({ "@context": CONTEXT, ...officeNode(office) });

export const officesJsonLd = (offices: readonly OfficeToPublish[]): object => ({
  "@context": CONTEXT,
  "@graph": offices.map(officeNode),
});

function officeNode({ facts, url }: OfficeToPublish): object {
  const { code, name, address, postcode, municipality, region = null, phone, latitude, longitude } = facts;
  const hours = officeHours(facts.hours);
  return withoutNulls({
    "@type": "GovernmentOffice",
    "@id": url,
    url,
    identifier: code,
    name,
    alternateName: facts.nameEn,
    telephone: phone,
    address: withoutNulls({
      "@type": "PostalAddress",
      streetAddress: address,
      postalCode: postcode,
      addressLocality: municipality,
      addressRegion: region,
      addressCountry: "GR",
    }),
    geo: latitude === null || longitude === null ? null : { "@type": "GeoCoordinates", latitude, longitude },
    amenityFeature: amenities(facts),
    knowsLanguage: languagesAt(facts),
    openingHoursSpecification: hours.counter && weekSpecifications(hours.counter),
    specialOpeningHoursSpecification: daySpecifications(hours),
    contactPoint: hours.telephone && {
      "@type": "ContactPoint",
      contactType: "telephone",
      ...(phone !== null && { telephone: phone }),
      hoursAvailable: weekSpecifications(hours.telephone),
    },
  });
}

const AMENITIES = {
  stepFreeEntrance: "Step-free entrance",
  lift: "Lift, or all on the ground floor",
  accessibleWc: "Accessible toilet",
  disabledParking: "Parking for people with a disability",
} as const;

/** What the office has said of it, yes or no; null: nothing */
function amenities({ access, interpreters }: LinkedFacts): object[] | null {
  const said = [
    ...(Object.keys(AMENITIES) as (keyof typeof AMENITIES)[]).map((name) => [AMENITIES[name], access[name]] as const),
    ["Interpreter of Greek Sign Language", interpreters.signLanguage] as const,
  ].flatMap(([name, value]) => (value === null ? [] : [{ "@type": "LocationFeatureSpecification", name, value }]));
  return said.length > 0 ? said : null;
}

/** Greek, and those into which somebody interprets; null: the office has said nothing. */
function languagesAt({ interpreters: { signLanguage, languages } }: LinkedFacts): string[] | null {
  const more = [...(signLanguage ? ["gss"] : []), ...(spokenLanguages(languages) ?? [])];
  return more.length > 0 ? ["el", ...more] : null;
}

const weekSpecifications = (week: WeekHours): object[] =>
  runsOf(week.map(dayHoursText)).flatMap(({ first, last }) =>
    (week[first - 1] ?? []).map((range) => ({
      "@type": "OpeningHoursSpecification",
      dayOfWeek: DAYS.slice(first - 1, last),
      ...times(range),
    })),
  );

/** By schema.org a day that opens and closes at the same time is closed. Null: there are none */
function daySpecifications({ exceptions }: OfficeHours): object[] | null {
  const days = exceptions.flatMap(({ first, last, counter, reason }) =>
    (counter?.length === 0 ? [{ from: 0, to: 0 }] : (counter ?? [])).map((range) =>
      withoutNulls({
        "@type": "OpeningHoursSpecification",
        validFrom: first,
        validThrough: last,
        ...times(range),
        description: reason || null,
      }),
    ),
  );
  return days.length > 0 ? days : null;
}

/** 23:59 is the end of a day: times of schema.org know no 24:00. */
const times = ({ from, to }: Interval) => ({ opens: clockText(from), closes: to === 1440 ? "23:59" : clockText(to) });

const withoutNulls = (of: object): object =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null));
