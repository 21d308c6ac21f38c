/** The scripts are plain JavaScript, as they run before a compiler is installed: to the tests their functions have no types. */
declare module "*.mjs";
