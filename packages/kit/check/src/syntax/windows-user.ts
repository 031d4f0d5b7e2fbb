const control = /(?=\p{ASCII})\p{Cc}/u;
const netBios = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const dnsLabel = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";
const dns = new RegExp(String.raw`^${dnsLabel}(?:\.${dnsLabel})*$`);

/** Why a text is not a user of Windows, which may have a domain before it: `EXAMPLE\service`. */
export function windowsUserProblem(text: string): string | undefined {
  if (control.test(text)) return "must not contain control characters";
  const parts = text.split("\\");
  if (parts.length > 2) return "must not contain more than one backslash";
  const user = parts.at(-1)!;
  const domain = parts.length === 2 ? parts[0]! : undefined;
  if (domain !== undefined && (domain.length >= 256 || (!netBios.test(domain) && !dns.test(domain)))) {
    return "must have a NetBIOS or DNS name before the backslash";
  }
  if (user === "" || user.length > 104) return "must have a user's name of 1 to 104 characters";
  if (/^[. ]+$/.test(user)) return "must not consist of dots and spaces alone";
  return /["/\\:;|=,+*?<>@[\]]/.test(user) ? String.raw`must not contain any of "/\:;|=,+*?<>@[]` : undefined;
}
