import type { FieldError } from "../../platform/refusal.ts";
import type { DiaryRow } from "../contract.ts";
import type { Cells } from "../day-of-line.ts";
import { isFirm, isOfAnOffice, isProfession } from "./firms.ts";
import { type PersonInCell, peopleOfCell } from "./people-of-cell.ts";
import { withoutStrokes } from "./read-name.ts";
import { type FoldedService, serviceOfCell } from "./service-of-cell.ts";
import { withoutService } from "./service-words.ts";
import { hasFirstName, isWholeName } from "./whole-name.ts";

/** One person's part of a line. */
export interface VisitCells {
  readonly cells: Cells;
  readonly hints: DiaryRow["hints"];
  /** Of the name: whoever writes another one has answered them */
  readonly doubts: readonly FieldError[];
}

/** Whoever stands in a line: mostly one person, whose name may have a service, a profession or a firm in it. Pure. */
export function visitsOfLine(cells: Cells, services: readonly FoldedService[], isSameName: boolean): VisitCells[] {
  const field = cells.fullName === undefined ? "lastName" : "fullName";
  const name = cells[field] ?? "";
  const isBusiness = name !== "" && cells.business === undefined && !cells.firstName && isFirm(name);
  if (isBusiness) return [{ cells: { ...cells, [field]: "", business: name }, hints: ["is-firm"], doubts: [] }];
  const people = cells.fullName === undefined ? [cells] : each(cells, name, services);
  return people.map((own) => {
    const tidied = withNameAlone(own, field);
    const others = people.length > 1 || hasOtherPerson(own, services);
    const isUnclear = isSameName || isOfAnOffice(name) || withoutStrokes(name) !== name;
    const doubts = [others && "diary-two-people", isUnclear && "diary-name-unclear"];
    return { cells: tidied, hints: [], doubts: doubts.flatMap((code) => (code ? [{ field: "lastName", code }] : [])) };
  });
}

/** Telephones on as many lines as there are people are theirs, one each. */
function each(cells: Cells, name: string, services: readonly FoldedService[]): Cells[] {
  const people = peopleOfCell(name, services);
  const [first] = people;
  if (people.length < 2)
    return first && (first.service || name.includes("\n")) ? [joined(cells, first, cells.phone)] : [cells];
  const phones = (cells.phone ?? "").split(/\n|\s\/\s/).filter((text) => text.trim() !== "");
  const isForEach = phones.length === people.length;
  const phoneOf = (at: number) => (at === 0 ? cells.phone : undefined);
  return people.map((person, at) => joined(cells, person, isForEach ? phones[at] : phoneOf(at)));
}

function joined(cells: Cells, { name, phones, service, notes }: PersonInCell, phone: string | undefined): Cells {
  const { service: beside, ...others } = cells;
  const said = beside ?? (service || undefined);
  return defined({
    ...others,
    fullName: name,
    phone: [phone, ...phones].filter(Boolean).join(" / ") || undefined,
    service: said,
    notes: [cells.notes, said === service ? "" : service, ...notes].filter(Boolean).join(" · ") || undefined,
  });
}

const defined = (cells: Readonly<Record<string, string | undefined>>): Cells =>
  Object.fromEntries(Object.entries(cells).filter(([, text]) => text !== undefined));

/** Services and professions go where they belong; two strokes are letters. */
function withNameAlone(cells: Cells, field: "fullName" | "lastName"): Cells {
  const written = cells[field] ?? "";
  const { name, service } = field === "fullName" ? withoutService(written) : { name: written, service: "" };
  const [first = "", ...rest] = name.split(/\s+/);
  const hasProfession = rest.length > 0 && isProfession(first);
  const notes = [cells.notes, cells.service ? service : "", hasProfession ? first : ""].filter(Boolean).join(" · ");
  return {
    ...cells,
    ...(written !== "" && { [field]: withoutStrokes(hasProfession ? rest.join(" ") : name) }),
    ...(service !== "" && !cells.service && { service }),
    ...(notes !== "" && { notes }),
  };
}

/** A name alone where notes or services stand: whoever it is would be no more than a remark. */
function hasOtherPerson({ notes = "", service = "" }: Cells, services: readonly FoldedService[]): boolean {
  const texts = [notes, serviceOfCell(service, services) === null ? service : ""];
  return texts.some((text) => isWholeName(text) && hasFirstName(text));
}
