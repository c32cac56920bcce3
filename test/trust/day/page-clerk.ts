import type { Step } from "../../../src/appointments/acts.ts";
import type { Appointment } from "../../../src/appointments/contract.ts";
import { clockText } from "../../../src/platform/time.ts";
import { textIn } from "../../../src/text/text.ts";
import "../../../src/text/beside.ts";
import type { Clerk } from "./clerk.ts";
import { click, type Seat, until } from "./seat.ts";
import type { DayAct } from "./turns.ts";

const t = textIn("el");

/** By keys alone, by the mouse alone, or as most people do: a card is clicked, the act's key pressed. */
export type Way = "keys" | "mouse" | "both";

/** Somebody who works at the page of the day. */
export function pageClerk(seat: Seat, way: Way): Clerk {
  const open = way === "keys" ? openBySearch : openByMouse;
  const act = way === "mouse" ? actByMouse : actByKey;
  return {
    name: seat.name,
    seat,
    take: async (visit, deed, minute) => {
      if (way === "mouse" && ONWARD.has(deed)) {
        await comeTo(seat, visit);
        const lever = `button.lever[aria-label^="${t(`plan.act-${deed as Step}`)}"]:not([aria-disabled=true])`;
        const card = `li:has(> ${cardOf(visit)})`;
        const press = () => click(seat, `${card} ${lever}`);
        if (deed === "service-start")
          await pressUntilStarted(seat, way, press, `document.querySelector('${card} ${START_LEVER}')`);
        else await press();
        return;
      }
      const press = async () => {
        await open(seat, visit);
        await act(seat, deed);
      };
      if (deed === "service-start") return pressUntilStarted(seat, way, press, START_IN_PANEL);
      await open(seat, visit);
      if (deed === "no-show")
        await until(seat, `document.querySelector("[data-now]").textContent >= "${clockText(minute)}"`);
      await act(seat, deed);
    },
    leave: async () => {
      // An act may put the panel away by itself.
      await until(seat, `!${IS_OPEN} || document.querySelector(".panel__leave")?.checkVisibility()`);
      if ((await seat.read(IS_OPEN)) !== "true") return;
      if (way === "mouse") await click(seat, ".panel__leave", "", `!${IS_OPEN}`);
      else await seat.press("Escape");
      await until(seat, `!${IS_OPEN}`);
    },
    book: async ({ lastName, firstName, phone }, isHere) => {
      if (way === "mouse") await click(seat, isHere ? ".walk-in-button" : "#new-appointment");
      else await seat.press(isHere ? "x" : "n");
      await until(seat, `document.activeElement.name === "service"`);
      await seat.press("1");
      await until(seat, `document.activeElement.name === "lastName"`);
      await seat.type(lastName);
      await seat.press("Tab");
      await seat.type(firstName);
      await seat.press("Tab");
      await seat.type(phone);
      await save(seat, way, isHere ? /^Καταχώριση και προσέλευση/ : /^Καταχώριση για/);
      await until(seat, `!${IS_OPEN}`);
    },
    stir: () => seat.press("Shift"),
  };
}

const IS_OPEN = `(document.querySelector("#beside-the-day") !== null)`;
const isOpenAt = (id: string) => `${IS_OPEN} && location.search.includes("panel=${id}")`;
const BUTTON = `document.querySelector("#beside-the-day button[type=submit]")`;

const START = t("plan.act-service-start");
const START_LEVER = `button.lever[aria-label^="${START}"]`;
const START_IN_PANEL = `[...document.querySelectorAll("#beside-the-day .acts button")].some((each) => each.textContent === "${START}")`;

const IS_ASKED = `document.querySelector(".busy") !== null`;
const IS_REFUSED = `document.querySelector(".toast--error") !== null`;
/** The page moved under the finger, which met a free time instead. */
const IS_MISSED = `location.search.includes("panel=new")`;
const PUT_AWAY = `.toast--error button[aria-label="${t("shell.dismiss")}"]`;

/** Where somebody is served at that counter still, both are. @param isToStart what the page shows until the visit begins */
async function pressUntilStarted(seat: Seat, way: Way, press: () => Promise<void>, isToStart: string): Promise<void> {
  const isSo = async (expression: string) => (await seat.read(expression)) === "true";
  for (;;) {
    await press();
    await until(seat, `${IS_ASKED} || ${IS_REFUSED} || ${IS_MISSED} || !${isToStart}`);
    if (await isSo(IS_MISSED)) {
      await seat.press("Escape");
      await until(seat, `!(${IS_MISSED})`);
      continue;
    }
    if (await isSo(IS_ASKED)) await answerBoth(seat, way);
    await until(seat, `${IS_REFUSED} || !${isToStart}`);
    if (!(await isSo(IS_REFUSED))) return;
    // A colleague has begun or ended there meanwhile: the page says so, and it is pressed again.
    await click(seat, PUT_AWAY);
    await until(seat, `!(${IS_REFUSED})`);
    if (await isSo(`!${isToStart}`)) return;
  }
}

async function answerBoth(seat: Seat, way: Way): Promise<void> {
  const words = t("waiting.busy-both");
  if (way === "mouse") return click(seat, ".busy [role=menuitem]", words);
  await until(seat, `document.activeElement.closest(".busy [role=menuitem]")`);
  await seat.press("ArrowDown");
  await until(seat, `document.activeElement.textContent === "${words}"`);
  await seat.press("Enter");
}

async function openBySearch(seat: Seat, { id, reference }: Appointment): Promise<void> {
  await seat.press("/");
  await until(seat, `document.activeElement.id === "find-person"`);
  await seat.type(reference);
  await until(seat, `document.querySelectorAll("[role=option]").length === 1`);
  await seat.press("ArrowDown");
  await until(seat, `document.activeElement.role === "option" || document.activeElement.closest("[role=option]")`);
  await seat.press("Enter");
  await until(seat, isOpenAt(id));
}

async function openByMouse(seat: Seat, visit: Appointment): Promise<void> {
  await comeTo(seat, visit);
  await click(seat, cardOf(visit));
  await until(seat, isOpenAt(visit.id));
}

/** What the glyph of a card does */
const ONWARD: ReadonlySet<DayAct> = new Set(["arrival", "service-start", "completion"]);

const cardOf = ({ id }: Appointment): string => `a[data-appointment="${id}"]`;

/** On a phone one queue is shown, from now on: another one, or what is over, is a press away. */
async function comeTo(seat: Seat, visit: Appointment): Promise<void> {
  const isSeen = async (selector: string) =>
    (await seat.read(`document.querySelector('${selector}')?.checkVisibility()`)) === "true";
  const tab = `#queue-tab-${visit.queue}`;
  if (await isSeen(tab)) await click(seat, tab);
  const fold = ".column.is-shown .earlier-fold button";
  if (!(await isSeen(cardOf(visit))) && (await isSeen(fold))) await click(seat, fold);
}

const KEYS: Readonly<Record<DayAct, string>> = {
  arrival: "p",
  call: "c",
  "service-start": "s",
  completion: "o",
  "no-show": "d",
  departure: "l",
  undo: "u",
  cancel: "Delete",
  move: "m",
};

async function actByKey(seat: Seat, act: DayAct): Promise<void> {
  await until(seat, `document.activeElement.closest("#beside-the-day")`);
  await seat.press(KEYS[act]);
  if (act === "cancel") {
    await until(seat, `document.activeElement.textContent === "${t("panel.cancel-no")}"`);
    await seat.press("Tab");
    await seat.press("Enter");
  }
  if (act !== "move") return;
  await until(seat, `document.querySelectorAll("#beside-the-day .slot").length > 1`);
  await seat.press("Alt+Digit2");
  await save(seat, "keys", /^Μεταφορά για/);
}

async function actByMouse(seat: Seat, act: DayAct): Promise<void> {
  const words = act === "undo" || act === "cancel" || act === "move" ? t(`panel.act-${act}`) : t(`plan.act-${act}`);
  await click(seat, "#beside-the-day .acts button:not([aria-disabled=true])", words);
  if (act === "cancel") await click(seat, "dialog button", t("panel.cancel-yes"));
  if (act !== "move") return;
  await click(seat, "#beside-the-day .slot:nth-of-type(2)");
  await save(seat, "mouse", /^Μεταφορά για/);
}

/** Once the button says what it will do: what is pressed before that is for no time. */
async function save(seat: Seat, way: Way, words: RegExp): Promise<void> {
  await until(seat, `${words}.test(${BUTTON}?.textContent ?? "")`);
  if (way === "mouse") await click(seat, "#beside-the-day button[type=submit]");
  else await seat.press("Control+Enter");
}
