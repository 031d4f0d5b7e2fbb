import { nearest, UserError } from "@kit/errors";
import { runCommand } from "./command.ts";

/** The commands, in the order of the README. Each loads what it needs and nothing else. */
const commands: Readonly<
  Record<string, readonly [about: string, load: () => Promise<{ default: () => Promise<void> }>]>
> = {
  build: ["builds generated/", () => import("./commands/build.ts")],
  drift: ["tells whether generated/ is what a build makes", () => import("./commands/drift.ts")],
  check: ["judges what the environments deploy", () => import("./commands/check.ts")],
  review: ["tells what a change does to what is deployed", () => import("./commands/review.ts")],
  comment: ["puts a review on a pull request", () => import("./commands/comment.ts")],
  images: ["lists which version of each image runs where", () => import("./commands/images.ts")],
  "set-image": ["has an environment deploy other versions", () => import("./commands/set-image.ts")],
  promote: ["has an environment deploy the versions of another", () => import("./commands/promote.ts")],
  migrate: ["brings overlays up to date with where the build writes", () => import("./commands/migrate.ts")],
  gitops: ["explains what Argo CD or Flux syncs", () => import("./commands/gitops.ts")],
  order: ["prints in which order an environment is applied", () => import("./commands/order.ts")],
  verify: ["asks a real API server whether it would take them", () => import("./commands/verify.ts")],
  capacity: ["tells whether the environments fit their clusters", () => import("./commands/capacity.ts")],
  rehearse: ["deploys over what runs today, on this machine", () => import("./commands/rehearse.ts")],
  secrets: ["works on the Secrets, and looks for leaks", () => import("./commands/secrets.ts")],
};

/** Runs the command that the first argument names, with the others, and ends the process. */
export async function main(): Promise<void> {
  const [name = "--help"] = process.argv.splice(2, 1);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return (await command[1]()).default();
  // So that an argument of its own is what is parsed.
  if (name === "--help" || name === "-h") process.argv.splice(2, Infinity, "--help");
  return runCommand({ help, options: {}, positionals: true, run: () => Promise.reject(unknown(name)) });
}

const rows = Object.entries(commands).map(([name, [about]]) => `  ${name.padEnd(10)}${about}\n`);
const help = `Typed Kubernetes manifests, built into Kustomize bases, overlays and the rendered result.

Usage: pnpm <command> [arguments...]

${rows.join("")}
Each tells more with --help.
`;

function unknown(name: string): UserError {
  const meant = nearest(name, Object.keys(commands));
  return new UserError({
    code: "argument-unknown",
    what: `there is no command ${name}`,
    where: "the command's arguments",
    next: `${meant === undefined ? "" : `did you mean ${meant}? `}the commands are: ${Object.keys(commands).join(", ")}`,
  });
}
