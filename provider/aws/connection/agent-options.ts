/** As many connections as the SDK's own agents keep. */
export const agentOptions = { keepAlive: true, maxSockets: 50 };
