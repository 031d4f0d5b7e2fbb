/** Why a text is not what its format says, or undefined where it is, or nobody decodes it. */
export function formatProblemOf(
  format: string,
  text: string,
): { readonly is: string; readonly fix: string } | undefined {
  if (format === "byte") {
    return isBase64(text) ? undefined : { is: "is not base64", fix: "encode the value as base64" };
  }
  if (format === "date-time") {
    return isTime(text) ? undefined : { is: "is not a time", fix: "write it as 2026-01-31T12:00:00Z" };
  }
  if (format === "date-time-micro") {
    const micro = isTime(text) && /[.,]\d{6}(?=Z|[+-])/.test(text);
    return micro
      ? undefined
      : { is: "is not a time with six digits after the second", fix: "write it as 2026-01-31T12:00:00.000000Z" };
  }
  return undefined;
}

/** As Go's base64 decodes it: padded, line breaks anywhere. */
function isBase64(text: string): boolean {
  const digits = text.replaceAll(/[\r\n]/g, "");
  return digits.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(digits);
}

const time = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[+-](\d\d):(\d\d))$/;

/** As Go's time package reads RFC 3339. */
function isTime(text: string): boolean {
  const match = time.exec(text);
  if (match === null) return false;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, zoneHour = 0, zoneMinute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const isDay = month >= 1 && month <= 12 && day >= 1 && day <= days;
  return isDay && hour < 24 && minute < 60 && second < 60 && zoneHour <= 24 && zoneMinute < 60;
}

// More digits in the exponent, and the server does not come to an end.
const quantity = /^[+-]?\d*\.?\d*(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?\d{1,6})?$/;

/** As the API server parses a quantity: the digits may be missing, which is zero, but not everything. */
export function isQuantity(text: string): boolean {
  const trimmed = text.replaceAll(/^ +| +$/g, "");
  return trimmed !== "" && quantity.test(trimmed);
}
