import * as v from "valibot";

const scheme = /^(https|ssh):\/\/[^\s'"`$\\]+$/;

/** Whether both engines can clone from it. What git alone knows, `git@host:path`, Flux does not take. */
export function isRepositoryUrl(url: string): boolean {
  return scheme.test(url) && URL.canParse(url) && new URL(url).pathname.length > 1;
}

/** What in a URL must not be committed: a password, or a token in place of a user. */
export function refusedIn(url: string): "password" | "user" | undefined {
  if (!URL.canParse(url)) return undefined;
  const { username, password, protocol } = new URL(url);
  if (password !== "") return "password";
  return username !== "" && protocol !== "ssh:" ? "user" : undefined;
}

/** The repository's own name, as a DNS label: `https://example.com/team/My_Manifests.git` is `my-manifests`. */
export function repositoryName(url: string): string {
  const last = new URL(url).pathname.replace(/\/+$/, "").split("/").at(-1) ?? "";
  const label = last
    .replace(/\.git$/, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-");
  return label.replaceAll(/^-+|-+$/g, "") || "manifests";
}

/** A duration as Go writes it. */
export function durationSchema(example: string): v.GenericSchema<string> {
  return v.pipe(v.string("must be a string"), v.regex(/^(\d+(\.\d+)?(ms|s|m|h))+$/, `must be a duration, ${example}`));
}
