import type * as el from "../el/live.ts";

export const live: Record<keyof typeof el.live, string> = {
  live: "Live, {{time}}",
  polling: "Not live: refreshed every {{seconds}} seconds",
  lost: "Not live. Last updated at {{time}}",
  filling: "Being filled in by {{names}}",
  justChanged: "just changed",
  changed_one: "{{count}} appointment was changed by a colleague.",
  changed_other: "{{count}} appointments were changed by colleagues.",
  yesterday: "You are looking at yesterday.",
  earlier: "You are looking at a past day: {{day}}.",
  todayIs: "Today is {{day}}.",
  toToday: "Go to today",
};
