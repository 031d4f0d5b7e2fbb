/** `4,970`. */
export function numberText(count: number): string {
  return count.toLocaleString("en-US");
}
