/** Picks one of several values; the same one each time for the same random number. */
export type Pick = <Value>(values: readonly Value[]) => Value;
