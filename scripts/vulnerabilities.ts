import type { LockedPackage } from "./licences.ts";

/** What is known of weaknesses in packages that the program is made of, and what somebody has judged of each. */

/** By CycloneDX: https://cyclonedx.org/docs/1.5/json/#vulnerabilities_items_analysis */
export type Analysis =
  | { readonly state: "exploitable" | "in_triage" | "resolved" | "false_positive"; readonly detail: string }
  | {
      readonly state: "not_affected";
      readonly justification:
        | "code_not_present"
        | "code_not_reachable"
        | "requires_configuration"
        | "requires_dependency"
        | "requires_environment"
        | "protected_at_perimeter"
        | "protected_by_mitigating_control";
      readonly detail: string;
    };

export interface Judgement {
  /** Of the advisory: GHSA-… or CVE-… */
  readonly id: string;
  readonly package: string;
  /** The one that the lock file has: with another it is judged anew */
  readonly version: string;
  readonly judgedOn: string;
  readonly analysis: Analysis;
}

/** None yet: `npm run vulnerabilities` names what is to be judged. */
export const JUDGEMENTS: readonly Judgement[] = [];

/** Of packages, or versions, that the program is not made of any more: they are to be removed. */
export const staleJudgements = (judgements: readonly Judgement[], packages: readonly LockedPackage[]): Judgement[] =>
  judgements.filter(
    (judgement) => !packages.some(({ name, version }) => name === judgement.package && version === judgement.version),
  );

/** What `npm audit --json` answers, as far as it is read. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly via: readonly (string | { readonly name: string; readonly url: string })[] }>
  >;
}

export interface Advisory {
  readonly id: string;
  readonly package: string;
}

/** Each advisory of a report once, sorted. @throws Error for what is no report: silence is not that all is well */
export function advisoriesIn(report: AuditReport): Advisory[] {
  if (!report.vulnerabilities)
    throw new Error("The registry gave no report of vulnerabilities: nothing was looked at.");
  const found = Object.values(report.vulnerabilities).flatMap(({ via }) =>
    via.flatMap((one) => (typeof one === "string" ? [] : [{ id: idIn(one.url), package: one.name }])),
  );
  const byName = new Map(found.map((advisory) => [`${advisory.package} ${advisory.id}`, advisory]));
  return [...byName].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, advisory]) => advisory);
}

const idIn = (url: string): string => url.slice(url.lastIndexOf("/") + 1);

export const unjudged = (advisories: readonly Advisory[], judgements: readonly Judgement[]): Advisory[] =>
  advisories.filter(({ id, package: name }) => !judgements.some((one) => one.id === id && one.package === name));

export interface Bill {
  readonly serialNumber: string;
  readonly version: number;
  readonly components: readonly { readonly "bom-ref": string; readonly name: string; readonly version: string }[];
}

/** The exchange of what was judged (VEX) by CycloneDX, which points into the bill that was written beside it. */
export const exploitability = (bill: Bill, judgements: readonly Judgement[]) => ({
  bomFormat: "CycloneDX",
  specVersion: "1.5",
  version: 1,
  vulnerabilities: judgements.map((judgement) => ({
    id: judgement.id,
    analysis: { ...judgement.analysis, lastUpdated: `${judgement.judgedOn}T00:00:00Z` },
    affects: bill.components
      .filter(({ name, version }) => name === judgement.package && version === judgement.version)
      .map((component) => ({ ref: linkTo(bill, component["bom-ref"]) })),
  })),
});

/** A BOM-Link */
const linkTo = ({ serialNumber, version }: Bill, ref: string): string =>
  `urn:cdx:${serialNumber.replace("urn:uuid:", "")}/${version}#${encodeURIComponent(ref)}`;
