export { servePlugin as serve } from "../../resources/shared/host";
export { construct } from "./construct";
export { inputErrors } from "./input-errors";
