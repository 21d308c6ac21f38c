/**
 * Whether the client sends a request again by itself. What is paid for and has no client token goes out once: after a lost
 * answer the rules look before they ask again.
 */
export type Sending = "once" | "repeated";
