import { anOfficeOfAClerk, anOfficeOfItsHead, anOfficeOfTheMinistry } from "./an-office.ts";
import { anOfficeWhoseDayIsOver, atTheCounter } from "./at-the-counter.ts";
import { countedWeeks, twelveOffices, weeksHalfRecorded } from "./counted-weeks.ts";
import { exceptions } from "./exceptions.ts";
import { fourAppointments } from "./four-appointments.ts";
import type { Scene } from "./scene.ts";
import { theMinistry } from "./the-ministry.ts";
import { twoWhoMayCome } from "./two-who-may-come.ts";
import { whomToFind } from "./whom-to-find.ts";

/** By the name that a component test says */
export const SCENES: Readonly<Record<string, Scene>> = {
  "an office of its head": anOfficeOfItsHead,
  "an office of a clerk": anOfficeOfAClerk,
  "an office of the ministry": anOfficeOfTheMinistry,
  "an office whose weeks are counted": countedWeeks,
  "an office whose weeks are half recorded": weeksHalfRecorded,
  "twelve offices of which one is far out": twelveOffices,
  "four appointments": fourAppointments,
  "the ministry": theMinistry,
  "two who may come now": twoWhoMayCome,
  "at the counter": atTheCounter,
  "an office whose day is over": anOfficeWhoseDayIsOver,
  exceptions,
  "whom to find": whomToFind,
};
