/** Which service a page is of; nothing: none. */
export interface ServiceAddress {
  readonly service?: string;
}

const CODE = /^[a-z0-9-]{1,40}$/;

export const serviceCodeIn = (value: unknown): string | undefined =>
  typeof value === "string" && CODE.test(value) ? value : undefined;

export const validateServiceAddress = ({ service }: Readonly<Record<string, unknown>>): ServiceAddress => ({
  service: serviceCodeIn(service),
});
