/** `4,970`. What a language has for it takes longer to load than a hundred objects to judge. */
export function numberText(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
}
