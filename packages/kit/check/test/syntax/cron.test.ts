import { expect, test } from "vitest";
import { scheduleProblem } from "../../src/syntax/cron.ts";

// Each was put to the parser that the API server has.
test.for([
  "* * * * *",
  "*/15 8-18 * * mon-fri",
  "0 0 1 JAN ?",
  "5/10 * * * *",
  "0-30/10,45 * * * *",
  "*-5 * * * *",
  "+5 * * * *",
  ", 0 * * *",
  " 1 2 3 4 5 ",
  "0 0 31 2 *",
  "@daily",
  "@every 1h30m",
  "@every 1.5h",
  "@every -1h",
])("%s is a schedule", (text) => {
  expect(scheduleProblem(text)).toBeUndefined();
});

test.for([
  ["* * * *", "has 4 fields, and must have 5"],
  ["* * * * * *", "has 6 fields, and must have 5"],
  ["60 * * * *", 'has "60" as the minute, and it goes from 0 to 59'],
  ["* 24 * * *", 'has "24" as the hour, and it goes from 0 to 23'],
  ["* * 0 * *", 'has "0" as the day of the month, and it goes from 1 to 31'],
  ["* * * 13 *", 'has "13" as the month, and it goes from 1 to 12'],
  ["* * * * 7", 'has "7" as the day of the week, and it goes from 0 to 6'],
  ["* * * January *", 'has "January" as the month, which is neither a number nor a name'],
  ["a * * * *", 'has "a" as the minute, which is not a number'],
  ["-5 * * * *", 'has "-5" as the minute, which is not a number'],
  ["5-1 * * * *", 'has "5-1" as the minute, and a range must not go backwards'],
  ["1-2-3 * * * *", 'has "1-2-3" as the minute, which has too many hyphens'],
  ["1/2/3 * * * *", 'has "1/2/3" as the minute, which has too many slashes'],
  ["*/0 * * * *", 'has "*/0" as the minute, and a step must be 1 or more'],
  ["@every 1x", "must have a duration such as 1h30m after @every"],
  ["TZ=UTC * * * * *", "must not name a time zone, which the field timeZone does"],
] as const)("%s is invalid", ([text, problem]) => {
  expect(scheduleProblem(text)).toBe(problem);
});

test.for(["@reboot", "@Daily", "@daily ", "@"])("%j is not a word for a schedule", (text) => {
  expect(scheduleProblem(text)).toMatch(/^must be one of @yearly, /);
});
