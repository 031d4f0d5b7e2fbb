const part = /(\d+(?:\.\d+)?)(h|m|s)/g;
const seconds = { h: 3600, m: 60, s: 1 };

/** A duration of hours, minutes and seconds as Go prints it: `8760h0m0s` for `8760h`. Undefined of anything else. */
export function goDuration(text: string): string | undefined {
  if (!/^(?:\d+(?:\.\d+)?[hms])+$/.test(text)) return undefined;
  const total = [...text.matchAll(part)].reduce(
    (sum, [, amount, unit]) => sum + Number(amount) * seconds[unit as keyof typeof seconds],
    0,
  );
  if (!Number.isInteger(total)) return undefined;
  const [hours, minutes] = [Math.floor(total / 3600), Math.floor((total % 3600) / 60)];
  const rest = `${total % 60}s`;
  if (hours > 0) return `${hours}h${minutes}m${rest}`;
  return minutes > 0 ? `${minutes}m${rest}` : rest;
}
