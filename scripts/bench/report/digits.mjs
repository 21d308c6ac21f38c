const digits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** A number as a person reads it. @param {number} value */
export const inDigits = (value) => (Number.isFinite(value) ? digits.format(value) : "–");
