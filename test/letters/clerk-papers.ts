import { randomUUID } from "node:crypto";
import { type Act, DAY, ok, type Stage, TODAY } from "./stage.ts";

/** What a clerk brings in from paper, and what she does about letters. */

export const CLERK_ON_PAPER: readonly Act[] = [
  { who: "clerk", act: "catches up what was noted on paper", scene: async (stage) => caughtUp(stage) },
  {
    who: "clerk",
    act: "takes a catching up back",
    scene: async (stage) => {
      const { id } = (await (await caughtUp(stage))()).body;
      return async () => ok(await stage.clerk.ask("POST", `${stage.office.code}/catch-ups/${id}/undo`));
    },
  },
  { who: "clerk", act: "brings the paper diary in", scene: async (stage) => () => broughtIn(stage) },
  {
    who: "clerk",
    act: "takes the diary back",
    scene: async (stage) => {
      const { id } = (await broughtIn(stage)).body;
      return async () => ok(await stage.clerk.ask("POST", `${stage.office.code}/diary-imports/${id}/undo`));
    },
  },
  {
    who: "clerk",
    act: "moves what came from the diary",
    scene: async (stage) => {
      await broughtIn(stage);
      const [{ id, version }] = (await stage.day(DAY)).appointments;
      return async () => ok(await stage.move(id, { date: DAY, time: "13:00", queue: 1 }, version));
    },
  },
  {
    who: "clerk",
    act: "sends a lost letter again",
    only: ["email"],
    scene: async (stage) => {
      await lost(stage);
      const [{ id }] = ok(await stage.rule("GET", "mails")).body.lost;
      return async () => ok(await stage.rule("POST", `mails/${id}/resend`));
    },
  },
  {
    who: "clerk",
    act: "writes down another e-mail after a letter was lost",
    only: ["email"],
    scene: async (stage) => {
      const { id, version } = await lost(stage);
      return async () => ok(await stage.change(id, { email: stage.newEmail }, version));
    },
  },
];

/** An appointment whose confirmation did not arrive */
function lost(stage: Stage) {
  stage.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 552, text: "5.2.2 Mailbox full", times: 1 }] });
  return stage.visit();
}

async function caughtUp(stage: Stage) {
  const { id, version } = await stage.visit({ date: TODAY, time: "11:00" });
  await stage.later(1);
  const body = {
    marks: [{ id, version, status: "served" }],
    walkIns: [{ time: "10:45", until: "11:00", service: "signature" }],
  };
  return async () =>
    ok(await stage.clerk.ask("POST", `${stage.office.code}/days/${TODAY}/catch-up`, { body, key: randomUUID() }));
}

async function broughtIn({ clerk, office, person }: Stage) {
  const columns = "Ημερομηνία;Ώρα;Επώνυμο;Όνομα;Τηλέφωνο;E-mail";
  const row = ["01/12/2026", "12:00", "Παπαδοπούλου", "Ελένη", person.phone ?? "", person.email ?? ""].join(";");
  const body = { text: `${columns}\n${row}`, service: "signature", queue: null };
  const { fingerprint } = ok(await clerk.ask("POST", `${office.code}/diary-previews`, { body })).body;
  const given = { body: { ...body, fingerprint, leavesRest: false }, key: randomUUID() };
  return ok(await clerk.ask("POST", `${office.code}/diary-imports`, given));
}
