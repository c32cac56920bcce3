import { z } from "zod";
import type { Gate, StaffMember } from "./directory.ts";

/** Why an answer can't be relied on; the outcome kept with the audit record. */
export class DirectoryFault extends Error {
  readonly outcome: string;

  constructor(outcome: string) {
    super(outcome);
    this.name = "DirectoryFault";
    this.outcome = outcome;
  }
}

/** A single item comes without its list, none as no item at all. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    data: z
      .object({ item: z.union([z.array(item), item.transform((one) => [one])]).nullish() })
      .nullish()
      .transform((data) => data?.item ?? []),
  });

const text = z.string().trim();
const employee = z.object({ afm: text, gateId: text, role: z.enum(["clerk", "head"]) });
const member = employee.extend({ lastname: text.default(""), firstname: text.default("") });

const employeesAnswer = z.object({ kepEmployeesOutputRecord: listOf(employee) });
const officeAnswer = z.object({ kepOfficeEmployeesOutputRecord: listOf(member) });
const refusal = z.object({ errorRecord: z.object({ errorCode: z.string().regex(/^\w{1,60}$/) }) });

/** Items of another person are nobody's business. */
export const employeeItems = (body: string, afm: string): Gate[] =>
  answerIn(employeesAnswer, body)
    .kepEmployeesOutputRecord.data.filter((item) => item.afm === afm)
    .map(({ gateId, role }) => ({ gateId, role }));

export const staffItems = (body: string, gateId: string): StaffMember[] =>
  answerIn(officeAnswer, body)
    .kepOfficeEmployeesOutputRecord.data.filter((item) => item.gateId === gateId)
    .map(({ afm, role, lastname, firstname }) => ({ afm, role, lastName: lastname, firstName: firstname }));

function answerIn<Schema extends z.ZodType>(schema: Schema, body: string): z.infer<Schema> {
  const json = jsonIn(body);
  const refused = refusal.safeParse(json);
  if (refused.success) throw new DirectoryFault(`refused ${refused.data.errorRecord.errorCode}`);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new DirectoryFault("malformed");
  return parsed.data;
}

function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new DirectoryFault("malformed");
  }
}
