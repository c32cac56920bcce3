import { areLikelySwapped, inOneAlphabet } from "../../appointments/names/name-rules.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { tidy } from "../../platform/text/names.ts";
import type { Correction } from "../contract.ts";
import type { Cells } from "../day-of-line.ts";
import { withoutCancellation } from "./cancelled.ts";
import {
  beginsWithInitial,
  hasMoreThanName,
  hasRemark,
  isDamaged,
  readFullName,
  takePhones,
  type WrittenName,
  withoutTitles,
} from "./read-name.ts";
import { readPhones } from "./read-phones.ts";

/** The person of a row, by its cells and their corrections. Pure. */

export interface RowPerson extends WrittenName {
  readonly isRepaired: boolean;
  readonly phone: string | null;
  /** Further numbers, and words where a number should be */
  readonly rest: readonly (string | null)[];
  readonly errors: readonly FieldError[];
  readonly doubts: readonly FieldError[];
}

/** @param known doubts of the name that its line gave rise to */
export function personOf(cell: Cells, correction: Correction, known: readonly FieldError[] = []): RowPerson {
  const [whole, last, first] = [nameOf(cell.fullName), nameOf(cell.lastName), nameOf(cell.firstName)];
  const full = readFullName(whole.name);
  const typed = {
    lastName: cell.lastName === undefined ? full.lastName : withoutTitles(last.name),
    firstName: cell.firstName === undefined ? full.firstName : first.name,
  };
  const read = { lastName: greek(typed.lastName), firstName: greek(typed.firstName) };
  const numbers = [whole, last, first].flatMap(({ phones }) => phones);
  const hasOwnPhone = /\d/.test(cell.phone ?? "");
  const { phone, rest } = readPhones(
    [hasOwnPhone ? null : numbers.join(" / "), cell.phone].filter(Boolean).join(" / "),
  );
  return {
    lastName: correction.lastName ?? read.lastName,
    firstName: correction.firstName ?? read.firstName,
    isRepaired: read.lastName !== typed.lastName || read.firstName !== typed.firstName,
    phone: correction.phone ?? phone,
    rest: [rest, ...(hasOwnPhone ? numbers : [])],
    errors: faulty(read, correction, isDamaged).map((field) => ({ field, code: "diary-name-damaged" })),
    doubts: [
      ...unclear(read, correction).map((field) => ({ field, code: "diary-name-unclear" })),
      ...(correction.lastName === undefined ? known : []),
      ...swapped(read, correction),
    ],
  };
}

const nameOf = (cell = "") => takePhones(withoutCancellation(tidy(cell)));
const greek = (name: string): string => inOneAlphabet(name) ?? name;

/** Whoever left the names as they are has not seen it yet. */
function swapped({ lastName, firstName }: WrittenName, correction: Correction): FieldError[] {
  const isUnseen = correction.lastName === undefined && correction.firstName === undefined;
  return isUnseen && areLikelySwapped(lastName, firstName) ? [{ field: "lastName", code: "diary-names-swapped" }] : [];
}

type NameField = keyof WrittenName;

const isNoName = (name: string, field: NameField): boolean =>
  hasMoreThanName(name) || (field === "lastName" && beginsWithInitial(name));

function unclear(read: WrittenName, correction: Correction): NameField[] {
  const fields = faulty(read, correction, isNoName);
  const isRemarked = correction.firstName === undefined && correction.lastName === undefined && hasRemark(read);
  return isRemarked && fields.length === 0 ? ["firstName"] : fields;
}

/** A correction is meant as it stands. */
const faulty = (read: WrittenName, correction: Correction, isFaulty: (name: string, field: NameField) => boolean) =>
  (["lastName", "firstName"] as const).filter(
    (field) => correction[field] === undefined && isFaulty(read[field], field),
  );
