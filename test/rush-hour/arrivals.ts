import type { Browser } from "@playwright/test";
import type { Entrance } from "./entrance.ts";
import type { Scene } from "./scene.ts";
import type { Visitor } from "./visitors.ts";

/** Everybody comes, one after the other; who has a key opens their place on a phone, and who changes their mind gives it up there. */
export async function comeAll(scene: Scene, entrance: Entrance, browser: Browser, visitors: readonly Visitor[]) {
  for (const visitor of visitors) {
    const { visit, key } = await come(scene, entrance, visitor);
    scene.visitors.set(visit, visitor);
    if (key === null) continue;
    await scene.phones.open(visit, key);
    if (visitor.fate === "gives the number up") await giveUp(browser, `${scene.office.there}/line/${key}`);
  }
  scene.haveAllCome = true;
}

/** @returns the visit, and the key of its place where somebody pressed at the entrance */
async function come({ office }: Scene, entrance: Entrance, { comes: how, appointment }: Visitor) {
  if (how === "is given a number") return { visit: (await office.give()).id, key: null };
  if (how === "has priority") return { visit: (await office.give({ statutory: true })).id, key: null };
  if (appointment && how === "arrives at the counter") {
    await office.arrive(appointment);
    return { visit: appointment.id, key: null };
  }
  if (appointment) return { visit: appointment.id, key: await entrance.arrive(appointment.reference) };
  const key = await entrance.take();
  const [last] = await office.ask<{ id: string }>("select id from ticket order by issued_at desc, number desc limit 1");
  return { visit: last?.id ?? "", key };
}

async function giveUp(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(address);
  const leave = page.getByRole("link", { name: "Αφήνω τον αριθμό μου" });
  // A counter may have been faster.
  if (await leave.isVisible()) {
    await leave.click();
    await page.getByRole("button", { name: "Αφήνω τον αριθμό μου" }).click();
  }
  await page.close();
}
