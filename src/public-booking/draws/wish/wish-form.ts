import { MOST_PEOPLE, visitText } from "../../../appointments/field/visit-services.ts";
import type { DayPart } from "../../../draws/rule/draw-record.ts";
import type { DrawGrid } from "../../../draws/wishes/choice.ts";
import type { NewDrawWish } from "../../../draws/wishes/put-wish.ts";
import type { Typed } from "../../form/typed.ts";
import { companionFields } from "../../form/visitor.ts";
import type { Sent } from "../../frame/requests.ts";

/** As it is stored: offices by their ids. */
export type DrawChoice = Pick<NewDrawWish, "dayParts" | "offices" | "first" | "others">;

/** What was said so far of a wish: nothing of it is stored before it is sent, each page hands it to the next. Pure. */
export interface WishForm extends ChoiceForm {
  /** Who comes */
  readonly typed: Typed;
  readonly people: number;
}

/** When and where, in the order in which it was pressed. */
export interface ChoiceForm {
  readonly dayParts: readonly DayPart[];
  /** By their codes */
  readonly offices: readonly string[];
  readonly first: "day" | "office";
  readonly others: boolean;
}

const LONGEST = 500;
/** As many as a wish may name */
const MOST_OFFICES = 50;

export function wishFormIn(sent: Sent, grid: DrawGrid): WishForm {
  const people = Number(sent.people);
  return {
    ...choiceFormIn(sent, grid),
    people: Number.isInteger(people) && people >= 1 && people <= MOST_PEOPLE ? people : 1,
    typed: Object.fromEntries(TYPED.map((name) => [name, (sent[name] ?? "").slice(0, LONGEST)])),
  };
}

/** What the draw does not have is left out; where one office alone gives places, there is nothing to choose. */
export function choiceFormIn(sent: Sent, { days, offices }: DrawGrid): ChoiceForm {
  const has = ([date, part]: DayPart) => days.some((day) => day.date === date && day.parts.includes(part));
  const dayParts = listIn(sent.when).flatMap((text): DayPart[] => {
    const [date = "", part = ""] = text.split(" ");
    return has([date, Number(part)]) ? [[date, Number(part)]] : [];
  });
  const codes = new Set(listIn(sent.offices).filter((code) => offices.some((office) => office.code === code)));
  const [only] = offices;
  return {
    dayParts: uniqueBy(dayParts, String),
    offices: offices.length === 1 && only ? [only.code] : [...codes],
    first: sent.first === "office" ? "office" : "day",
    // As it stands on a page that was not sent yet
    others: sent.when === undefined || sent.others !== undefined,
  };
}

const listIn = (text: string | undefined): string[] => (text ?? "").split(",").filter(Boolean);

const uniqueBy = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const NAMES = ["lastName", "firstName", "email", "phone"] as const;
const TYPED = [...NAMES, ...[0, 1, 2].flatMap((index) => companionFields(index))] as const;

/** The fields that go along with a form on which they are not shown. */
export const whoFields = ({ typed, people }: WishForm): Readonly<Record<string, string>> => ({
  people: String(people),
  ...Object.fromEntries(TYPED.flatMap((name) => (typed[name] ? [[name, typed[name]]] : []))),
});

export const fieldsOfChoice = ({ dayParts, offices, first, others }: ChoiceForm): Readonly<Record<string, string>> => ({
  ...pressedFields({ dayParts, offices, first }),
  ...(others && { others: "1" }),
});

/** Without the tick, which the page of the choice shows. */
export const pressedFields = ({
  dayParts,
  offices,
  first,
}: Omit<ChoiceForm, "others">): Readonly<Record<string, string>> => ({
  when: dayParts.map((dayPart) => dayPart.join(" ")).join(),
  offices: offices.join(),
  first,
});

/** A press gives the next place in the order, a second one takes it out. @param act what the button says: "when 2026-12-14 0" */
export function pressed<Form extends ChoiceForm>(form: Form, act: string): Form {
  const [what, value = "", part = ""] = act.split(" ");
  if (what === "when") return { ...form, dayParts: toggled(form.dayParts, [value, Number(part)] as const, String) };
  if (what === "office") return { ...form, offices: toggled(form.offices, value, String).slice(0, MOST_OFFICES) };
  if (what === "first") return { ...form, first: value === "office" ? "office" : "day" };
  return form;
}

function toggled<Item>(items: readonly Item[], item: Item, key: (item: Item) => string): Item[] {
  const rest = items.filter((each) => key(each) !== key(item));
  return rest.length < items.length ? rest : [...items, item];
}

export const choiceOf = ({ offices, ...form }: ChoiceForm, grid: DrawGrid): DrawChoice => ({
  dayParts: form.dayParts,
  first: form.first,
  others: form.others,
  offices: offices.flatMap((code) => grid.offices.find((office) => office.code === code)?.id ?? []),
});

/** All that is done for as many people, as a visit has it. */
export const serviceFor = (service: string, people: number): string =>
  visitText({
    service,
    more_services: [],
    needs: [],
    companions: Array.from({ length: people - 1 }, () => ({ lastName: "", firstName: "", services: [service] })),
  });
