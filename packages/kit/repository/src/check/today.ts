/** The day of now in UTC, as `2026-01-31`. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
