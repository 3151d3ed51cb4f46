/** To read a draft of more bytes takes 150 ms and longer: nothing waits for that, and no key. */
export const largeDraft = 2 * 1024 * 1024;

/** How large a draft is, in words: "67 MiB". */
export const sizeInWords = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MiB`;
