/** Faults that nobody can notice, and why: in which file, what stands there → what is put there. */
export const HARMLESS: readonly (readonly [file: string, fault: string, why: string])[] = [];
