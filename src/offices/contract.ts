import { z } from "zod";

export const serviceResponse = z.object({
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  minutes: z.int(),
  bring: z.string().nullable(),
  bringEn: z.string().nullable(),
});
export type Service = z.infer<typeof serviceResponse>;

export const officeResponse = z.object({
  code: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  municipality: z.string(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  /** How far from now the first time offered by telephone or e-mail lies */
  leadMinutes: z.int(),
  isExample: z.boolean(),
  /** The service most asked for of late: a form starts with it */
  usualService: z.string().nullable(),
  services: z.array(serviceResponse),
});
export type Office = z.infer<typeof officeResponse>;
