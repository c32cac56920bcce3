import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { aSignInWorld, type SignInWorld } from "../../../test/sign-in-world.ts";
import { before } from "../../platform/deadline.ts";
import { createLogger } from "../../platform/log.ts";
import { signIn } from "../sign-in/sign-in.ts";
import { fileDirectory } from "./file.ts";
import { employeeItems, staffItems } from "./ked-answer.ts";
import { syncStaff } from "./sync-staff.ts";

let world: SignInWorld;
let folder: string;
beforeAll(async () => {
  world = await aSignInWorld();
  folder = await mkdtemp(join(tmpdir(), "visits-directory-"));
});
afterAll(async () => {
  await world.close();
  await rm(folder, { recursive: true });
});

const audit = { userId: "000001021", userIp: "127.0.0.1" };
const ked = () => world.deps.directory;

test("one gate comes as an object, two as a list, none as nothing", async () => {
  expect(await ked().gatesOf("000001021", audit)).toEqual([{ gateId: "ΚΕΠ/9901", role: "clerk" }]);
  expect(await ked().gatesOf("000001137", audit)).toHaveLength(2);
  expect(await ked().gatesOf("000001149", audit)).toEqual([]);
});

test("the staff of an office", async () => {
  const staff = await ked().staffOf("9903", audit);
  expect(staff.map(({ lastName, role }) => `${lastName} ${role}`)).toEqual([
    "Πηγαδιώτη head",
    "Πηγαδιώτη clerk",
    "Καλαμιώτης clerk",
  ]);
  expect(await ked().staffOf("0001", audit)).toEqual([]);
});

test("an error of the service is a refusal, kept with its code", async () => {
  await expect(ked().gatesOf("123456789", audit)).rejects.toMatchObject({ status: 503, code: "directory-unavailable" });
  const rows = await world.rows<{ outcome: string }>(
    "select outcome from directory_call order by outcome desc limit 1",
  );
  expect(rows[0]?.outcome).toBe("refused GEN_INVALID_DATA");
});

test("a call is recorded too when nobody waits for it any more", async () => {
  const calls = () => world.rows("select from directory_call");
  const { length } = await calls();
  await before({ endsAt: performance.now() }, () => ked().gatesOf("000001021", audit));
  expect(await calls()).toHaveLength(length + 1);
});

test("what is no answer is never taken for an empty one", () => {
  for (const body of [
    "",
    "null",
    "[]",
    "{}",
    '{"kepEmployeesOutputRecord":null}',
    '{"kepEmployeesOutputRecord":{"data":{"item":5}}}',
  ]) {
    expect(() => employeeItems(body, "000001021")).toThrow("malformed");
  }
  expect(employeeItems('{"kepEmployeesOutputRecord":{}}', "000001021")).toEqual([]);
  expect(employeeItems('{"kepEmployeesOutputRecord":{"data":null}}', "000001021")).toEqual([]);
  expect(employeeItems('{"kepEmployeesOutputRecord":{"data":{"item":null}}}', "000001021")).toEqual([]);
});

test("a code of a refusal is kept only when it is nothing but a code", () => {
  const refused = (errorCode: string) => () =>
    employeeItems(JSON.stringify({ errorRecord: { errorCode } }), "000001021");
  expect(refused("GEN_INVALID_DATA")).toThrow("refused GEN_INVALID_DATA");
  expect(refused("of 000001021: GEN_INVALID_DATA")).toThrow("malformed");
});

test("an item about somebody else is ignored", () => {
  const item = { afm: "000001033", gateId: "ΚΕΠ/9901", role: "head" };
  expect(employeeItems(JSON.stringify({ kepEmployeesOutputRecord: { data: { item } } }), "000001021")).toEqual([]);
  expect(staffItems(JSON.stringify({ kepOfficeEmployeesOutputRecord: { data: { item } } }), "ΚΕΠ/9902")).toEqual([]);
});

test("why the directory's file can't be used is told by its places, never by its people", async () => {
  const file = join(folder, "odd.json");
  const error = vi.fn();
  const directory = fileDirectory(file, { error } as unknown as Logger);
  const told = async (content: string) => {
    await writeFile(file, content);
    await expect(directory.gatesOf("000001021", audit)).rejects.toThrow();
    return error.mock.lastCall?.[0].reason;
  };
  expect(await told("[")).toBe("not JSON");
  expect(await told('[{"afm":"000001021","role":"cook","lastname":"Καστανάς","firstname":"Άρης"}]')).toBe(
    "0.gateId: invalid_type, 0.role: invalid_value",
  );
});

test("the staff of an office become employees, each once", async () => {
  expect(await syncStaff(world.deps, "9903", audit)).toMatchObject([
    { lastName: "Πηγαδιώτη", firstName: "Κλειώ" },
    { lastName: "Καλαμιώτης" },
  ]);
});

test("only those offices are named in the log that have not joined", async () => {
  const warn = vi.fn();
  const gate = (gateId: string) => ({ gateId, role: "clerk" as const });
  const directory = { ...ked(), gatesOf: async () => [gate("ΚΕΠ/9901"), gate("ΚΕΠ/0777")] };
  const person = { afm: "000001021", lastName: "Καστανάς", firstName: "Άρης", userId: "U1" };
  await signIn({ ...world.deps, directory, log: { warn } as unknown as Logger }, person, "127.0.0.1");
  expect(warn.mock.calls.map(([details]) => details)).toEqual([{ offices: ["0777"] }]);
});

test("the directory as a file, read anew each time", async () => {
  const file = join(folder, "staff.json");
  const directory = fileDirectory(file, createLogger("silent"));
  await expect(directory.gatesOf("000001021", audit)).rejects.toMatchObject({ code: "directory-unavailable" });
  const entry = { afm: "000001021", gateId: "ΚΕΠ/9901", role: "clerk", lastname: "Καστανάς", firstname: "Άρης" };
  await writeFile(file, JSON.stringify([entry, { afm: "000001033", gateId: "ΚΕΠ/9902", role: "head" }]));
  expect(await directory.gatesOf("000001021", audit)).toEqual([{ gateId: "ΚΕΠ/9901", role: "clerk" }]);
  expect(await directory.staffOf("9901", audit)).toEqual([
    { afm: "000001021", role: "clerk", lastName: "Καστανάς", firstName: "Άρης" },
  ]);
  await writeFile(file, JSON.stringify([{ ...entry, afm: "000001020" }]));
  await expect(directory.gatesOf("000001021", audit)).rejects.toMatchObject({ code: "directory-unavailable" });
});
