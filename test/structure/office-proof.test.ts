import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { officeProofFindings, proofsIn } from "./office-proof.ts";
import { sourceFiles } from "./source-files.ts";

const files = await sourceFiles(["src"]);
const planted = (text: string) =>
  officeProofFindings(new Map([...files, ["src/proposals/planted.ts", text]])).map(inWords);

test("only identity proves that somebody may work in an office or is of the ministry", () => {
  expect(officeProofFindings(files).map(inWords)).toEqual([]);
  expect([...proofsIn(files).keys()].sort()).toEqual([
    "AdministeredOffice",
    "CitizensOffice",
    "MinistryStaff",
    "OperableOffice",
    "PartnerCaller",
    "SupervisedOffice",
  ]);
});

test.each([
  "({ id } as OperableOffice)",
  "{ id } as CitizensOffice",
  "office as unknown as OperableOffice",
  "<OperableOffice>{ id }",
  "{ employeeId } as MinistryStaff",
  'office as import("../identity/office-access.ts").OperableOffice',
  "office as unknown as access.AdministeredOffice",
  "offices as readonly OperableOffice[]",
  'import type { OperableOffice as Office } from "../identity/office-access.ts";\nexport const forged = { id } as Office;',
  "type Head = AdministeredOffice;\nexport const forged = { id } as unknown as Head;",
])("a planted fault is found: %s", (text) => {
  expect(planted(text)).toEqual([expect.stringContaining("src/proposals/planted.ts: makes the proof")]);
});

test("a planted fault is found: a proof of another module, forged", () => {
  const proof = "declare const proof: unique symbol;\nexport interface Caller {\n  readonly [proof]: true;\n}\n";
  const both = new Map([
    ["src/proposals/caller.ts", proof],
    ["src/diary/planted.ts", "export const caller = {} as Caller;"],
  ]);
  expect(officeProofFindings(both).map(inWords)).toEqual([
    "src/diary/planted.ts: makes the proof Caller, which only src/proposals/caller.ts may",
  ]);
});

test("taking and passing the proof is no fault", () => {
  expect(planted("export async function archive(tx: Tx, office: OperableOffice): Promise<void> {}")).toEqual([]);
});
