import type { retention as el } from "../el/retention.ts";

export const retention: Record<keyof typeof el, string> = {
  title: "What is kept until when",
  hint: "The days are set by the ministry. Then the appointment is made anonymous for good: without name, telephone, e-mail and notes, in its history too. Time, queue, service and status stay for statistics.",
  days_one: "Who the citizen was is kept {{count}}\u00a0day after the visit.",
  days_other: "Who the citizen was is kept {{count}}\u00a0days after the visit.",
  "of-today": "Of today's visits: up to and including {{date}}.",
  before: "Visits before {{date}} are anonymous.",
  "tonight-count_one": "Tonight {{count}}\u00a0appointment becomes anonymous.",
  "tonight-count_other": "Tonight {{count}}\u00a0appointments become anonymous.",
  "tonight-none": "Tonight no appointment becomes anonymous.",
  "in-days_one": "Becomes anonymous in {{count}}\u00a0day.",
  "in-days_other": "Becomes anonymous in {{count}}\u00a0days.",
  tonight: "Becomes anonymous tonight.",
  since: "Anonymous since {{date}}: who the citizen was is not kept any more, and the appointment does not change.",
};
