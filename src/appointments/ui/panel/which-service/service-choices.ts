import type { Office, Service } from "../../../../offices/contract.ts";
import { fold } from "../../../../platform/text/fold.ts";

/** Which services stand as buttons, and which of all a clerk means by what is typed. Pure. */

type Services = Pick<Office, "services" | "notOffered" | "usualServices">;

/** As many as there are digits for them. */
export const MOST_BUTTONS = 6;

export interface ServiceButton {
  readonly service: Service;
  readonly isOffered: boolean;
  /** null: without a key, for it is none of the usual ones and only stands there because it is chosen */
  readonly digit: number | null;
}

/** The usual ones, or all where there are so few; what is chosen besides stands behind them. */
export function serviceButtons(office: Services, chosen: string): ServiceButton[] {
  const { services, notOffered, usualServices } = office;
  const usual = usualServices.flatMap((code) => services.find((service) => service.code === code) ?? []);
  const others = services.length <= MOST_BUTTONS ? services.filter((service) => !usual.includes(service)) : [];
  const buttons = [...usual, ...others].map((service, at) => ({ service, isOffered: true, digit: at + 1 }));
  if (chosen === "" || buttons.some(({ service }) => service.code === chosen)) return buttons;
  const service = [...services, ...notOffered].find(({ code }) => code === chosen);
  return service ? [...buttons, { service, isOffered: services.includes(service), digit: null }] : buttons;
}

/** More than the buttons show. */
export const hasOthers = (office: Services, buttons: readonly ServiceButton[]): boolean =>
  office.services.some((service) => !buttons.some((button) => button.service === service));

/** Of which every typed word begins a word of their names; behind them what people call so. */
export function servicesFor(typed: string, services: readonly Service[], meant: readonly string[]): Service[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const named = services.filter(({ name, shortName, nameEn }) => {
    const names = fold(`${name} ${shortName} ${nameEn}`).split(/[^\p{L}\p{N}]+/u);
    return words.every((word) => names.some((each) => each.startsWith(word)));
  });
  const others = meant.flatMap((code) => services.find((service) => service.code === code) ?? []);
  return [...named, ...others.filter((service) => !named.includes(service))];
}
