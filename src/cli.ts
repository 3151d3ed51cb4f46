// Nothing is imported before Node's version is known: what follows needs the new one to be read at all.
if (Number(process.versions.node.split('.')[0]) < 22) {
  process.stderr.write(
    `sanctum-review needs Node.js 22 or later, and this is ${process.version}: install it from https://nodejs.org\n`,
  );
  process.exitCode = 2;
} else {
  const { main } = await import('./commands/main.ts');
  process.exitCode = await main({
    args: process.argv.slice(2),
    env: process.env,
    cwd: process.cwd(),
    now: () => new Date(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
  });
}

export {};
