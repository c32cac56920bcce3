import { expect, test } from "vitest";
import { inWords } from "./finding.ts";
import { officeProofFindings } from "./office-proof.ts";
import { sourceFiles } from "./source-files.ts";

test("only identity proves that somebody may work in an office or is of the ministry", async () => {
  expect(officeProofFindings(await sourceFiles(["src"])).map(inWords)).toEqual([]);
});

test.each([
  "({ id } as OperableOffice)",
  "office as unknown as OperableOffice",
  "<OperableOffice>{ id }",
  "{ employeeId } as MinistryStaff",
  'office as import("../identity/office-access.ts").OperableOffice',
  "office as unknown as access.AdministeredOffice",
])("a planted fault is found: %s", (text) => {
  expect(officeProofFindings(new Map([["src/queues/archive.ts", text]]))).toHaveLength(1);
});

test("taking and passing the proof is no fault", () => {
  const text = "export async function archive(tx: Tx, office: OperableOffice): Promise<void> {}";
  expect(officeProofFindings(new Map([["src/queues/archive.ts", text]]))).toEqual([]);
});
