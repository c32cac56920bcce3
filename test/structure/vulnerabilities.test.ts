import { expect, test } from "vitest";
import { lockedPackages } from "../../scripts/licences.ts";
import {
  advisoriesIn,
  exploitability,
  JUDGEMENTS,
  type Judgement,
  staleJudgements,
  unjudged,
} from "../../scripts/vulnerabilities.ts";

const judgement: Judgement = {
  id: "GHSA-aaaa-bbbb-cccc",
  package: "planted",
  version: "1.2.3",
  judgedOn: "2026-11-30",
  analysis: { state: "not_affected", justification: "code_not_reachable", detail: "Only its types are used." },
};

/** As `npm audit --json` writes it. */
const report = {
  vulnerabilities: {
    planted: {
      via: [
        { name: "planted", url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc" },
        { name: "planted", url: "https://github.com/advisories/GHSA-dddd-eeee-ffff" },
      ],
    },
    above: { via: ["planted"] },
  },
};

test("what was judged is of packages and versions that the program is made of", () => {
  expect(staleJudgements(JUDGEMENTS, lockedPackages())).toEqual([]);
  const [one] = lockedPackages();
  expect(
    staleJudgements([{ ...judgement, package: one?.name ?? "", version: one?.version ?? "" }], lockedPackages()),
  ).toEqual([]);
  expect(staleJudgements([judgement], lockedPackages())).toEqual([judgement]);
});

test("each advisory of a report is to be judged, once, and one that was judged is not", () => {
  const advisories = advisoriesIn(report);
  expect(advisories.map(({ id }) => id)).toEqual(["GHSA-aaaa-bbbb-cccc", "GHSA-dddd-eeee-ffff"]);
  expect(unjudged(advisories, [judgement])).toEqual([{ id: "GHSA-dddd-eeee-ffff", package: "planted" }]);
});

test("a registry that gives no report has not said that all is well", () => {
  expect(() => advisoriesIn({ message: "405 Method Not Allowed" } as object)).toThrow("nothing was looked at");
  expect(advisoriesIn({ vulnerabilities: {} })).toEqual([]);
});

test("the exchange points into the bill beside it, by package and version", () => {
  const component = (version: string) => ({ "bom-ref": `planted@${version}`, name: "planted", version });
  const bill = { serialNumber: "urn:uuid:4a28389b", version: 1, components: [component("1.2.3"), component("1.2.4")] };
  expect(exploitability(bill, [judgement])).toMatchObject({
    bomFormat: "CycloneDX",
    vulnerabilities: [
      {
        id: "GHSA-aaaa-bbbb-cccc",
        analysis: { state: "not_affected", justification: "code_not_reachable", lastUpdated: "2026-11-30T00:00:00Z" },
        affects: [{ ref: "urn:cdx:4a28389b/1#planted%401.2.3" }],
      },
    ],
  });
});
