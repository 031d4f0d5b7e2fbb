import { policyOf } from "./writers.ts";

/** Behind every tag of an environment's overlay the marker that Flux needs. */
export function marked(environment: string): (overlay: string) => string {
  return (overlay) =>
    overlay.replaceAll(
      /- name: (\S+)\n( +newTag: "[^"]+")/g,
      (_, name: string, tag: string) => `- name: ${name}\n${tag} ${marker(environment, name, "tag")}`,
    );
}

/** The comment by which Flux knows what to write. */
export function marker(environment: string, name: string, part: "name" | "tag" | "digest"): string {
  return `# {"$imagepolicy": "${policyOf(environment, name)}:${part}"}`;
}

/** The entry of an image in prod, written in another way. */
export function entry(name: string, ...lines: readonly string[]): (overlay: string) => string {
  const text = lines.map((line) => `    ${line}\n`).join("");
  return (overlay) => overlay.replace(`- name: ${name}\n    newTag: "1.0.0"\n`, () => `- name: ${name}\n${text}`);
}
