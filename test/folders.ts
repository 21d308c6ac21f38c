import path from "node:path";

/** The project's own folder. */
export const checkout = path.resolve(__dirname, "..");

/** What tests compare with or hand out: recorded requests, previews, states, keys. */
export const fixtures = path.join(checkout, "test", "fixtures");
