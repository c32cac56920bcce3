import { aCitizen, type Citizen, type Page } from "../citizen.ts";
import { identify } from "../taxisnet.ts";
import { identifyByWallet } from "../wallet/wallet-world.ts";
import { type Act, DAY, ok, type Stage } from "./stage.ts";

/** What citizens do for themselves, on pages in English. */

const SELF = { who: "self", lastName: "Papadopoulou", firstName: "Eleni" };

/** Has chosen noon, and said who comes. */
async function filled({ world, office }: Stage, time = "12:00"): Promise<Citizen> {
  const citizen = aCitizen(world);
  went(await citizen.choose(office, DAY, time));
  went(await citizen.send("/en/book/who", SELF));
  return citizen;
}

/** A page that leads on; another one has refused. */
export function went(page: Page): Page {
  if (page.status !== 303) throw new Error(`${page.status} ${page.text}`);
  return page;
}

const asks = async (citizen: Citizen, { email }: Pick<Stage, "email">): Promise<Page> =>
  went(await citizen.confirm({ how: "email", email }, "/en"));

/** @returns the link of the letter that asks for confirmation, and the browser that waits */
async function asked(stage: Stage): Promise<{ readonly link: string; readonly citizen: Citizen }> {
  const citizen = await filled(stage);
  await asks(citizen, stage);
  await stage.delivered(0);
  return { link: stage.linkTo(stage.email), citizen };
}

/** Booked online, confirmed and told; @returns the link of the last letter */
export async function booked(stage: Stage) {
  const { link: toConfirm, citizen } = await asked(stage);
  went(await stage.press(toConfirm, "confirm", {}, ""));
  await stage.delivered(0);
  return { toConfirm, citizen, link: stage.linkTo(stage.email) };
}

/** Has said by TAXISnet who they are, or as is said here; seen there today by nobody else. */
async function identified(stage: Stage, by = (citizen: Citizen) => identify(citizen, "fani", "/en")): Promise<Citizen> {
  const citizen = await filled(stage);
  went(await by(citizen));
  await stage.world.owner.query("delete from online_person");
  return citizen;
}

const confirms = async (citizen: Citizen, { person: { email = "", phone = "" } }: Stage): Promise<Page> =>
  went(await citizen.confirm({ email, phone }, "/en"));

/** In the browser that booked with TAXISnet, by the link that it is given. */
const inBrowser =
  (to: string, act: (stage: Stage, link: string) => Promise<Page>): Act["scene"] =>
  async (stage) => {
    const citizen = await identified(stage);
    await confirms(citizen, stage);
    await stage.delivered(0);
    return async () => {
      const { headers } = went(await citizen.send("/en/book/done", { to }));
      return went(await act(stage, String(headers.location).replace(`/${to}`, "")));
    };
  };

type Link = Awaited<ReturnType<typeof booked>>;

const only = ["email"] as const;
/** By the link of an appointment that its citizen booked for themselves. */
const byLink =
  (act: (stage: Stage, link: Link) => Promise<Page>): Act["scene"] =>
  async (stage) => {
    const link = await booked(stage);
    return async () => went(await act(stage, link));
  };

const BOOKING: readonly Act[] = [
  {
    who: "citizen",
    act: "holds a time",
    scene: async (stage) => async () => filled(stage),
  },
  {
    who: "citizen",
    act: "ends there, at a device of others",
    scene: async (stage) => {
      const citizen = await filled(stage);
      return async () => went(await citizen.send("/en/book/end", {}));
    },
  },
  {
    who: "citizen",
    act: "asks to book by e-mail",
    only,
    scene: async (stage) => {
      const citizen = await filled(stage);
      return () => asks(citizen, stage);
    },
  },
  {
    who: "citizen",
    act: "asks for that letter once more",
    only,
    scene: async (stage) => {
      const { citizen } = await asked(stage);
      stage.world.now = stage.world.now.add({ minutes: 3 });
      return async () => went(await citizen.send("/en/book/sent", {}));
    },
  },
  {
    who: "citizen",
    act: "corrects the e-mail before the letter is opened",
    only,
    scene: async (stage) => {
      const { citizen } = await asked(stage);
      return async () => went(await citizen.send("/en/book/address", { email: stage.newEmail, asTyped: "yes" }));
    },
  },
  {
    who: "citizen",
    act: "confirms by the letter's link",
    only,
    scene: async (stage) => {
      const { link } = await asked(stage);
      return async () => went(await stage.press(link, "confirm", {}, ""));
    },
  },
  {
    who: "citizen",
    act: "says that the letter was not for them",
    only,
    scene: async (stage) => {
      const { link } = await asked(stage);
      return async () => went(await stage.press(link, "not-mine", {}, ""));
    },
  },
  {
    who: "citizen",
    act: "chooses the time again, once it is held no more",
    only,
    scene: async (stage) => {
      const { link } = await asked(stage);
      await stage.delivered(30);
      return async () => went(await stage.press(link, "again", { at: `${DAY}T12:00` }, ""));
    },
  },
  {
    who: "citizen",
    act: "books as TAXISnet knows them",
    scene: async (stage) => {
      const citizen = await identified(stage);
      return () => confirms(citizen, stage);
    },
  },
  {
    who: "citizen",
    act: "books as a European wallet with a number shows them",
    scene: async (stage) => {
      const citizen = await identified(stage, (each) => identifyByWallet(stage.wallets, each, "fani", "/en"));
      return () => confirms(citizen, stage);
    },
  },
  {
    who: "citizen",
    act: "books as a European wallet without a number shows them",
    only,
    scene: async (stage) => {
      const citizen = await identified(stage, (each) => identifyByWallet(stage.wallets, each, "menelaos", "/en"));
      return () => confirms(citizen, stage);
    },
  },
  {
    who: "citizen",
    act: "books with a telephone number alone",
    only: ["phone"],
    scene: async (stage) => {
      await stage.world.owner.query("update office set online_by_phone = true where id = $1", [stage.office.id]);
      const citizen = await filled(stage);
      return async () => went(await citizen.confirm({ how: "phone", phone: stage.person.phone ?? "" }, "/en"));
    },
  },
];

async function moved({ press }: Stage, link: string): Promise<Page> {
  went(await press(link, "hold", { at: `${DAY}T13:00` }, `days/${DAY}`));
  return press(link, "move");
}

const BY_LINK: readonly Act[] = [
  {
    who: "citizen",
    act: "moves it in the browser that booked, known by TAXISnet",
    scene: inBrowser("days", moved),
  },
  {
    who: "citizen",
    act: "cancels it in the browser that booked, known by TAXISnet",
    scene: inBrowser("cancel", ({ press }, link) => press(link, "cancel")),
  },
  {
    who: "citizen",
    act: "moves it by the link",
    only,
    scene: byLink((stage, { link }) => moved(stage, link)),
  },
  {
    who: "citizen",
    act: "moves by the link what the clerk had booked",
    only,
    scene: async (stage) => {
      await stage.visit();
      return async () => went(await moved(stage, stage.linkTo(stage.email)));
    },
  },
  {
    who: "citizen",
    act: "cancels it by the link",
    only,
    scene: byLink(({ press }, { link }) => press(link, "cancel")),
  },
  {
    who: "citizen",
    act: "leaves by the link one of two who were to come",
    only,
    scene: async (stage) => {
      const citizen = aCitizen(stage.world);
      went(await citizen.choose(stage.office, DAY, "12:00", "signature;signature"));
      went(await citizen.send("/en/book/who", SELF));
      await asks(citizen, stage);
      await stage.delivered(0);
      went(await stage.press(stage.linkTo(stage.email), "confirm", {}, ""));
      await stage.delivered(0);
      const link = stage.linkTo(stage.email);
      return async () => went(await stage.press(link, "less", { "gone-1-0": "yes" }));
    },
  },
  {
    who: "citizen",
    act: "says by the link what is to be ready",
    only,
    scene: byLink(({ press }, { link }) => press(link, "needs", { interpreter: "sq" })),
  },
  {
    who: "citizen",
    act: "gives another e-mail by the link",
    only,
    scene: byLink(({ press, newEmail }, { link }) => press(link, "address", { email: newEmail })),
  },
  {
    who: "citizen",
    act: "says yes at that e-mail",
    only,
    scene: async (stage) => {
      const { link } = await booked(stage);
      went(await stage.press(link, "address", { email: stage.newEmail }));
      await stage.delivered(0);
      return async () => went(await stage.press(stage.linkTo(stage.newEmail), "mine", {}, ""));
    },
  },
  {
    who: "citizen",
    act: "asks for the letter again, by the link that confirmed",
    only,
    scene: byLink(({ press }, { toConfirm }) => press(toConfirm, "letter", {}, "")),
  },
  {
    who: "citizen",
    act: "asks for the letter again, in the browser that booked",
    only,
    scene: byLink((_stage, { citizen }) => citizen.send("/en/book/done", {})),
  },
  {
    who: "citizen",
    act: "asks for the link by code and surname",
    scene: async (stage) => {
      const { reference } = await stage.visit();
      return async () =>
        went(await aCitizen(stage.world).send("/en/book/find", { reference, lastName: "Παπαδοπούλου" }));
    },
  },
  {
    who: "citizen",
    act: "says that they will come",
    only,
    scene: byLink(({ press }, { link }) => press(link, "coming")),
  },
  {
    who: "citizen",
    act: "says at the entrance that they have come",
    scene: async (stage) => {
      const { reference } = await stage.visit({ date: "2026-11-24", time: "11:00" });
      const screen = aCitizen(stage.world);
      const made = await stage.rule("POST", "entrance-screens", { name: "Είσοδος" });
      await screen.see(ok(made).body.path);
      return async () => screen.send("/entrance", { code: reference, ok: "1" });
    },
  },
];

export const CITIZEN: readonly Act[] = [...BOOKING, ...BY_LINK];
