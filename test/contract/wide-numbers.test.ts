import { expect, test } from "vitest";
import { publishedContract } from "./document.ts";
import { wideNumbers } from "./wide-numbers.ts";

const contract = await publishedContract();

test("no number of a path, a query or a body is wider than what the database can hold", () => {
  expect(wideNumbers(contract)).toEqual([]);
});

test("one that is wider is found, wherever it stands", () => {
  const wide = JSON.parse(contract);
  const audit = wide.paths["/api/offices/{office}/audit"].get.parameters;
  delete audit.find((one: { name: string }) => one.name === "employee").schema.maximum;
  wide.components.schemas.NewQueueRequest.properties.employee.anyOf[0].minimum = -2_147_483_649;
  expect(wideNumbers(JSON.stringify(wide))).toEqual([
    "get /api/offices/{office}/audit employee",
    "NewQueueRequest/properties/employee/anyOf/0",
  ]);
});
