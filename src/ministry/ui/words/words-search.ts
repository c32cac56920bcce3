import { type ServiceAddress, serviceCodeIn } from "../service-address.ts";

/** Whose words are shown: a service's, or what others do; without any, the first service's. */
export interface WordsAddress extends ServiceAddress {
  readonly elsewhere?: string;
}

export const validateWordsSearch = ({ service, elsewhere }: Readonly<Record<string, unknown>>): WordsAddress => ({
  service: serviceCodeIn(service),
  elsewhere: serviceCodeIn(elsewhere),
});
