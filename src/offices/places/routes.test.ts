import { afterAll, beforeAll, expect, test } from "vitest";
import { aMinistryPerson } from "../../../test/ministry-person.ts";
import { aWorld, type World } from "../../../test/world.ts";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(() => world.close());

test("an employee finds an office as a citizen does, among all or among her own", async () => {
  const [own, other] = [await world.anOffice(), await world.anOffice()];
  const call = async (office: typeof own, knownAs: string, phone: string) =>
    world.owner.query(
      "update office set known_as = $2, phone = $3, settings_version = settings_version + 1 where id = $1",
      [office.id, knownAs, phone],
    );
  await call(own, "Γιάννενα, Ioannina", "+302105550177");
  await call(other, "Γιαννιτσά", "+302105550178");
  const clerk = await world.aClerk(own);
  const find = async (where: string, among = "") =>
    (await clerk.ask("GET", `/api/office-finder?where=${encodeURIComponent(where)}${among}`)).body;
  const codes = async (where: string, among?: string) =>
    (await find(where, among)).offices.map(({ code }: { code: string }) => code);
  expect(await codes("giannena")).toEqual([own.code]);
  expect(await codes("210 555 0178")).toEqual([other.code]);
  expect(await codes(`ΚΕΠ ${other.code}`)).toEqual([other.code]);
  expect(await find("Γιαννιτσά", "&own=1")).toEqual({ offices: [], isUnknown: true });
  expect(await find("Γιάννενα", "&own=1")).toMatchObject({ offices: [{ code: own.code }], isUnknown: false });
  expect(await find("Αγία Πουθενά")).toMatchObject({ isUnknown: true });
  const athina = await aMinistryPerson(world);
  expect((await athina.ask("GET", "/api/office-finder?where=Γιαννιτσά")).body.offices[0].code).toBe(other.code);
});
