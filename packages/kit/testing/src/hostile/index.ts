export { actingIn, commandsIn } from "./acting.ts";
export { hostileName, hostileNames, namesTried } from "./hostile-name.ts";
export { renderedMarkdown } from "./rendered-markdown.ts";
export { elementsOf, type ShownPage } from "./shown-page.ts";
export { withNames } from "./with-names.ts";
