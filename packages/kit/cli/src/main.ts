import { exitCodes, nearest, UserError } from "@kit/errors";
import { runCommand } from "./command.ts";

interface Listed {
  readonly about: string;
  /** Its help alone, which is there long before the command is. */
  readonly help: () => Promise<{ readonly help: string }>;
  readonly load: () => Promise<{ readonly default: () => Promise<void> }>;
}

/** The commands, in the order of the README. Each loads what it needs and nothing else. */
const commands: Readonly<Record<string, Listed>> = {
  build: {
    about: "builds generated/",
    help: () => import("./help/build.ts"),
    load: () => import("./commands/build.ts"),
  },
  drift: {
    about: "tells whether generated/ is what a build makes",
    help: () => import("./help/drift.ts"),
    load: () => import("./commands/drift.ts"),
  },
  check: {
    about: "judges what the environments deploy",
    help: () => import("./help/check.ts"),
    load: () => import("./commands/check.ts"),
  },
  review: {
    about: "tells what a change does to what is deployed",
    help: () => import("./help/review.ts"),
    load: () => import("./commands/review.ts"),
  },
  comment: {
    about: "puts a review on a pull request",
    help: () => import("./help/comment.ts"),
    load: () => import("./commands/comment.ts"),
  },
  images: {
    about: "lists which version of each image runs where",
    help: () => import("./help/images.ts"),
    load: () => import("./commands/images.ts"),
  },
  "set-image": {
    about: "has an environment deploy other versions",
    help: () => import("./help/set-image.ts"),
    load: () => import("./commands/set-image.ts"),
  },
  promote: {
    about: "has an environment deploy the versions of another",
    help: () => import("./help/promote.ts"),
    load: () => import("./commands/promote.ts"),
  },
  migrate: {
    about: "brings overlays up to date with where the build writes",
    help: () => import("./help/migrate.ts"),
    load: () => import("./commands/migrate.ts"),
  },
  gitops: {
    about: "explains what Argo CD or Flux syncs",
    help: () => import("./help/gitops.ts"),
    load: () => import("./commands/gitops.ts"),
  },
  order: {
    about: "prints in which order an environment is applied",
    help: () => import("./help/order.ts"),
    load: () => import("./commands/order.ts"),
  },
  verify: {
    about: "asks a real API server whether it would take them",
    help: () => import("./help/verify.ts"),
    load: () => import("./commands/verify.ts"),
  },
  capacity: {
    about: "tells whether the environments fit their clusters",
    help: () => import("./help/capacity.ts"),
    load: () => import("./commands/capacity.ts"),
  },
  rehearse: {
    about: "deploys over what runs today, on this machine",
    help: () => import("./help/rehearse.ts"),
    load: () => import("./commands/rehearse.ts"),
  },
  secrets: {
    about: "works on the Secrets, and looks for leaks",
    help: () => import("./help/secrets.ts"),
    load: () => import("./commands/secrets.ts"),
  },
};

/** Runs the command that the first argument names, with the others, and ends the process. */
export async function main(): Promise<void> {
  const [name = "--help"] = process.argv.splice(2, 1);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return isHelp(process.argv.slice(2)) ? tell(command) : (await command.load()).default();
  // So that an argument of its own is what is parsed.
  if (name === "--help" || name === "-h") process.argv.splice(2, Infinity, "--help");
  return runCommand({ help, options: {}, positionals: true, run: () => Promise.reject(unknown(name)) });
}

function isHelp([first, ...others]: readonly string[]): boolean {
  return others.length === 0 && (first === "--help" || first === "-h");
}

async function tell(command: Listed): Promise<void> {
  return runCommand({ ...(await command.help()), options: {}, run: () => Promise.resolve(exitCodes.ok) });
}

const rows = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(10)}${about}\n`);
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
