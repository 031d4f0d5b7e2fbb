export { allowCommands, unguarded } from "./mask-output.ts";
export { coloured, notice, ownStreams, print, printed, progress } from "./streams.ts";
