import { randomUUID } from "node:crypto";
import {
  type HeartbeatAnswer,
  heartbeatRequest,
  type PrinterGroups,
  type PrinterNumber,
  type PrintJob,
  printerNumberRequest,
} from "../../../src/entrance/printer/contract.ts";
import type { DeviceRequest, PlayedAnswer } from "./kit-server.ts";

/** What a step of the kit changes about a platform on which all goes well. */
export interface Faults {
  /** Of the first answers to each press, one after the other; then all goes well */
  readonly presses: readonly ("lost" | "cut" | "busy")[];
  readonly isFull: boolean;
  readonly isRevoked: boolean;
  readonly clockOffMinutes: number;
  /** Is handed out with each heartbeat */
  readonly job: PrintJob | null;
}

export const NO_FAULTS: Faults = { presses: [], isFull: false, isRevoked: false, clockOffMinutes: 0, job: null };

export const BUSY_SECONDS = 2;
const CUTS = { lost: "before", cut: "within" } as const;

/** A line of its own, in which a number is given once for each key. */
export function playPlatform() {
  const numbers = new Map<string, PrinterNumber>();
  const tries = new Map<string, number>();
  let faults = NO_FAULTS;

  function press({ key, body }: DeviceRequest): PlayedAnswer {
    const request = printerNumberRequest.safeParse(body);
    if (!request.success) return problem(400, "request-malformed");
    if (!key) return problem(428, "idempotency-key-missing");
    const { group } = request.data;
    const before = numbers.get(key);
    if (before && before.group !== group) return problem(422, "idempotency-key-reused");
    if (!before && faults.isFull) return FULL;
    const fault = faultOf(key);
    if (fault === "busy") return { ...problem(503, "unavailable"), headers: { "retry-after": String(BUSY_SECONDS) } };
    const given = before ?? numberOf(numbers.size + 1, group);
    numbers.set(key, given);
    return { status: 201, body: given, ...(fault && { cut: CUTS[fault] }) };
  }

  function faultOf(key: string): Faults["presses"][number] | undefined {
    const turn = tries.get(key) ?? 0;
    tries.set(key, turn + 1);
    return faults.presses[turn];
  }

  function beat({ body }: DeviceRequest): PlayedAnswer {
    if (!heartbeatRequest.safeParse(body).success) return problem(400, "request-malformed");
    const { clockOffMinutes, job } = faults;
    const time = Temporal.Now.instant().add({ minutes: clockOffMinutes }).toString();
    const answer: HeartbeatAnswer = { time, againSeconds: 1, prints: job ? [job] : [] };
    return { status: 200, body: answer };
  }

  return {
    numberOf: (key: string | undefined): string | null => numbers.get(key ?? "")?.number ?? null,
    play: (next: Partial<Faults>): void => {
      faults = { ...NO_FAULTS, ...next };
    },
    answer: (request: DeviceRequest): PlayedAnswer => {
      if (!request.isSigned || faults.isRevoked) return problem(401, "printer-key-unknown");
      if (request.what === "GET groups") return { status: 200, body: GROUPS };
      if (request.what === "POST numbers") return press(request);
      if (request.what === "POST numbers/withdrawal")
        return { status: 200, body: { withdrawn: numbers.has(request.key ?? "") } };
      if (request.what === "POST heartbeat") return beat(request);
      const [, id] = /^POST prints\/([\w-]+)\/done$/.exec(request.what) ?? [];
      if (id) return { status: 200, body: { id, printedAt: Temporal.Now.instant().toString() } };
      return problem(404, "not-found");
    },
  };
}

export const aJob = (number: string): PrintJob => ({
  id: randomUUID(),
  number,
  lines: linesOf(number),
  direction: "ltr",
  qr: QR,
});

const QR = "https://conformance.example/line/not-a-real-place";

const GROUPS: PrinterGroups = {
  office: "ΚΕΠ Δοκιμής συμμόρφωσης",
  closed: null,
  waiting: 3,
  languages: [
    {
      language: "el",
      direction: "ltr",
      question: "Τι χρειάζεστε;",
      buttons: [
        { group: "certificates", text: "Πιστοποιητικά" },
        { group: "other", text: "Κάτι άλλο" },
      ],
      rule: "Κάθε θυρίδα καλεί όποιον είναι εδώ με τη νωρίτερη ώρα ραντεβού ή άφιξης. Άφιξη χωρίς ραντεβού, ή πάνω από 10 λεπτά αργά, μετρά 15 λεπτά αργότερα, εκτός προτεραιότητας.",
      statutory: "Προτεραιότητα από τον νόμο: δείξτε την κάρτα σε μια θυρίδα.",
      closed: null,
    },
  ],
};

const numberOf = (count: number, group: PrinterNumber["group"]): PrinterNumber => {
  const number = `Α${String(count).padStart(3, "0")}`;
  return { number, group, ahead: count - 1, lines: linesOf(number), direction: "ltr", qr: QR };
};

const linesOf = (large: string): PrinterNumber["lines"] => [
  { text: "ΔΟΚΙΜΗ ΣΥΜΜΟΡΦΩΣΗΣ, ΟΧΙ ΑΡΙΘΜΟΣ ΚΕΠ", size: "normal" },
  { text: large, size: "large" },
];

const problem = (status: number, code: string, more: object = {}): PlayedAnswer => ({
  status,
  body: { type: "about:blank", status, code, title: `Δοκιμή συμμόρφωσης: ${code}`, ...more },
});

const FULL = problem(409, "day-full", {
  lines: linesOf("Δεν δίνονται άλλοι αριθμοί σήμερα"),
  direction: "ltr",
  qr: QR,
});
