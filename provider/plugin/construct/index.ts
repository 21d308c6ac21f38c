export { servePlugin as serve } from "../../resources/shared/host";
export { construct, outputNames } from "./construct";
export { inputErrors } from "./input-errors";
