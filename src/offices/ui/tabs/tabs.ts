import { TABS, type TabName } from "../../setting/tabs.ts";

/** The tabs of «Το ΚΕΠ μου» and their addresses. */

/** Nothing of the last one is a setting of the office. */
export type PageTab = TabName | "staff";
export const PAGE_TABS: readonly PageTab[] = [...(Object.keys(TABS) as TabName[]), "staff"];
export const FIRST_TAB = "details";

export interface SettingsSearch {
  /** Proposed for services, to be typed into the form */
  readonly minutes?: string | undefined;
  readonly tab?: Exclude<PageTab, typeof FIRST_TAB>;
}

/** `signature:6,vehicle:34` */
const MINUTES = /^[a-z\d-]{1,40}:\d{1,3}(,[a-z\d-]{1,40}:\d{1,3}){0,99}$/;

/** The first tab stands in no address, and what is none leads to it. */
export const validateSettingsSearch = ({ tab, minutes }: Record<string, unknown>): SettingsSearch => ({
  ...searchFor(PAGE_TABS.find((each) => each === tab) ?? FIRST_TAB),
  minutes: typeof minutes === "string" && MINUTES.test(minutes) ? minutes : undefined,
});

export const searchFor = (tab: PageTab): SettingsSearch => ({ tab: tab === FIRST_TAB ? undefined : tab });
