import { type FiguresSearch, validateFiguresSearch } from "../../kit/charts/figures-search.ts";
import { type ServiceAddress, validateServiceAddress } from "../../ministry/ui/service-address.ts";

/** Which service is looked at, and whether as a picture. */
export type InVainSearch = ServiceAddress & FiguresSearch;

export const validateInVainSearch = (search: Readonly<Record<string, unknown>>): InVainSearch => ({
  ...validateServiceAddress(search),
  ...validateFiguresSearch(search),
});
