/** Whether something has a mark: the same symbol for each copy of the kit in a process, which a class is not. */
export function hasMark(value: unknown, mark: symbol): boolean {
  return typeof value === "object" && value !== null && mark in value;
}
