/** Texts of requests that are of no citizen: whose they are instead. A field that is in no row must be planted. */
export const NOT_OF_CITIZENS: readonly (readonly [field: RegExp, whose: string])[] = [
  [/^\S+ \/api\/ministry\//, "the ministry's own words"],
  [/\/onboarding[ /]/, "what a head says of joining"],
  [/\/settings /, "what an office says of itself"],
  [/\/letter-(previews|tests) /, "what an office writes below all letters"],
  [/\/queues[ /]/, "names of queues, and rules"],
  [/\/service-searches text$/, "words that look for a service; stored nowhere"],
  [/\/entrance-screens name$/, "where a screen stands"],
  [/\/heartbeat software$/, "what a printer calls its program"],
  [/\/arrivals code$/, "nine digits, or it is refused"],
  [/\/exceptions[ /]/, "why an office is closed"],
  [/ (moreServices|companions\.\*\.services)\.\*$/, "codes of the catalogue"],
  [/ (service|corrections\.\*\.service|walkIns\.\*\.service)$/, "a code of the catalogue"],
  [/\/(transfer|partner\/appointments) office$/, "a code of an office"],
  [/\/in-vain line$/, "one of the lines of the catalogue, or it is refused"],
  [/\/diary-imports fingerprint$/, "of the preview that was agreed to"],
];
