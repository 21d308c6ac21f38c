import { reading } from "../state/reading";

/** What AWS leaves open of the ML configuration of a membership. */
export const mlConfigurationReadings = {
  putWithoutDestination: reading(
    ["clears", "keeps"],
    "clears",
    "What PutMLConfiguration without a destination makes of the one that is there. Clears: a PUT says the whole.",
  ),
  putCreateTime: reading(
    ["keeps", "new"],
    "keeps",
    "The createTime of an ML configuration after another put. Keeps: there is an updateTime beside it.",
  ),
  deleteMissingConfig: reading(
    ["not-found", "ok"],
    "not-found",
    "DeleteMLConfiguration where there is none. Not found: the API model has this error.",
  ),
} as const;
