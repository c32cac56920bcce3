import { TABS, type TabName } from "../../setting/tabs.ts";

/** The tabs of «Το ΚΕΠ μου» and their addresses. */

/** Nothing of the last one is a setting of the office. */
export type PageTab = TabName | "staff";
export const PAGE_TABS: readonly PageTab[] = [...(Object.keys(TABS) as TabName[]), "staff"];
export const FIRST_TAB = "details";

export interface SettingsSearch {
  readonly tab?: Exclude<PageTab, typeof FIRST_TAB>;
}

/** The first tab stands in no address, and what is none leads to it. */
export const validateSettingsSearch = ({ tab }: Record<string, unknown>): SettingsSearch =>
  searchFor(PAGE_TABS.find((each) => each === tab) ?? FIRST_TAB);

export const searchFor = (tab: PageTab): SettingsSearch => ({ tab: tab === FIRST_TAB ? undefined : tab });
