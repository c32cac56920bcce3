import { cancelledBy } from "./cancelled.ts";
import { isFirm } from "./firms.ts";
import { splitAtPhones, takePhones } from "./read-name.ts";
import { type FoldedService, serviceOfCell } from "./service-of-cell.ts";
import { beginsAsService, withoutService } from "./service-words.ts";
import { isWholeName } from "./whole-name.ts";

/** Everybody in one cell, each with what stands behind the name. Pure. */

export interface PersonInCell {
  readonly name: string;
  readonly phones: readonly string[];
  readonly service: string;
  readonly notes: readonly string[];
}

/** Ends of lines and marks; a dash only behind two words, for it may join two surnames. */
const BETWEEN = /\n|[,;|]|\s\/\s|(?<=\S\s+\S+)\s+[-–—]\s+|(?<=\d)\s*[-–—]\s+/u;
/** What may also join the words of a firm, or of one name */
const JOINED = /\s+(?:και|κι|&|\+)\s+/iu;

/** «Καστανάς Άρης, 694 412 3456, γνήσιο»; «Ζάβρας Ρήγας» and «Βρανά Ζωή» on two lines. */
export function peopleOfCell(cell: string, services: readonly FoldedService[]): PersonInCell[] {
  const parts = splitAtPhones(cell)
    .split(BETWEEN)
    .map((part) =>
      part
        .trim()
        .replace(/^[-–—:]\s*|\s*[-–—:]$/g, "")
        .trim(),
    )
    .filter(Boolean)
    .flatMap(apart);
  const people: PersonInCell[] = [];
  for (const part of parts) {
    const last = people.at(-1);
    if (!last) people.push(beginning(part, services));
    else if (takePhones(part).phones.length > 0) people.splice(-1, 1, { ...last, phones: [...last.phones, part] });
    else if (last.name !== "" && isNextName(part, services)) people.push(beginning(part, services));
    else people.splice(-1, 1, more(last, part, services));
  }
  return people;
}

function apart(part: string): string[] {
  if (isFirm(part)) return [part];
  const names = part.split(JOINED);
  return names.length > 1 && names.every(isWholeName) ? names : [part];
}

const isNextName = (part: string, services: readonly FoldedService[]): boolean =>
  isWholeName(part) && !beginsAsService(part, services) && cancelledBy(part) === null;

function beginning(part: string, services: readonly FoldedService[]): PersonInCell {
  const { phones } = takePhones(part);
  if (phones.length > 0) return { name: "", phones: [part], service: "", notes: [] };
  const { name, service } = withoutService(part);
  const isKnown = service !== "" && serviceOfCell(service, services) !== null;
  return isKnown ? { name, phones: [], service, notes: [] } : { name: part, phones: [], service: "", notes: [] };
}

function more(last: PersonInCell, part: string, services: readonly FoldedService[]): PersonInCell {
  const isFirstName = /^\p{Lu}[\p{L}\p{M}.'-]+$/u.test(part) && !/\s/.test(last.name) && last.notes.length === 0;
  if (isFirstName && !beginsAsService(part, services))
    return { ...last, name: [last.name, part].filter(Boolean).join(", ") };
  if (last.name === "") return { ...last, name: part };
  const isService = last.service === "" && (serviceOfCell(part, services) !== null || beginsAsService(part, services));
  return isService ? { ...last, service: part } : { ...last, notes: [...last.notes, part] };
}
