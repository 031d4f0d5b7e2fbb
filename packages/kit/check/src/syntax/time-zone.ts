const part = /^[A-Za-z._\-0-9+]{1,14}$/;

/**
 * Why a text is not a time zone of the IANA's database. The runtime's own copy of it is asked, which takes any case, as
 * the API server does not.
 */
export function timeZoneProblem(text: string): string | undefined {
  const unknown = "must be a time zone of the IANA's database, such as Europe/Berlin or Etc/UTC";
  const wellFormed = text
    .split("/")
    .every((one) => one !== "." && one !== ".." && part.test(one) && !/^[-+]/.test(one));
  if (!wellFormed || text.toLowerCase() === "local") return unknown;
  const known = canonical(text);
  if (known === undefined) return unknown;
  const otherCase = known !== text && known.toLowerCase() === text.toLowerCase();
  return otherCase || text === text.toLowerCase() ? `is written ${JSON.stringify(known)}` : undefined;
}

function canonical(text: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
