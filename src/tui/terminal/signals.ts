/** Exit codes of a program that a signal ended: 128 and the signal's number. */
export const signals = { SIGHUP: 129, SIGINT: 130, SIGQUIT: 131, SIGTERM: 143 } as const;

export const endings = Object.keys(signals) as (keyof typeof signals)[];
