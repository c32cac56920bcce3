import { randomInt } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { normalizeAfm } from "../../src/platform/text/afm.ts";
import { employeeQuestion, gateList, officeQuestion } from "./directory-contract.ts";
import { bodyOf, isOfType, sendJson } from "./http.ts";
import { GATE_NAMES, PEOPLE, type StandInGate, type StandInPerson } from "./people.ts";

/** The gates as they are now, by the person's id */
export type Gates = Map<string, readonly StandInGate[]>;

export async function employee(gates: Gates, request: IncomingMessage, response: ServerResponse) {
  const question = employeeQuestion.safeParse(JSON.parse(await bodyOf(request)));
  const afm = question.success ? normalizeAfm(question.data.kepEmployeesInputRecord.afm) : null;
  if (!question.success || !afm) return sendJson(response, 200, invalidData);
  const person = PEOPLE.find((candidate) => candidate.afm === afm);
  const items = person ? gatesOf(gates, person).map((gate) => item(person, gate)) : [];
  return sendJson(response, 200, answer("kepEmployeesOutputRecord", items, question.data.auditRecord));
}

export async function office(gates: Gates, request: IncomingMessage, response: ServerResponse) {
  const question = officeQuestion.safeParse(JSON.parse(await bodyOf(request)));
  if (!question.success) return sendJson(response, 200, invalidData);
  const { gateId } = question.data.kepOfficeEmployeesInputRecord;
  const items = PEOPLE.flatMap((person) =>
    gatesOf(gates, person)
      .filter((gate) => gate.gateId === gateId)
      .map((gate) => ({ ...item(person, gate), lastname: person.lastName, firstname: person.firstName })),
  );
  return sendJson(response, 200, answer("kepOfficeEmployeesOutputRecord", items, question.data.auditRecord));
}

/** Rights set by hand. Asking for JSON keeps other sites' forms out. */
export async function changeGates(gates: Gates, request: IncomingMessage, response: ServerResponse, personId: string) {
  if (!gates.has(personId)) return sendJson(response, 404, { error: "no such person" });
  if (!isOfType(request, "application/json")) return sendJson(response, 415, { error: "application/json, please" });
  const wanted = gateList.safeParse(JSON.parse(await bodyOf(request)));
  if (!wanted.success) return sendJson(response, 422, { error: "a list of { gateId, role: clerk | head }, please" });
  gates.set(personId, wanted.data);
  return sendJson(response, 200, wanted.data);
}

export const gatesOf = (gates: Gates, { id }: StandInPerson): readonly StandInGate[] => gates.get(id) ?? [];

const item = ({ afm }: StandInPerson, { gateId, role }: StandInGate) => ({
  gateDisplayName: GATE_NAMES[gateId] ?? gateId,
  gateId,
  afm,
  role,
});

const invalidData = { errorRecord: { errorCode: "GEN_INVALID_DATA", errorDescr: "Μη έγκυρα δεδομένα εισόδου" } };

/** One item comes as an object, none is missing. */
const answer = (record: string, items: readonly unknown[], auditRecord: unknown) => ({
  [record]: { data: items.length === 0 ? {} : { item: items.length === 1 ? items[0] : items } },
  callSequenceId: randomInt(1_000_000_000),
  auditRecord,
});
