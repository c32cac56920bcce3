import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { publishedContract } from "./document.ts";
import { publicLines } from "./public-version.ts";

/** Written down as it was promised: a line may be added, and none goes before /api/public/v1 as a whole does. */
const PROMISED = new URL("public-v1.txt", import.meta.url);
const contract = JSON.parse(await publishedContract());
const promised = (await readFile(PROMISED, "utf8")).trimEnd().split("\n");

test("nothing that others rely on of /api/public/v1 goes, nor is more asked of them; what is new is written down", () => {
  expect(publicLines(contract)).toEqual(promised);
});

test("a member that is answered no more, an operation that is gone and a field that is needed now are found", () => {
  const broken = structuredClone(contract);
  delete broken.components.schemas.OpenMonths.properties.nextMonth;
  delete broken.paths["/api/public/v1/services"];
  const booking = broken.paths["/api/public/v1/partner/appointments"].post.parameters;
  booking.push({ name: "X-Planted", in: "header", required: true });
  const lines = publicLines(broken);
  const gone = promised.filter((line) => !lines.includes(line));
  expect(gone).toContain("GET /api/public/v1/statistics gives 200 nextMonth");
  expect(gone).toContain("GET /api/public/v1/services");
  expect(lines.filter((line) => !promised.includes(line))).toEqual([
    "POST /api/public/v1/partner/appointments needs header X-Planted",
  ]);
});

test("the address that a calendar reads and the notices are in it, and what goes is told a year before", () => {
  expect(promised).toContain("GET /calendar/{token}/visit.ics gives 200");
  expect(promised).toContain("notice appointmentNotice needs type");
  expect(contract.info.description).toMatch(/marked deprecated here at least twelve months before/);
});
