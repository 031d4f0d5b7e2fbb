import { keepLostValues } from "./keep-lost.ts";

// Imported for this alone, by the front and by what loads packages: whichever comes first, a value that is lost is seen.
keepLostValues();
