import { createHash } from "node:crypto";
import type { Visitor } from "../src/appointments/online/confirm-held.ts";
import { comeToDrawn, loseDrawn } from "../src/draws/answers/come.ts";
import { type DrawRow, drawOf } from "../src/draws/draw-sql.ts";
import { drawFile } from "../src/draws/published/file-sql.ts";
import { wholeRecord } from "../src/draws/published/whole-record.ts";
import type { DrawRecord, PublishedRecord } from "../src/draws/rule/draw-record.ts";
import { courseOf } from "../src/draws/run/course.ts";
import { runDraws } from "../src/draws/run/start-drawing.ts";
import type { DrawWishAt } from "../src/draws/wishes/change-wish.ts";
import { leaveDraw } from "../src/draws/wishes/leave-wish.ts";
import { type NewDrawWish, putDrawWish } from "../src/draws/wishes/put-wish.ts";
import { type WishState, wishState } from "../src/draws/wishes/wish-state.ts";
import { officeOfCitizen } from "../src/identity/citizens/citizens-office.ts";
import { confirmDrawn } from "../src/public-booking/draws/confirm-drawn.ts";
import { aMailDesk, type MailDesk } from "./mail-desk.ts";
import { openToCitizens } from "./public-booking.ts";
import { setClock } from "./set-clock.ts";
import type { TestOffice, World } from "./world.ts";

/** Offices that give «Μεταβίβαση οχήματος» by draw: from Monday 30 November, 08:00, to Friday, 14:00, for 14 to 20 December. */
export interface DrawDesk {
  readonly offices: readonly TestOffice[];
  readonly mail: MailDesk;
  /** Its number, once it is planned */
  readonly number: number;
  /** As the clock of Athens shows it: "2026-12-04T14:00"; draws are brought forward then */
  at(time: string): Promise<void>;
  /** The clock alone, while the program ran */
  atWithoutRunning(time: string): Promise<void>;
  /** The same after a while in which nothing ran */
  afterOutage(time: string): Promise<void>;
  /** Brings them forward once more */
  run(): Promise<void>;
  /** One of a person of their own, by e-mail unless it says otherwise; @returns where it stands */
  wishes(name: string, wish?: Partial<NewDrawWish> & { readonly people?: number }): Promise<DrawWishAt>;
  comes(at: DrawWishAt): Promise<void>;
  leaves(at: DrawWishAt): Promise<void>;
  /** Is told, as they want to say that they come, that the place can't be had any more */
  loses(at: DrawWishAt): Promise<void>;
  state(at: DrawWishAt): Promise<WishState>;
  /** With its wishes, as the auditor has it. @throws Error before it is drawn */
  record(): Promise<DrawRecord>;
  /** What anybody downloads; null: nothing yet */
  published(): Promise<PublishedRecord | null>;
  // biome-ignore lint/suspicious/noExplicitAny: rows of the database
  rows(sql: string, ...values: readonly unknown[]): Promise<any[]>;
}

export const OPENS = "2026-11-30T08:00";
export const CLOSES = "2026-12-04T14:00";
export const ANSWERS = "2026-12-07T20:00";
export const RELEASES = "2026-12-09T10:00";
/** The first day of visits, a Monday */
export const FIRST = "2026-12-14";

interface Shape {
  readonly offices?: number;
  /** Of the first office */
  readonly queues?: number;
  /** Of each weekday from Monday on, how many in the morning of each office */
  readonly mornings?: readonly number[];
  readonly terms?: Readonly<Record<string, number>>;
}

const instant = (time: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(time).toZonedDateTime("Europe/Athens").toInstant();

export async function aDrawDesk(world: World, shape: Shape = {}): Promise<DrawDesk> {
  const { offices: count = 2, queues = 1, mornings = [2, 2], terms = {} } = shape;
  const { owner } = world;
  const { db } = world.database;
  await openToCitizens(owner);
  const mail = await aMailDesk(world, undefined, { queues });
  const offices = [mail.office];
  while (offices.length < count) offices.push(await world.anOffice({ slotMinutes: 30 }));
  await owner.query("update draw_terms set email_percent = 100, phone_percent = 100");
  for (const [name, value] of Object.entries(terms)) await owner.query(`update draw_terms set ${name} = ${value}`);
  await owner.query("insert into draw_service (service, since) values ('vehicle', now()) on conflict do nothing");
  const places = mornings.map((places, index) => ({ weekday: index + 1, part: 0, count: places }));
  for (const { id } of offices) {
    await owner.query("update queue set is_public = true where office_id = $1", [id]);
    await owner.query(
      "insert into draw_office (office_id, service, queue, places, since) values ($1, 'vehicle', 1, $2, now())",
      [id, JSON.stringify(places)],
    );
  }
  const deps = { db, clock: () => world.now };
  const run = () => runDraws(deps);
  await run();
  const rows: DrawDesk["rows"] = async (sql, ...values) => (await owner.query(sql, [...values])).rows;
  const [draw] = await rows("select number from draw where first_day = $1", FIRST);
  const desk = {
    offices,
    mail,
    number: draw?.number as number,
    run,
    rows,
    at: async (time: string) => {
      await desk.atWithoutRunning(time);
      await run();
    },
    atWithoutRunning: async (time: string) => {
      // It has run all the while.
      await owner.query("update draw set running_at = $1 where state = 'open'", [instant(time).toString()]);
      await setClock(world, instant(time));
    },
    afterOutage: async (time: string) => {
      await setClock(world, instant(time));
      await run();
    },
    wishes: async (name: string, { people = 1, ...given }: Partial<NewDrawWish> & { people?: number } = {}) => {
      const wish: NewDrawWish = {
        draw: desk.number,
        dayParts: [[FIRST, 0]],
        offices: [offices[0]?.id as number],
        first: "day",
        others: false,
        kind: "email",
        marks: [{ mark: "email", key: keyOf(name) }],
        isConfirmed: true,
        visitor: aVisitor(name, people - 1),
        ...given,
      };
      const office = wish.offices[0] as number;
      const { visit } = await db.write({ office }, async (tx) =>
        putDrawWish(tx, await officeOfCitizen(tx, office), wish, world.now),
      );
      return { office, visit };
    },
    comes: async (at: DrawWishAt) => {
      await db.write({ office: at.office }, (tx) => comeToDrawn(tx, at, confirmDrawn(world.now), world.now));
    },
    leaves: (at: DrawWishAt) => db.write({ office: at.office }, (tx) => leaveDraw(tx, at, world.now)),
    loses: (at: DrawWishAt) => db.write({ office: at.office }, (tx) => loseDrawn(tx, at, world.now)),
    state: (at: DrawWishAt) => db.read({ office: at.office }, (tx) => wishState(tx, at, world.now)),
    record: async () => {
      const draw = (await drawOf(db.nation, desk.number)) as DrawRow;
      return wholeRecord(db, draw, await courseOf(db, draw));
    },
    published: async () => {
      const file = await drawFile(db.nation, desk.number);
      return file && JSON.parse(file.body);
    },
  };
  return desk;
}

const keyOf = (name: string): Buffer => createHash("sha256").update(name).digest();

const aVisitor = (name: string, companions: number): Visitor => ({
  last_name: name,
  first_name: "Δοκιμή",
  phone: null,
  email: `${name}@gmail.com`,
  party: "citizen",
  business_name: null,
  business_afm: null,
  interpreter: null,
  needs: [],
  behalf: null,
  matter: null,
  language: "el",
  companions: Array.from({ length: companions }, (_, index) => ({
    lastName: name,
    firstName: `Μαζί${index}`,
    services: ["vehicle"],
  })),
});
