/** What the program gets from outside: nothing below the entry file reads `process`. */
export interface Context {
  /** Arguments after the program's name. */
  args: string[];
  env: Record<string, string | undefined>;
  /** The current folder, absolute. */
  cwd: string;
  now(): Date;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}
