import { clock, yesOrNo } from "../cells.ts";
import { SETTING_KINDS, type Setting } from "./setting.ts";

const { number, minutes } = SETTING_KINDS;

/** How an office serves citizens who book for themselves (circular, second phase). */
export const ONLINE_SETTINGS = {
  "online.leadMinutes": {
    ...minutes({ min: 0, max: 10_080 }, 60),
    column: "online_lead_minutes",
    section: "online",
    label: "online.leadMinutes",
    meaning: "Citizens book no time that begins sooner.",
  },
  "online.horizonDays": {
    ...number("days", { min: 1, max: 180 }, 30),
    column: "online_horizon_days",
    section: "online",
    label: "online.horizonDays",
    meaning: "Citizens book so many days ahead at most.",
  },
  "online.releaseTime": {
    kind: "maybe-time",
    rule: clock("00:00", "23:59"),
    fallback: null,
    mayChange: "administrator",
    column: "online_release_time",
    section: "online",
    label: "online.releaseTime",
    hint: "online-release-hint",
    meaning: "When the last of these days opens; null: each time of it as the clock reaches that.",
  },
  "online.limit": {
    ...number("count", { min: 1, max: 10 }, 2),
    column: "online_limit",
    section: "online",
    label: "online.limit",
    meaning: "Appointments to come that one person may have booked online, in all offices together.",
  },
  "online.counterPercent": {
    ...number("percent", { min: 0, max: 90 }, 20),
    column: "online_counter_percent",
    section: "online",
    label: "online.counterPercent",
    hint: "online-counter-hint",
    meaning: "Of each day's public places this share is not given away online.",
  },
  "online.heldPercent": {
    ...number("percent", { min: 1, max: 100 }, 5),
    column: "online_held_percent",
    section: "online",
    label: "online.heldPercent",
    hint: "online-held-hint",
    meaning: "Of each day's public places this share at most is held for citizens who are still filling in.",
  },
  "online.partnerPercent": {
    ...number("percent", { min: 1, max: 100 }, 30),
    column: "online_partner_percent",
    section: "online",
    label: "online.partnerPercent",
    hint: "online-partner-hint",
    meaning: "Of each day's public places this share at most goes to one accredited system.",
  },
  "online.offerMinutes": {
    ...minutes({ min: 10, max: 240 }, 60),
    column: "online_offer_minutes",
    section: "online",
    label: "online.offerMinutes",
    meaning: "So long an earlier place is held for whoever wished for one.",
  },
  "online.freedMinutes": {
    ...minutes({ min: 0, max: 60 }, 5),
    column: "online_freed_minutes",
    section: "online",
    label: "online.freedMinutes",
    hint: "online-freed-hint",
    meaning: "So many minutes later at most citizens are offered a place that was given up; 0: at once.",
  },
  "online.byPhone": {
    kind: "switch",
    rule: yesOrNo,
    fallback: false,
    mayChange: "administrator",
    column: "online_by_phone",
    section: "online",
    label: "online.byPhone",
    hint: "online-by-phone-hint",
    meaning: "A telephone number alone is enough to book.",
  },
} as const satisfies Readonly<Record<string, Setting>>;
