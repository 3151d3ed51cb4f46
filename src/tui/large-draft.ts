/** To read a draft of more bytes takes 150 ms and longer: nothing waits for that, and no key. */
export const largeDraft = 2 * 1024 * 1024;
