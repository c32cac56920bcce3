/** In which order the address wants the offices; absent: by name. */
interface OfficesSearch {
  readonly sort?: "free";
}

export const validateOfficesSearch = ({ sort }: Record<string, unknown>): OfficesSearch => ({
  sort: sort === "free" ? sort : undefined,
});
