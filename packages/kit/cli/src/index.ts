export { notice, print, progress, runCommand } from "./command.ts";
