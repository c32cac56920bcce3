import { takePhones } from "../read-name.ts";
import { type FoldedService, serviceOfCell } from "../service-of-cell.ts";

interface VisitCell {
  /** With the telephone, which is read with the name */
  readonly name: string;
  readonly service: string;
  readonly notes: string;
}

/** «Καστανάς Άρης, 694 412 3456, γνήσιο»: all that is known of a visit in one cell. Pure. */
export function visitOfCell(cell: string, services: readonly FoldedService[]): VisitCell {
  const [first = "", ...rest] = cell
    .split(/\n|[,;|]|\s[-–/]\s/)
    .map((part) => part.trim())
    .filter(Boolean);
  // «Παπαδοπούλου, Ελένη»
  const hasFirstName = !/\s/.test(first) && rest[0] !== undefined && isName(rest[0], services);
  const [name, others] = hasFirstName ? [`${first}, ${rest[0]}`, rest.slice(1)] : [first, rest];
  const kinds = others.map((part) => ({ part, isPhone: takePhones(part).phones.length > 0 }));
  const words = kinds.filter(({ isPhone }) => !isPhone).map(({ part }) => part);
  const service = words.find((part) => serviceOfCell(part, services) !== null) ?? "";
  const phones = kinds.filter(({ isPhone }) => isPhone).map(({ part }) => part);
  return {
    name: [name, ...phones].join(" "),
    service,
    notes: words.filter((part) => part !== service).join(", "),
  };
}

const isName = (text: string, services: readonly FoldedService[]): boolean =>
  /^\p{Lu}[\p{L}\p{M}.'-]+$/u.test(text) && serviceOfCell(text, services) === null;
