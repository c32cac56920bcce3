import { heartbeatRequest, printerNumberRequest } from "../../../src/entrance/printer/contract.ts";
import type { DeviceRequest, KitServer } from "./kit-server.ts";
import { aJob, BUSY_SECONDS, type playPlatform } from "./played-platform.ts";

/** Whoever stands at the device: a person, or the test of a device that is a program. */
export interface Operator {
  /** Presses one of its buttons, once */
  press(): Promise<void>;
  /** How many papers with that number have come out */
  papers(number: string): Promise<number>;
}

export interface Stage {
  readonly server: KitServer;
  readonly platform: ReturnType<typeof playPlatform>;
  readonly operator: Operator;
  /** So long something that should happen is waited for, and so long it is looked whether something happens that should not */
  readonly seconds: { readonly patience: number; readonly quiet: number };
}

export interface KitStep {
  readonly name: string;
  readonly wants: string;
  /** Null: it is right; else what is not */
  run(stage: Stage): Promise<string | null>;
}

const isPress = ({ what }: DeviceRequest): boolean => what === "POST numbers";
const isBeat = ({ what }: DeviceRequest): boolean => what === "POST heartbeat";

/** What the device asks for one press, once there are so many requests of it. */
async function pressed({ server, operator, seconds }: Stage, requests = 1): Promise<readonly DeviceRequest[]> {
  const before = server.requests.length;
  const sent = () => server.requests.slice(before).filter(isPress);
  await operator.press();
  await server.until(() => sent().length >= requests, seconds.patience);
  return sent();
}

/** One number and one paper for a press, with the same key each time. */
async function oneNumber(stage: Stage, requests: number): Promise<string | null> {
  const sent = await pressed(stage, requests);
  const [first] = sent;
  if (!first) return "the press was not sent";
  if (!first.key) return "a press was sent without Idempotency-Key";
  if (!printerNumberRequest.safeParse(first.body).success)
    return `the body is not of the contract: ${JSON.stringify(first.body)}`;
  if (sent.length < requests) return `it was not sent again: ${sent.length} of ${requests} requests`;
  if (sent.some(({ key }) => key !== first.key))
    return "it was sent again with another Idempotency-Key: that is another number";
  const number = stage.platform.numberOf(first.key);
  if (number === null) return "it came to no number";
  const papers = await stage.operator.papers(number);
  return papers === 1 ? null : `${papers} papers came out with ${number}, not one`;
}

/** The kit, in the order in which it is gone through: the key is taken away last. */
export const KIT_STEPS: readonly KitStep[] = [
  {
    name: "lives",
    wants: "A heartbeat, and the next one when the answer says so",
    run: async ({ server, seconds }) => {
      const beats = () => server.requests.filter(isBeat);
      if (!(await server.until(() => beats().length >= 2, seconds.patience)))
        return `${beats().length} heartbeats came`;
      if (server.requests.some(({ isSigned }) => !isSigned)) return "it asked without its key: Authorization: Bearer …";
      const wrong = beats().find(({ body }) => !heartbeatRequest.safeParse(body).success);
      return wrong ? `the body is not of the contract: ${JSON.stringify(wrong.body)}` : null;
    },
  },
  {
    name: "asks-for-buttons",
    wants: "The buttons are those of the office",
    run: async ({ server, seconds }) =>
      (await server.until((requests) => requests.some(({ what }) => what === "GET groups"), seconds.patience))
        ? null
        : "it never asked what its buttons say",
  },
  { name: "gives-number", wants: "A press is one number on one paper", run: (stage) => oneNumber(stage, 1) },
  {
    name: "new-press-new-key",
    wants: "The next person's press has a key of its own",
    run: async (stage) => {
      const wrong = await oneNumber(stage, 1);
      const keys = stage.server.requests.filter(isPress).map(({ key }) => key);
      return wrong ?? (new Set(keys).size < 2 ? "two presses had one Idempotency-Key" : null);
    },
  },
  {
    name: "answer-lost",
    wants: "The number was given and the answer lost: sent again, it is the same press",
    run: (stage) => {
      stage.platform.play({ presses: ["lost"] });
      return oneNumber(stage, 2);
    },
  },
  {
    name: "answer-cut",
    wants: "The cable is cut in the middle of the answer: half an answer is none",
    run: (stage) => {
      stage.platform.play({ presses: ["cut"] });
      return oneNumber(stage, 2);
    },
  },
  {
    name: "busy",
    wants: `503 with Retry-After: ${BUSY_SECONDS}: sent again, not sooner, with the same key`,
    run: async (stage) => {
      stage.platform.play({ presses: ["busy"] });
      const before = stage.server.requests.length;
      const wrong = await oneNumber(stage, 2);
      const [first, second] = stage.server.requests.slice(before).filter(isPress);
      const waited = first && second ? second.at - first.at : 0;
      return wrong ?? (waited < BUSY_SECONDS * 900 ? `it was sent again after ${Math.round(waited)} ms` : null);
    },
  },
  {
    name: "prints-once",
    wants: "What a counter has printed is handed out again and again: one paper, and confirmed",
    run: async ({ server, platform, operator, seconds }) => {
      const job = aJob("Ε501");
      platform.play({ job });
      const before = server.requests.length;
      const done = () =>
        server.requests.slice(before).filter(({ what }) => what === `POST prints/${job.id}/done`).length;
      if (!(await server.until(() => done() > 0, seconds.patience))) return "it was not confirmed";
      const beats = () => server.requests.slice(before).filter(isBeat).length;
      const after = beats();
      await server.until(() => beats() >= after + 3, seconds.patience);
      platform.play({});
      const papers = await operator.papers(job.number);
      return papers === 1 ? null : `${papers} papers came out with ${job.number}, not one`;
    },
  },
  {
    name: "full-day",
    wants: "409 day-full: it is said or printed, and the press is over",
    run: async (stage) => {
      stage.platform.play({ isFull: true });
      const before = stage.server.requests.length;
      const [first] = await pressed(stage);
      if (!first) return "the press was not sent";
      const repeats = () => stage.server.requests.slice(before).filter(isPress).length > 1;
      return (await stage.server.until(repeats, stage.seconds.quiet)) ? "it was sent again: the day stays full" : null;
    },
  },
  ...[-3, 3].map(
    (minutes): KitStep => ({
      name: minutes < 0 ? "clock-slow" : "clock-fast",
      wants: `The server's clock is ${Math.abs(minutes)} minutes ${minutes < 0 ? "behind" : "ahead"}: nothing is decided by it`,
      run: async (stage) => {
        stage.platform.play({ clockOffMinutes: minutes });
        const before = stage.server.requests.length;
        await stage.server.until((requests) => requests.slice(before).some(isBeat), stage.seconds.patience);
        const wrong = await oneNumber(stage, 1);
        const body = printerNumberRequest.safeParse(stage.server.requests.findLast(isPress)?.body);
        const age = body.data?.pressedSecondsAgo ?? 0;
        return wrong ?? (age > 60 ? `pressedSecondsAgo is ${age}, reckoned by the server's clock` : null);
      },
    }),
  ),
  {
    name: "revoked",
    wants: "401: its key was taken away. It gives no number, and asks no more",
    run: async ({ server, platform, operator, seconds }) => {
      const before = server.requests.length;
      platform.play({ isRevoked: true });
      await server.until((requests) => requests.length > before, seconds.patience);
      // What was under way ends.
      await server.until(() => false, 1);
      const after = server.requests.length;
      await operator.press();
      const goesOn = await server.until((requests) => requests.length > after, seconds.quiet);
      return goesOn ? `it asked ${server.requests.at(-1)?.what} after its key was refused` : null;
    },
  },
];
