import type { Catalogue } from "../text.ts";

export const form: Catalogue["form"] = {
  kept: "Not saved yet. What you typed is kept, and you will find it when you come back.",
  found: "This is what you had typed before you left. It is not saved yet.",
  restart: "Start anew",
  "overtaken-title": "Changed meanwhile.",
  "overtaken-means": "If you save, what you typed will hold.",
  overtaken: "{{field}}: it was “{{was}}”, now it is “{{now}}”.",
  "overtaken-mine": "{{field}}: it was “{{was}}”, now it is “{{now}}”, you typed “{{mine}}”.",
  "look-first": "See first what will happen.",
};
