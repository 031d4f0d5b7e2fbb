import { shown, UserError, type Problem } from "@kit/errors";

/** Where a repository's API is, and with what right it is asked. */
export interface Connection {
  /** Without a slash at its end, such as `https://api.github.com`. */
  readonly apiUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
}

/**
 * Reads GITHUB_API_URL (default: GitHub's own), GITHUB_REPOSITORY and GITHUB_TOKEN, as a job of GitHub Actions has them.
 *
 * @throws UserError where one is missing or cannot be right, with all of them. No message has the token.
 */
export function readConnection(env: NodeJS.ProcessEnv): Connection {
  const problems: Problem[] = [];
  const read = (name: string, isRight: (value: string) => boolean, next: string, value = env[name] ?? ""): string => {
    if (value !== "" && isRight(value)) return value;
    const is = value === "" ? "is not set" : name === "GITHUB_TOKEN" ? "is not a token" : `cannot be ${shown(value)}`;
    const code = value === "" ? "argument-missing" : "argument-value";
    problems.push({ code, what: `${name} ${is}`, where: "the environment's variables", next });
    return "";
  };
  const connection = {
    apiUrl: read(
      "GITHUB_API_URL",
      isApiUrl,
      "write the URL of the API, with https, such as https://github.example.com/api/v3",
      env["GITHUB_API_URL"] || "https://api.github.com",
    ).replace(/\/+$/, ""),
    repository: read("GITHUB_REPOSITORY", isRepository, "write owner/name; GitHub Actions sets it by itself"),
    token: read(
      "GITHUB_TOKEN",
      // What else is in it would be no header, and Node's message about that would show it.
      (value) => /^[\x21-\x7e]+$/.test(value),
      "in a workflow, give the step `env: { GITHUB_TOKEN: ${{ github.token }} }`",
      env["GITHUB_TOKEN"]?.trim(),
    ),
  };
  UserError.throwIfAny(problems);
  return connection;
}

function isRepository(value: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(value) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(value);
}

/** With TLS: a token goes there. Without only to this machine. */
function isApiUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(value);
  if (search + hash + username + password !== "") return false;
  return protocol === "https:" || (protocol === "http:" && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname));
}
