import { randomUUID } from "node:crypto";
import { type Browser, expect, type Page } from "@playwright/test";
import { type Desk, signIn } from "../desk.ts";
import { RULES_BY_HAND } from "../doctor.ts";
import { type OwnPlatform, openDayAndNight, openOwnPlatform } from "./own-platform.ts";
import { openPlan, signIn as signInAt } from "./person.ts";

/** An office on a platform of its own, open day and night, with the desks of those who rule over it. */
export interface OwnOffice extends OwnPlatform {
  readonly code: string;
  /** Where its resources are */
  readonly api: string;
  readonly head: Desk;
  readonly clerk: Desk;
  readonly ministry: Desk;
  /** At the office's plan unless another of its pages is named */
  openAs(browser: Browser, userid: string, path?: string): Promise<Page>;
}

/** @param settings of the program beside those of any journey */
export async function openOwnOffice(settings: Readonly<Record<string, string>> = {}): Promise<OwnOffice> {
  const code = "9904";
  const own = await openOwnPlatform(settings);
  await openDayAndNight(own.sql, code);
  own.plants(...RULES_BY_HAND);
  return {
    ...own,
    code,
    api: `/api/offices/${code}`,
    head: await signIn(own.url, "rea"),
    clerk: await signIn(own.url, "ilias"),
    ministry: await signIn(own.url, "athina"),
    openAs: async (browser, userid, path) => {
      const page = await (await browser.newContext({ locale: "el-GR" })).newPage();
      if (path) await signInAt(page, userid, `${own.url}/offices/${code}/${path}`);
      else await openPlan(page, userid, own.url);
      return page;
    },
  };
}

/** An act that must succeed; what it answered. */
export async function done(desk: Desk, path: string, body: object, version?: number) {
  const reply = await desk.ask("POST", path, { body, key: randomUUID(), version });
  expect(reply.status, JSON.stringify(reply.body)).toBeLessThan(300);
  return reply.body;
}
