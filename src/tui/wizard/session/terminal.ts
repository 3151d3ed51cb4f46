/** How the program goes on when the wizard is left. */
export interface Ending {
  code: number;
  lastLine?: string;
  /** A command that was asked for, to be run by hand. */
  command?: string;
}

/** What a session needs of the screen that it is on. */
export interface Terminal {
  /** Hands the terminal to another program for as long as `work` takes. */
  suspend(work: () => Promise<void>): Promise<void>;
  leave(ending: Ending): void;
  /** Shows the drafts again; the session has ended so. */
  home(ending: Ending): void;
}
