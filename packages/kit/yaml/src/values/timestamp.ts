const form =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:[Tt](\d\d?):(\d\d?):(\d\d?)([.,]\d+)?(Z|[-+]\d\d:\d\d))|(?: +(\d\d?):(\d\d?):(\d\d?)([.,]\d+)?))?$/;

/**
 * A date or a time as Go writes it in JSON, `2001-12-14T21:59:43.1Z`; undefined where a text has none of the forms that
 * go-yaml takes for one.
 */
export function timestampText(text: string): string | undefined {
  const match = form.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day = ""] = match;
  const [hour = "0", minute = "0", second = "0", fraction = ""] =
    match[4] === undefined ? match.slice(9, 13) : match.slice(4, 8);
  const zone = zoneText(match[8] ?? "Z");
  if (!isDay(Number(year), Number(month), Number(day)) || zone === undefined) return undefined;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const date = [year, two(month), two(day)].join("-");
  return `${date}T${two(hour)}:${two(minute)}:${two(second)}${parts(fraction)}${zone}`;
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= (month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

/** Go takes 24 hours and 60 minutes too. */
function zoneText(zone: string): string | undefined {
  if (zone === "Z") return zone;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4))];
  if (hours > 24 || minutes > 60) return undefined;
  const all = hours * 60 + minutes;
  return all === 0 ? "Z" : `${zone[0]}${two(String(Math.floor(all / 60)))}:${two(String(all % 60))}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

/** Of a second, as far as Go counts. */
function parts(fraction: string): string {
  const digits = fraction.slice(1, 10).replace(/0+$/, "");
  return digits === "" ? "" : `.${digits}`;
}
