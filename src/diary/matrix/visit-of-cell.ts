import { peopleOfCell } from "../names/people-of-cell.ts";
import type { FoldedService } from "../names/service-of-cell.ts";

interface VisitCell {
  /** With the telephones, and with the others who stand there, which are read with the name */
  readonly name: string;
  readonly service: string;
  readonly notes: string;
}

/** «Καστανάς Άρης, 694 412 3456, γνήσιο»: all that is known of a visit in one cell. Pure. */
export function visitOfCell(cell: string, services: readonly FoldedService[]): VisitCell {
  const [person, ...others] = peopleOfCell(cell, services);
  if (!person || others.length > 0) return { name: cell, service: "", notes: "" };
  const { name, phones, service, notes } = person;
  return { name: [name, ...phones].join(" "), service, notes: notes.join(", ") };
}
