import { setTimeout as sleep } from "node:timers/promises";
import { aCitizen, type Citizen, holdIn, type Page } from "./citizen.ts";
import { openToCitizens } from "./public-booking.ts";
import { identify } from "./taxisnet.ts";
import { clockOf, type Gone, type ModelOffice, type ModelVisit, type ModelWish, textOf } from "./visits-model.ts";
import type { Clerk, TestOffice, World } from "./world.ts";

/** Two offices at two processes, and the acts of `visits-model.ts` as browsers and clerks do them. */
export interface Desks {
  /** Two new offices with these rules, of nobody's appointments */
  begin(rules: readonly [ModelOffice, ModelOffice]): Promise<void>;
  /** Presses the time; null: somebody has it */
  hold(visit: ModelVisit, process: number): Promise<FilledForm | null>;
  find(visit: ModelVisit): Promise<FoundVisit>;
  /** @param left null: nothing, which a clerk cancels */
  lessByStaff(found: FoundVisit, left: ModelVisit | null, version: number): Promise<number>;
  /** «Λιγότερα» at the second process: where it led */
  lessByLink(visit: ModelVisit, gone: Gone, version: number): Promise<"done" | "cancel" | "refused">;
  stored(): Promise<Omit<ModelVisit, "booker">[]>;
  /** Of a day, or the status of a refusal */
  times(office: number, people: ModelWish["people"], process: number): Promise<readonly string[] | number>;
}

export interface FilledForm {
  fillIn(): Promise<void>;
  confirm(): Promise<boolean>;
  end(): Promise<void>;
}

export interface FoundVisit {
  readonly office: number;
  readonly id: string;
  readonly version: number;
}

const DAY = "2026-11-25";
const FIRST_NAME = "Νίκη";

export async function openDesks(world: World): Promise<Desks> {
  await openToCitizens(world.owner);
  const processes = [world, { app: await world.another() }];
  let offices: readonly { readonly office: TestOffice; readonly clerk: Clerk }[] = [];
  /** The browsers that booked, by the text of their place */
  const browsers = new Map<string, Citizen>();
  const at = (index: number) => offices[index] as (typeof offices)[number];
  const processOf = (index: number) => processes[index % 2] as (typeof processes)[number];
  return {
    begin: async (rules) => {
      await world.owner.query("delete from online_person");
      await world.owner.query("delete from limit_count");
      browsers.clear();
      offices = [await anOpenOffice(world, rules[0]), await anOpenOffice(world, rules[1])];
    },
    hold: async (visit, process) => {
      const citizen = aPatientCitizen(processOf(process));
      const { office } = at(visit.office);
      const page = await citizen.choose(office, DAY, clockOf(visit.from), textOf(visit.people));
      if (page.headers.location !== "/book/who") return null;
      browsers.set(placeOf(visit), citizen);
      return formOf(citizen, visit);
    },
    find: async (visit) => {
      const { rows } = await world.owner.query(
        "select id, version from appointment where office_id = $1 and live and starts_at = $2",
        [at(visit.office).office.id, `${DAY} ${clockOf(visit.from)} Europe/Athens`],
      );
      return { office: visit.office, ...rows[0] };
    },
    lessByStaff: async ({ office: index, id }, left, version) => {
      const { office, clerk } = at(index);
      const path = `${office.code}/appointments/${id}`;
      if (!left) return (await clerk.ask("POST", `${path}/cancellation`, { body: {}, version })).status;
      return (await clerk.ask("PATCH", path, { body: requestFor(left), version })).status;
    },
    lessByLink: async (visit, gone, version) => {
      const link = await linkOf(browsers.get(placeOf(visit)) as Citizen);
      const ticks = Object.fromEntries(gone.map(([person, place]) => [`gone-${person}-${place}`, "yes"]));
      const other = aPatientCitizen(processOf(1));
      const fields = { ...hiddenIn(await other.see(`${link}/less`)), was: textOf(visit.people), version: `${version}` };
      const { status, headers } = await other.send(`${link}/less`, { ...fields, ...ticks });
      if (status >= 500) throw new Error(`«Λιγότερα» answered ${status}.`);
      if (status !== 303) return "refused";
      return String(headers.location).endsWith("/cancel") ? "cancel" : "done";
    },
    stored: async () => {
      const { rows } = await world.owner.query(
        `select office_id, minute_of(starts_at) - minute_of($2) as from, minute_of(ends_at) - minute_of($2) as to,
           last_name, service, more_services, companions
         from appointment where office_id = any ($1) and live`,
        [offices.map(({ office }) => office.id), `${DAY} 00:00 Europe/Athens`],
      );
      return rows.map(({ office_id, from, to, last_name, service, more_services, companions }) => ({
        office: offices.findIndex(({ office }) => office.id === office_id),
        from,
        to,
        people: [
          { name: last_name, services: [service, ...more_services] },
          // biome-ignore lint/suspicious/noExplicitAny: a row of the database
          ...companions.map(({ lastName, services }: any) => ({ name: lastName, services })),
        ],
      }));
    },
    times: async (index, people, process) => {
      const query = new URLSearchParams({ service: textOf(people), from: DAY, to: DAY });
      const url = `/api/public/v1/offices/${at(index).office.code}/times?${query}`;
      for (;;) {
        const reply = await processOf(process).app.inject({ url });
        if (reply.statusCode === 200) return reply.json().days[0].times;
        if (reply.statusCode !== 503) return reply.statusCode;
        await sleep(100);
      }
    },
  };
}

/** Whoever is told to come again, before anything was done, does so. */
function aPatientCitizen(world: Pick<World, "app">): Citizen {
  const citizen = aCitizen(world);
  const patiently = async (ask: () => Promise<Page>): Promise<Page> => {
    for (;;) {
      const page = await ask();
      if (page.status !== 503) return page;
      await sleep(100);
    }
  };
  return {
    ...citizen,
    see: (path) => patiently(() => citizen.see(path)),
    send: (path, fields) => patiently(() => citizen.send(path, fields)),
    choose: (...chosen) => patiently(() => citizen.choose(...chosen)),
  };
}

/** It stays the same whatever is given back: nobody else begins there. */
const placeOf = ({ office, from }: ModelVisit): string => `${office} ${from}`;

async function anOpenOffice(world: World, { slot, common, limit }: ModelOffice) {
  const office = await world.anOffice();
  await world.owner.query("update queue set is_public = true, slot_minutes = $2 where office_id = $1", [
    office.id,
    slot,
  ]);
  await world.owner.query(
    `update office set common_minutes = $2, online_limit = $3, online_counter_percent = 0, online_by_phone = true,
       online_freed_minutes = 0 where id = $1`,
    [office.id, common, limit],
  );
  return { office, clerk: await world.aClerk(office) };
}

function formOf(citizen: Citizen, { booker, people: [first, ...others] }: ModelVisit): FilledForm {
  const names = others.flatMap(({ name }, index) => [
    [`lastName${index + 2}`, name],
    [`firstName${index + 2}`, name && FIRST_NAME],
  ]);
  return {
    fillIn: async () => {
      const who = { who: "relative", lastName: first?.name ?? "", firstName: FIRST_NAME, ...Object.fromEntries(names) };
      await citizen.send("/book/who", who);
      if (booker.isIdentified) await identify(citizen, booker.id);
    },
    confirm: async () => {
      const hold = holdIn((await citizen.see("/book/check")).html);
      const by: Readonly<Record<string, string>> = booker.isIdentified
        ? { email: "", phone: "" }
        : { how: "phone", phone: booker.id };
      const { status, headers } = await citizen.send("/book/check", { ...by, hold });
      if (status !== 409 && headers.location !== "/book/done") throw new Error(`Confirming answered ${status}.`);
      return status === 303;
    },
    end: async () => void (await citizen.send("/book/end", hiddenIn(await citizen.see("/book/who")))),
  };
}

const requestFor = ({ people: [first, ...others] }: ModelVisit) => {
  const [service, ...moreServices] = first?.services ?? [];
  const companions = others.map(({ name, services }) => ({
    lastName: name,
    firstName: name && FIRST_NAME,
    services,
  }));
  return { lastName: first?.name, firstName: FIRST_NAME, service, moreServices, companions };
};

/** By the page of the browser that booked it. */
async function linkOf(citizen: Citizen): Promise<string> {
  const fields = { ...hiddenIn(await citizen.see("/book/done")), to: "cancel" };
  const { headers } = await citizen.send("/book/done", fields);
  return String(headers.location).replace(/\/cancel$/, "");
}

const hiddenIn = ({ html }: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );
