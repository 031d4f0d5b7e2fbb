export { notice, print, progress } from "@kit/terminal";
export { runCommand } from "./process/run-command.ts";
