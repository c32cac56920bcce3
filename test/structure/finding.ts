/** What a structure check found wrong: where, and what is expected there. */
export interface Finding {
  readonly file: string;
  readonly message: string;
}

export const inWords = ({ file, message }: Finding): string => `${file}: ${message}`;
